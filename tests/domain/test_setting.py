"""The table of settings: each is explained, checked, and says where it is kept."""

from __future__ import annotations

from datetime import time

import pytest

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences, theme_setting
from stillnight.domain.setting import SETTINGS, check_setting, setting_text

every_setting = pytest.mark.parametrize("setting", SETTINGS.values(), ids=lambda one: one.name)


@every_setting
def test_a_setting_is_explained_for_a_small_screen(setting):
    assert setting.what.endswith(".")
    assert setting.what[0].isupper()
    assert len(setting.label) <= 14
    assert setting.section in ("Journal", "Night", "Look", "Factors")


@every_setting
def test_nothing_fits_no_setting_and_the_error_says_what_does(setting):
    with pytest.raises(FieldError, match=setting.name) as caught:
        check_setting(setting.name, "")
    assert caught.value.allowed == setting.takes


@every_setting
def test_every_choice_fits(setting):
    assert [check_setting(setting.name, one) for one in setting.choices] == list(setting.choices)


@pytest.mark.parametrize(
    ("name", "typed", "value", "text"),
    [
        ("bedtime", "2315", time(23, 15), "23:15"),
        ("bedtime", 2315, time(23, 15), "23:15"),
        ("rollover", "06:00", time(6), "06:00"),
        ("rollover", "18:00", time(18), "18:00"),
        ("week_start", " Sunday", "sunday", "sunday"),
        ("territory", "gb", "GB", "GB"),
        ("device_name", " desk ", "desk", "desk"),
        ("bell", " Yes", "yes", "yes"),
        ("bell", True, "yes", "yes"),
        ("bell", "off", "no", "no"),
        ("factors", "stress, caffeine stress", ("stress", "caffeine"), "stress caffeine"),
    ],
)
def test_a_value_is_read_as_people_type_it(name, typed, value, text):
    assert check_setting(name, typed) == value
    assert setting_text(value) == text


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("bell", "loud"),
        ("rollover", "05:59"),
        ("rollover", "18:01"),
        ("rollover", "noon"),
        ("bedtime", "24:00"),
        ("territory", "Germany"),
        ("week_start", "tuesda"),
        ("device_name", " "),
        ("device_name", "a name that nobody could read beside the night"),
        ("device_name", "two\nlines"),
        ("factors", " , "),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(name, typed):
    with pytest.raises(FieldError, match=name):
        check_setting(name, typed)


def test_an_unknown_setting_is_answered_with_the_nearest_one():
    with pytest.raises(UnknownName, match="did you mean bedtime"):
        check_setting("bedtme", "23:00")
    assert issubclass(UnknownName, BadInput)


@pytest.mark.parametrize(
    ("moment", "theme"), [(Moment.EVENING, "dusk"), (Moment.NIGHT, "ember"), (Moment.MORNING, "dusk")]
)
def test_the_morning_wears_the_evenings_theme_until_it_has_its_own(moment, theme):
    assert Preferences().theme_at(moment) == theme


def test_every_moment_can_have_its_theme():
    preferences = Preferences(theme="a", morning_theme="b", night_theme="c")
    assert [preferences.theme_at(moment) for moment in Moment] == ["a", "c", "b"]
    assert [theme_setting(moment) for moment in Moment] == ["theme", "night_theme", "morning_theme"]
