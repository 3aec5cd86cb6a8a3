"""Settings are read forgivingly and written carefully."""

from __future__ import annotations

from datetime import time

import pytest

from stillnight.domain.errors import BadInput, StillnightError
from stillnight.domain.preferences import Preferences
from stillnight.settings import FILE, KEYS, check_setting, read_settings, write_setting


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


def test_every_key_has_a_check():
    for key in KEYS:
        with pytest.raises(BadInput):
            check_setting(key, "")


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "config").write_text("a file in the way")
    with pytest.raises(StillnightError, match="could not be written"):
        write_setting(tmp_path / "config", "bedtime", "23:00")


def test_a_file_that_cannot_be_read_means_the_defaults_and_is_said(tmp_path):
    (tmp_path / FILE).mkdir()
    settings = read_settings(tmp_path)
    assert settings.preferences() == Preferences()
    assert "cannot be read" in settings.problems[0]
