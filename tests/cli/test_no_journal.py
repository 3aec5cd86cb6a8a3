"""On a machine without a journal: who only looks makes nothing, who writes begins one."""

from __future__ import annotations

import json

import pytest

from stillnight.cli.main import main

LOOKING = [
    ["show"], ["show", "--json"], ["show", "--all"], ["find", "flight"], ["suggest"], ["triggers"], ["tips"],
    ["tips", "--now"], ["lab"], ["medicine", "list"], ["mark", "list"], ["flag"], ["profile"], ["factor"],
    ["export", "-"], ["verify"], ["verify", "--repair"], ["undo"], ["redo"], ["set", "rollover"],
    ["relief", "--list"], ["relief", "walk"],
]  # fmt: skip


@pytest.fixture(autouse=True)
def _evening(monkeypatch):
    monkeypatch.setenv("STILLNIGHT_NOW", "2026-11-19T22:40+01:00")


@pytest.mark.parametrize("argv", LOOKING, ids=" ".join)
def test_looking_says_that_there_is_none_and_makes_nothing(home, capsys, argv):
    assert main(argv) == 0
    err = capsys.readouterr().err
    place = home / ".local/share/stillnight/journal.json"
    assert err == f"stillnight: no journal has been begun yet, the first entry begins one: {place}\n"
    assert list(home.rglob("*")) == []


def test_due_says_it_by_its_exit_code_alone(home, capsys):
    assert main(["due", "-q"]) == 1
    assert capsys.readouterr() == ("", "")
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize(
    "argv", [["log", "11"], ["6", "q"], ["log", "--delete"], ["lab", "add", "iron", "3"]]
)
def test_a_slip_makes_nothing_either(home, capsys, argv):
    assert main(argv) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize("argv", [["log", "6"], ["6"], ["awake", "7"], ["medicine", "add", "iron"]])
def test_the_first_entry_begins_one_and_says_so(home, capsys, argv):
    place = home / ".local/share/stillnight/journal.json"
    assert main(argv) == 0
    assert capsys.readouterr().err == f"stillnight: A new journal was begun: {place}\n"
    assert place.exists()
    assert main(["show", "--json"]) == 0
    said = capsys.readouterr()
    assert (json.loads(said.out)["night"], said.err) == ("2026-11-19", "")


def test_a_journal_that_is_away_is_not_taken_for_one_that_never_was(home, capsys):
    main(["log", "6"])
    (home / ".local/share/stillnight/journal.json").unlink()
    capsys.readouterr()
    assert main(["show"]) == 0
    said = capsys.readouterr()
    assert "6 of 10" in said.out
    assert "was missing; it was put back" in said.err


def test_a_conflict_copy_alone_is_a_journal(home, capsys):
    main(["log", "6"])
    place = home / ".local/share/stillnight/journal.json"
    place.rename(place.with_name("journal (conflicted copy).json"))
    for path in sorted((home / ".local/state").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    capsys.readouterr()
    assert main(["show"]) == 0
    assert "6 of 10" in capsys.readouterr().out
