"""Settings are read forgivingly and written carefully."""

from __future__ import annotations

from datetime import time

import pytest

from stillnight.domain.errors import BadInput, StillnightError
from stillnight.domain.preferences import Preferences
from stillnight.domain.setting import KEYS, SETTINGS
from stillnight.settings import FILE, read_settings, reset_setting, write_setting


def test_without_a_file_everything_is_the_default(tmp_path):
    settings = read_settings(tmp_path)
    assert settings.preferences() == Preferences()
    assert settings.journal is None
    assert settings.problems == ()


def test_what_is_written_is_read(tmp_path):
    for key, value in {
        "bedtime": "2315",
        "week_start": "Sunday",
        "territory": "us",
        "theme": "ember",
    }.items():
        write_setting(tmp_path, key, value)
    settings = read_settings(tmp_path)
    assert settings.preferences() == Preferences(bedtime=time(23, 15), week_start=6, theme="ember")
    assert settings.values["territory"] == "US"


def test_the_territorys_weekday_counts_until_one_is_chosen(tmp_path):
    assert read_settings(tmp_path).preferences(week_start=5).week_start == 5
    write_setting(tmp_path, "week_start", "monday")
    assert read_settings(tmp_path).preferences(week_start=5).week_start == 0


def test_comments_and_unknown_keys_survive_a_change(tmp_path):
    (tmp_path / FILE).write_text('# mine\nbedtime = "22:00"  # late\n\n[keys]\nlights_out = "z"\n')
    write_setting(tmp_path, "bedtime", "23:00")
    assert (tmp_path / FILE).read_text() == '# mine\nbedtime = "23:00"  # late\n\n[keys]\nlights_out = "z"\n'


@pytest.mark.parametrize(
    "line",
    [
        'bedtime = "late"',
        "bedtime = true",
        "bedtime = []",
        "week_start = 1",
        "theme = {}",
        'morning_theme = " "',
        "bedtime = 7",
        'week_start = "someday"',
        'territory = "Germany"',
        "theme = 3",
        "foo = 1",
    ],
)
def test_a_wrong_value_costs_that_value_alone_and_is_named_with_its_file(tmp_path, line):
    (tmp_path / FILE).write_text(f'{line}\nnight_theme = "dusk"\n')
    settings = read_settings(tmp_path)
    assert settings.preferences() == Preferences(night_theme="dusk")
    assert len(settings.problems) == 1
    assert line.partition(" ")[0] in settings.problems[0]
    assert FILE in settings.problems[0]


def test_a_toml_time_is_a_bedtime_too(tmp_path):
    (tmp_path / FILE).write_text("bedtime = 21:45:00\n")
    assert read_settings(tmp_path).preferences().bedtime == time(21, 45)


def test_a_broken_file_means_the_defaults_and_is_never_written_over(tmp_path):
    (tmp_path / FILE).write_text("bedtime = \n")
    assert "defaults are used" in read_settings(tmp_path).problems[0]
    with pytest.raises(StillnightError, match="mend it first"):
        write_setting(tmp_path, "bedtime", "23:00")
    assert (tmp_path / FILE).read_text() == "bedtime = \n"


def test_sound_lines_of_a_broken_file_still_count(tmp_path):
    (tmp_path / FILE).write_text(
        '\ufeffjournal = "/cloud/journal.json"\nbedtime = \ntheme = "ember"\n[later]\nx = 1\n'
    )
    settings = read_settings(tmp_path)
    assert (settings.journal, settings.preferences().theme) == ("/cloud/journal.json", "ember")
    assert len(settings.problems) == 1
    assert not settings.hides_journal


@pytest.mark.parametrize(
    "line", ["journal = 5", 'journal = "/cloud/jour', "journal = /cloud/journal.json", '"journal" =']
)
def test_a_journal_line_that_cannot_be_read_is_not_taken_for_none(tmp_path, line):
    (tmp_path / FILE).write_text(f'theme = "ember"\n{line}\n')
    settings = read_settings(tmp_path)
    assert (settings.journal, settings.hides_journal) == (None, True)


@pytest.mark.parametrize(
    ("key", "value"),
    [("bedtime", "25:00"), ("week_start", "7"), ("territory", "GBR"), ("journal", " "), ("colour", "red")],
)
def test_what_does_not_fit_is_not_written(tmp_path, key, value):
    with pytest.raises(BadInput, match=key):
        write_setting(tmp_path, key, value)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("name", [one.name for one in SETTINGS.values() if one.in_journal])
def test_what_the_journal_keeps_is_never_taken_from_a_device(tmp_path, name):
    (tmp_path / FILE).write_text(f'{name} = "13:00"\n')
    settings = read_settings(tmp_path)
    assert settings.values == {}
    assert settings.problems == (
        f"{name} is kept in the journal, not here: stillnight set {name} says it; "
        f"the default is used (in {tmp_path / FILE})",
    )
    with pytest.raises(BadInput, match="kept in the journal"):
        write_setting(tmp_path, name, "13:00")


# -- other keys for commands ------------------------------------------------------------------------


def test_other_keys_for_commands_are_read_as_written(tmp_path):
    (tmp_path / FILE).write_text('theme = "ember"\n[keys]\nlights_out = "F5"\nsave = "f2, ctrl+s"\n')
    settings = read_settings(tmp_path)
    assert settings.keys == {"lights_out": "F5", "save": "f2, ctrl+s"}
    assert settings.values == {"theme": "ember"}
    assert settings.problems == ()


@pytest.mark.parametrize("line", ["keys = 5", 'keys = "F5"', "keys = []"])
def test_keys_that_are_no_table_are_one_problem(tmp_path, line):
    (tmp_path / FILE).write_text(f'{line}\ntheme = "ember"\n')
    settings = read_settings(tmp_path)
    assert (settings.keys, settings.values) == ({}, {"theme": "ember"})
    assert len(settings.problems) == 1
    assert settings.problems[0].startswith("keys: ")
    assert str(tmp_path / FILE) in settings.problems[0]


@pytest.mark.parametrize("value", ["5", "''", "[]", "{ a = 1 }"])
def test_a_key_that_is_no_text_costs_that_command_alone(tmp_path, value):
    (tmp_path / FILE).write_text(f'[keys]\nlights_out = {value}\nsave = "f2"\n')
    settings = read_settings(tmp_path)
    assert settings.keys == {"save": "f2"}
    assert len(settings.problems) == 1
    assert "keys.lights_out" in settings.problems[0]


def test_a_command_gets_another_key_beside_what_is_there(tmp_path):
    (tmp_path / FILE).write_text('# mine\n[keys]\n# the left hand\nsave = "f2"  # mine too\n')
    write_setting(tmp_path, "keys.lights_out", "F5")
    write_setting(tmp_path, "bedtime", "23:00")
    assert read_settings(tmp_path).keys == {"save": "f2", "lights_out": "F5"}
    assert read_settings(tmp_path).values == {"bedtime": time(23)}
    assert '# the left hand\nsave = "f2"  # mine too\n' in (tmp_path / FILE).read_text()


def test_the_first_key_begins_the_table_and_a_broken_table_is_begun_anew(tmp_path):
    write_setting(tmp_path, "keys.save", "f2")
    assert read_settings(tmp_path).keys == {"save": "f2"}
    (tmp_path / FILE).write_text("keys = 5\n")
    write_setting(tmp_path, "keys.save", "f3")
    assert read_settings(tmp_path).keys == {"save": "f3"}


# -- back to the default ----------------------------------------------------------------------------


def test_a_setting_that_is_reset_has_its_default_again_and_the_rest_stays(tmp_path):
    (tmp_path / FILE).write_text('# mine\nbedtime = "22:00"\ntheme = "ember"  # red\n')
    reset_setting(tmp_path, "bedtime")
    assert (tmp_path / FILE).read_text() == '# mine\ntheme = "ember"  # red\n'
    reset_setting(tmp_path, "bedtime")
    assert read_settings(tmp_path).preferences() == Preferences(theme="ember")


@pytest.mark.parametrize(("name", "left"), [("keys.save", {"help": "f9"}), ("keys", {}), ("keys.none", None)])
def test_keys_are_reset_one_by_one_or_all_at_once(tmp_path, name, left):
    before = {"save": "f2", "help": "f9"}
    for command, key in before.items():
        write_setting(tmp_path, f"{KEYS}.{command}", key)
    reset_setting(tmp_path, name)
    assert read_settings(tmp_path).keys == (before if left is None else left)


def test_a_reset_makes_no_file_and_knows_every_setting(tmp_path):
    reset_setting(tmp_path, "bedtime")
    assert not (tmp_path / FILE).exists()
    with pytest.raises(BadInput, match="bedtime"):
        reset_setting(tmp_path, "bedtim")


# -- trouble ----------------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "config").write_text("a file in the way")
    with pytest.raises(StillnightError, match="could not be written"):
        write_setting(tmp_path / "config", "bedtime", "23:00")


def test_a_file_that_cannot_be_read_means_the_defaults_and_is_said(tmp_path):
    (tmp_path / FILE).mkdir()
    settings = read_settings(tmp_path)
    assert settings.preferences() == Preferences()
    assert "cannot be read" in settings.problems[0]
