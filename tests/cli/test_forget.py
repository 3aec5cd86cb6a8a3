"""``forget``: nothing of a journal is left on this machine but the journal; on real files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from stillnight.cli.main import main
from stillnight.storage.disk.drafts import FileDrafts

NOTE = "words of a night"


@pytest.fixture
def state(home) -> Path:
    return home / ".local/state/stillnight"


@pytest.fixture
def journal(home, run) -> Path:
    """A journal in a cloud folder, and words of its nights everywhere on this machine."""
    (home / "Dropbox").mkdir()
    path = home / "Dropbox/journal.json"
    run("use", str(path))
    run("log", "6", "--note", NOTE)
    run("log", "7", "--note", f"{NOTE}, again", at="2026-11-19T23:40+01:00")
    return path


def holding(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and NOTE.encode() in path.read_bytes()]


def test_after_a_yes_nothing_is_left_but_the_journal(run, journal, state):
    FileDrafts(state, journal).keep(date(2026, 11, 18), {"note": NOTE})
    assert holding(state)
    before = journal.read_bytes()

    code, out, err = run("forget", typed="y\n")

    assert (code, err) == (0, "")
    assert "on this machine: its copy, its log, and with it undo, 1 earlier state" in out
    assert "words of 1 night that were typed and never saved: they are nowhere else" in out
    assert "take all of it away from this machine? [y/N]" in out
    assert f"still there: the journal itself, {journal}" in out
    assert "still there: your settings" in out
    assert holding(state) == []
    assert not list((state / "journals").iterdir())
    assert journal.read_bytes() == before
    assert NOTE in run("show")[1]


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_anything_but_a_yes_leaves_it(run, journal, state, typed):
    before = holding(state)

    assert "left as it is" in run("forget", typed=typed)[1]

    assert holding(state) == before


def test_where_nobody_can_answer_it_wants_yes(run, journal, state):
    assert run("forget")[0] == 2
    assert holding(state)

    assert run("forget", "--yes")[0] == 0
    assert holding(state) == []


def test_what_is_in_no_file_yet_is_not_taken_away_unasked(run, journal, state):
    journal.rename(journal.with_name("elsewhere.txt"))

    code, _, err = run("forget", "--yes")

    assert code == 1
    assert "nothing was taken away" in err
    assert "is not there, so what is kept here may be all there is" in err
    assert "--even-unpublished" in err
    assert not journal.exists()
    assert holding(state)
    assert run("forget", "--yes", "--even-unpublished")[0] == 0
    assert holding(state) == []


def test_what_was_not_published_is_published_first(run, journal, state):
    text = journal.read_bytes()
    run("log", "3", "--night", "2026-11-17", "--note", "on its way")
    journal.write_bytes(text)  # the service brought the file of before back

    assert run("forget", "--yes")[0] == 0

    assert b"on its way" in journal.read_bytes()


def test_what_was_entered_while_somebody_was_asked_stays(run, journal, state, monkeypatch):
    def answer(question: str) -> bool:
        folder = journal.parent.rename(journal.parent.with_name("away"))
        main(["log", "3", "--night", "2026-11-17", "--note", f"{NOTE}, typed meanwhile"])
        folder.rename(journal.parent)
        return True

    monkeypatch.setattr("stillnight.cli.commands.forget.is_answered", answer)

    code, out, err = run("forget", typed="y\n")

    assert code == 1
    assert "changed meanwhile, so what is kept of it stays here" in err
    assert "forgotten" not in out
    assert "typed meanwhile" in run("show", "2026-11-17")[1]


def test_every_journal_of_this_machine(run, journal, state, home):
    other = home / "other.json"
    run("--journal", str(other), "log", "2", "--note", NOTE)

    _, out, _ = run("forget", "--all", "--yes")

    assert "forgotten: 2 journals" in out
    assert not state.exists()
    assert journal.exists()
    assert other.exists()


def test_a_journal_that_was_moved_is_known_by_its_new_place(run, journal, state, home):
    run("move", str(home / "journal.json"))
    run("log", "7")

    assert run("forget", "--all", "--yes")[0] == 0

    assert not state.exists()


def test_for_programs(run, journal, state):
    (shape,) = json.loads(run("forget", "--json")[1])
    assert shape["journal"] == str(journal)
    assert (shape["images"], shape["unsaved_nights"], shape["unpublished"]) == (1, 0, None)
    assert shape["bytes"] > 0

    done = json.loads(run("forget", "--json", "--yes")[1])

    assert done["left"]["journals"] == [str(journal)]
    assert holding(state) == []


def test_where_nothing_is_kept_it_says_so(run, home, state):
    assert "nothing is kept on this machine of" in run("forget", "--yes")[1]
    assert not state.exists()
