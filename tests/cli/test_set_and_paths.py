"""Settings, the journal's place, and what is said of them."""

from __future__ import annotations

import json

import pytest

from stillnight.cli.main import main


@pytest.mark.parametrize(
    ("key", "typed", "shown"),
    [
        ("bedtime", "2315", "23:15"),
        ("week_start", "Sunday", "sunday"),
        ("territory", "gb", "GB"),
        ("theme", "ember", "ember"),
        ("night_theme", "dusk", "dusk"),
        ("rollover", "13:00", "13:00"),
    ],
)
def test_a_setting_is_kept_and_shown(sn, key, typed, shown):
    assert sn("set", key, typed).code == 0
    assert json.loads(sn("set", key, "--json").out) == {key: shown}
    assert json.loads(sn("set", "--json").out)[key] == shown


def test_the_rollover_lives_in_the_journal(sn, store, home, monkeypatch):
    sn("set", "rollover", "14:00")
    assert store.meta()["rollover"] == "14:00"
    assert not (home / ".config/stillnight/settings.toml").exists()
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-20T13:30+01:00")
    assert json.loads(sn("due", "--json").out)["night"] == "2026-11-19"


def test_a_wrong_setting_is_named_and_the_command_goes_on(sn, home):
    path = home / ".config/stillnight/settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('bedtime = "late"\n')
    answer = sn("log", "6")
    assert answer.code == 0
    assert "bedtime" in answer.err
    assert str(path) in answer.err
    assert answer.err.count("\n") == 1


def test_an_entry_never_goes_astray_because_the_journal_line_is_broken(capsys, home, tmp_path):
    path = home / ".config/stillnight/settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text("journal = 5\n")

    assert main(["log", "6"]) == 2
    assert "its journal line cannot be read" in capsys.readouterr().err
    assert not (home / ".local/share/stillnight/journal.json").exists()
    assert main(["--journal", str(tmp_path / "here.json"), "log", "6"]) == 0
    assert main(["use", str(tmp_path)]) == 0
    assert main(["log", "6"]) == 0
    assert (tmp_path / "journal.json").exists()


def test_use_changes_where_the_next_command_looks(sn, tmp_path, monkeypatch):
    assert "begins with the first entry" in sn("use", str(tmp_path)).out
    assert json.loads(sn("paths", "--json").out)["journal"] == str(tmp_path / "journal.json")
    assert json.loads(sn("paths", "--json").out)["journal_from"] == "settings"


def test_use_says_when_the_variable_still_wins(sn, tmp_path, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_JOURNAL", str(tmp_path / "other.json"))
    assert "STILLNIGHT_JOURNAL" in sn("use", str(tmp_path)).err


def test_use_moves_nothing(capsys, tmp_path, home):
    assert main(["log", "6", "--night", "2020-01-01"]) == 0
    old = home / ".local/share/stillnight/journal.json"
    before = old.read_bytes()
    capsys.readouterr()
    assert main(["use", str(tmp_path)]) == 0
    assert str(old) in capsys.readouterr().out
    assert old.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_paths_opens_and_makes_nothing(sn, home):
    before = sorted(home.rglob("*"))
    out = sn("paths").out
    assert str(home / ".local/share/stillnight/journal.json") in out
    assert sorted(home.rglob("*")) == before


def test_verify_looks_at_a_real_file(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-19T22:40+01:00")
    journal = str(tmp_path / "j.json")
    main(["--journal", journal, "log", "6"])
    capsys.readouterr()
    assert main(["--journal", journal, "verify"]) == 0
    assert journal in capsys.readouterr().out
    assert main(["--journal", journal, "verify", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["troubles"] == []
