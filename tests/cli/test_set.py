"""``stillnight set``: every setting by its name, back to its default, other keys, what a change means."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stillnight.domain.setting import SETTINGS


@pytest.fixture
def file(home) -> Path:
    """This device's settings file, which is not there yet."""
    path = home / ".config/stillnight/settings.toml"
    path.parent.mkdir(parents=True)
    return path


def test_every_setting_is_listed_with_who_said_it_and_explained_in_the_help(sn, file):
    file.write_text('bedtime = "23:00"\n')
    listed = sn("set").out
    help = sn("set", "--help").out
    for name, setting in SETTINGS.items():
        assert name in listed
        assert setting.what in help
    assert "bedtime        23:00  (settings)\n" in listed
    assert "theme          dusk  (default)\n" in listed
    assert "(the usual folder)" in listed


@pytest.mark.parametrize("name", [*SETTINGS])
def test_one_setting_is_shown_with_what_it_takes(sn, name):
    out = sn("set", name).out
    assert SETTINGS[name].what in out
    assert "It takes " in out


def test_who_said_it_is_the_one_who_wins(sn, file, monkeypatch, tmp_path):
    file.write_text(f'journal = "{tmp_path}/kept.json"\n')
    assert "(settings)" in sn("set", "journal").out
    monkeypatch.setenv("STILLNIGHT_JOURNAL", str(tmp_path / "other.json"))
    assert f"{tmp_path}/other.json  (STILLNIGHT_JOURNAL)" in sn("set", "journal").out
    assert "(--journal)" in sn("--journal", str(tmp_path / "third.json"), "set", "journal").out


def test_the_country_says_how_the_week_begins_until_somebody_does(sn, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "week_start  sunday  (the country)" in sn("set", "week_start").out
    assert "territory  US  (the machine)" in sn("set", "territory").out
    sn("set", "territory", "de")
    assert "monday  (the country)" in sn("set", "week_start").out


def test_a_theme_in_the_file_that_is_none_is_named_with_the_file(sn, file):
    file.write_text('theme = "pink"\nnight_theme = "ember"\n')
    for argv in (["set"], ["set", "theme"]):
        answer = sn(*argv)
        assert (answer.code, answer.err.count("\n")) == (0, 1)
        assert "theme: 'pink' does not fit, it takes one of" in answer.err
        assert str(file) in answer.err


@pytest.mark.parametrize("back", [["default"], ["--reset"], ["default", "--reset"]])
def test_a_setting_goes_back_to_its_default_and_comments_stay(sn, file, back):
    file.write_text('# mine\nbedtime = "23:00"\ntheme = "ember"  # red\n')
    assert sn("set", "bedtime", *back).out == "bedtime is now 22:30\n"
    assert file.read_text() == '# mine\ntheme = "ember"  # red\n'


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["bedtme", "23:00"], "did you mean bedtime"),
        (["bedtme"], "did you mean bedtime"),
        (["bedtme", "--reset"], "did you mean bedtime"),
        (["bedtime", "late"], "bedtime: 'late' does not fit, it takes a time such as 23:00"),
        (["rollover", "03:00"], "a time from 06:00 to 18:00"),
        (["theme", "pink"], "theme: 'pink' does not fit, it takes one of"),
        (["morning_theme", "pink"], "morning_theme: 'pink' does not fit"),
        (["factors", "caffeine,stres"], "did you mean stress"),
        (["--reset"], "needs the name of a setting"),
        (["bedtime", "23:00", "--reset"], "--reset takes no value"),
        (["keys", "F5"], "keys needs a command"),
        (["keys.lights_out", "Enter"], "Enter keeps its meaning everywhere"),
        (["keys.lights_out", "U"], "U is undo (undo)"),
        (["keys.lightsout", "F5"], "did you mean lights_out"),
        (["keys.lightsout"], "did you mean lights_out"),
    ],
)
def test_what_cannot_be_meant_is_one_line_and_changes_nothing(sn, store, file, argv, says):
    answer = sn("set", *argv)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert says in answer.err
    assert store.records == {}
    assert not file.exists()


# -- what the journal keeps ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("10:00", "10:00 to 12:00 now belongs to the evening after it"),
        ("14:30", "12:00 to 14:30 now belongs to the evening before it"),
    ],
)  # fmt: skip
def test_another_rollover_says_what_it_means_and_no_night_moves(sn, store, typed, means):
    sn("log", "6", "--night", "2026-11-17")
    sn("log", "4", "--onset", "21:30")
    before = {place: dict(record) for place, record in store.records.items()}
    answer = sn("set", "rollover", typed)
    assert "The 2 nights on record keep their dates and times." in answer.out
    assert means in answer.out
    assert {place: record for place, record in store.records.items() if place[0] != "meta"} == before
    assert sn("undo").code == 0
    assert json.loads(sn("set", "rollover", "--json").out) == {"rollover": "12:00"}


def test_the_rollover_goes_back_to_noon(sn):
    sn("set", "rollover", "14:00")
    assert "14:00  (journal)" in sn("set", "rollover").out
    assert "rollover: 12:00" in sn("set", "rollover", "default").out
    assert "12:00  (default)" in sn("set", "rollover").out


def test_the_factors_asked_are_one_setting_and_one_undo(sn):
    sn("set", "factors", "stress,late_meal")
    assert json.loads(sn("set", "factors", "--json").out) == {"factors": "stress late_meal"}
    sn("undo")
    assert "(default)" in sn("set", "factors").out
    sn("set", "factors", "stress")
    sn("set", "factors", "default")
    assert "caffeine alcohol stress exercise sitting antihistamine  (default)" in sn("set", "factors").out


def test_a_journal_that_cannot_be_opened_hides_no_other_setting(capsys, home, tmp_path, monkeypatch):
    from stillnight.cli.main import main

    monkeypatch.setenv("STILLNIGHT_JOURNAL", "/dev/null")
    assert main(["set"]) == 0
    out = capsys.readouterr().out
    assert "bedtime        22:30  (default)" in out
    assert "journal        not known: STILLNIGHT_JOURNAL: /dev/null is no ordinary file" in out


def test_the_journals_place_is_looked_at_before_it_is_kept(sn, file, tmp_path):
    assert sn("set", "journal", str(tmp_path / "nowhere" / "j.json")).code == 2
    assert not file.exists()
    assert sn("set", "journal", str(tmp_path)).code == 0
    assert json.loads(sn("set", "journal", "--json").out) == {"journal": str(tmp_path / "journal.json")}


# -- other keys for commands ----------------------------------------------------------------------------


def test_a_command_gets_another_key_and_its_own_back(sn, file):
    assert sn("set", "keys.lights_out", "f5, ctrl+l").out == "keys.lights_out is now F5 Ctrl+L\n"
    assert file.read_text() == '[keys]\nlights_out = "F5, Ctrl+L"\n'
    assert "keys.lights_out  F5 Ctrl+L  (settings)" in sn("set", "keys.lights_out").out
    assert "keys.lights_out  F5, Ctrl+L  (settings)" in sn("set").out
    assert sn("set", "keys.lights_out", "default").out == "keys.lights_out is now L\n"
    assert "(default)" in sn("set", "keys.lights_out").out


def test_all_commands_are_listed_with_their_keys(sn):
    sn("set", "keys.lights_out", "F5")
    listed = json.loads(sn("set", "keys", "--json").out)
    assert (listed["keys.lights_out"], listed["keys.undo"], listed["keys.help"]) == ("F5", "U", "? F1")
    assert "* keys.lights_out" in sn("set", "keys").out
    assert sn("set", "keys", "--reset").out == "keys are now the usual ones\n"
    assert "*" not in sn("set", "keys").out


def test_a_wrong_key_in_the_file_is_named_with_the_file(sn, file):
    file.write_text('[keys]\nlights_out = "U"\nnobody = "F5"\nsave = "F2"\n')
    answer = sn("set", "keys")
    lines = answer.err.splitlines()
    assert len(lines) == 2
    assert all(str(file) in line and "keys." in line for line in lines)
    assert "* keys.save" in answer.out
    assert sn("log", "6").err == ""


@pytest.mark.parametrize(
    "line",
    ["keys = 5", "[keys]\nsave = 5", "bedtime = 5", "foo = 1", "rollover = 3", "theme = []"],
)  # fmt: skip
def test_a_wrong_value_is_one_line_and_the_program_runs(sn, file, line):
    file.write_text(line + "\n")
    answer = sn("log", "6")
    assert (answer.code, answer.err.count("\n")) == (0, 1)
    assert str(file) in answer.err
    assert line.splitlines()[-1].partition(" ")[0] in answer.err


def test_a_file_that_cannot_be_read_is_one_line_and_the_program_runs(sn, file):
    file.write_bytes(b"\xff\xfe")
    answer = sn("log", "6")
    assert (answer.code, answer.err.count("\n")) == (0, 1)
    assert str(file) in answer.err
