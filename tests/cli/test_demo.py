"""``stillnight demo``: a made-up year that touches nothing of the user's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stillnight.cli import opening
from stillnight.cli.commands.demo import make_demo
from stillnight.cli.house import House, open_file_store
from stillnight.cli.main import main
from stillnight.journal.reliefs.helped import helped

NOW = "2026-11-19T22:40+01:00"


@pytest.fixture
def house(monkeypatch, home) -> House:
    """The user's own house, without a journal yet."""
    monkeypatch.setenv("STILLNIGHT_NOW", NOW)
    return House({"STILLNIGHT_NOW": NOW, "HOME": str(home)}, None, open_file_store)


def test_the_made_up_year_is_an_ordinary_journal(house, tmp_path):
    journal = make_demo(house, tmp_path).journal
    assert len(journal.browse.dates()) > 300
    assert not journal.browse.night(journal.tonight).logged
    assert [lab.kind for lab in journal.ledgers.labs()] == ["ferritin"]
    assert [one.name for one in journal.ledgers.usual_medicines(journal.tonight)] == ["evening tablet"]
    assert {mark.kind for mark in journal.ledgers.marks()} == {"flight", "donation"}
    tried = {one.relief: one for one in helped(journal, {}, {})}
    assert (tried["walk"].rating, tried["cool_water"].rating) == (4, 2)
    assert all(one.completed and one.stopped and one.pairs for one in tried.values())


def test_in_the_morning_there_is_a_night_to_confirm(house, tmp_path):
    journal = make_demo(house, tmp_path, "morning").journal
    night = journal.browse.night(journal.tonight)
    assert (night.severity, night.get("morning_at")) == (5, None)
    assert len(journal.browse.episodes(journal.tonight, journal.tonight)[journal.tonight]) == 1


def test_it_begins_without_a_word_and_without_a_deed_to_undo(house, tmp_path, capsys):
    made = make_demo(house, tmp_path)
    assert list(made.store.notices()) == []
    assert made.journal.undo().receipt is None
    assert capsys.readouterr() == ("", "")


def test_nothing_of_the_users_own_is_touched(house, home, tmp_path):
    make_demo(house, tmp_path / "demo")
    assert list(home.rglob("*")) == []


def test_the_demo_opens_its_own_journal_and_goes_away_again(house, home, monkeypatch, capsys):
    opened = []

    def open_app(made: House, moment: str | None) -> int:
        opened.append((made.place.path, len(made.journal.browse.dates()), moment))
        return 0

    monkeypatch.setattr(opening, "need_terminal", lambda: None)
    monkeypatch.setattr(opening, "open_app", open_app)
    assert main(["demo", "--moment", "morning"]) == 0
    (path, nights, moment), *_ = opened
    assert (nights > 300, moment) == (True, "morning")
    assert not path.exists()
    assert not path.parent.parent.exists()
    assert list(home.rglob("*.json")) == []
    assert "your own journal was not touched" in capsys.readouterr().out


def test_without_a_terminal_it_says_so_before_it_makes_anything(house, capsys):
    assert main(["demo"]) == 2
    assert "the screen needs a terminal" in capsys.readouterr().err


def test_it_can_be_written_to_a_file(house, tmp_path, capsys):
    path = tmp_path / "demo.json"
    assert main(["demo", "--write", str(path)]) == 0
    assert len(json.loads(path.read_text())["nights"]) > 300
    assert str(path) in capsys.readouterr().out
    assert main(["--journal", str(path), "show"]) == 0


@pytest.mark.parametrize(
    ("name", "problem"), [("there.json", "is there already"), ("no/demo.json", "there is no folder")]
)
def test_it_writes_over_nothing(house, tmp_path, capsys, name, problem):
    (tmp_path / "there.json").write_text("mine")
    assert main(["demo", "--write", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert problem in said
    assert said.count("\n") == 1
    assert Path(tmp_path / "there.json").read_text() == "mine"
