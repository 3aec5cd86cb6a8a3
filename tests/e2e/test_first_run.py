"""From an empty machine to a journal in a cloud folder, and from there to a second machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.machine import USUAL, Machine, quit_by


@pytest.fixture
def dropbox(home: Path) -> Path:
    """A cloud folder that was set up before."""
    (home / "Dropbox").mkdir()
    return home / "Dropbox/stillnight/journal.json"


@pytest.fixture
def other(home: Path) -> dict[str, str]:
    """A second machine whose cloud folder is the same."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    return {name: str(home / "other" / name) for name in names}


def other_journal(other: dict[str, str]) -> Path:
    return Path(other["XDG_DATA_HOME"]) / "stillnight/journal.json"


def test_what_is_half_typed_is_there_when_the_journal_has_moved(machine: Machine, dropbox):
    terminal = machine.open(size=USUAL)
    terminal.wait_for("F sets things up")
    terminal.press("6")
    terminal.wait_for("[6]")
    terminal.press("F")
    terminal.wait_for("Dropbox: take it there")
    terminal.press("down", "enter")
    terminal.wait_for("The journal lives in ~/Dropbox/stillnight/journal.json now", "2 of 3")
    terminal.press("s", "s")
    terminal.wait_for("That is all")
    terminal.press("esc")
    terminal.wait_for("[6]", "Enter save")
    terminal.press("enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights(dropbox)["2026-11-19"]["severity"] == 6
    assert not machine.journal.exists()
    assert '"severity": 6' in machine.run("show", "--json").out


def test_a_second_machine_takes_one_key_and_loses_nothing_that_it_logged_before(machine, dropbox, other):
    machine.run("log", "3", "--night", "2026-11-18", "--note", "on the first machine")
    assert machine.run("move", "dropbox").code == 0
    before = machine.nights(dropbox)

    terminal = machine.open(size=USUAL, **other)
    terminal.wait_for("There is a journal in your Dropbox")
    terminal.press("7", "enter")
    terminal.wait_for("saved the night", "F uses the journal that was found")
    terminal.press("F")
    terminal.wait_for("▸Dropbox: use the journal there")
    terminal.press("enter")
    terminal.wait_for("The journal in Dropbox is used now; what was logged here is in it")
    terminal.press("esc")
    terminal.wait_for("18▂", "19▆", "Enter save")
    assert quit_by(terminal) == 0

    nights = machine.nights(dropbox)
    assert nights["2026-11-18"] == before["2026-11-18"]
    assert nights["2026-11-19"]["severity"] == 7
    assert not other_journal(other).exists()
    assert (
        machine.run("show", "2026-11-19", "--json").out
        == machine.run("show", "2026-11-19", "--json", **other).out
    )
    assert machine.run("verify", **other).code == 0


def test_a_place_that_cannot_be_made_moves_nothing(machine: Machine, dropbox, home):
    (home / "Dropbox/stillnight").write_text("a file where the folder should be")
    terminal = machine.open(size=USUAL)
    terminal.press("6", "enter")
    terminal.wait_for("saved the night")
    before = machine.journal.read_bytes()
    terminal.press("F")
    terminal.wait_for("Dropbox: take it there")
    terminal.press("down", "enter")
    # a long path may break the line anywhere
    terminal.wait_for(lambda shown: "could not be made" in " ".join(shown.text().split()))
    terminal.press("esc")
    terminal.wait_for("Enter save")
    assert quit_by(terminal) == 0
    assert machine.journal.read_bytes() == before


def test_from_nothing_to_the_third_night_nobody_is_asked_twice(machine: Machine):
    for night in range(19, 22):
        now = f"2026-11-{night}T22:40+01:00"
        terminal = machine.open(size=USUAL, STILLNIGHT_NOW=now)
        terminal.press("5", "enter")
        terminal.wait_for("saved the night")
        assert ("C check-up" in terminal.text()) is (night == 19)
        if night == 19:
            terminal.press("C")
            terminal.wait_for("1 of 9")
            terminal.press("111111111")
            terminal.wait_for("The check-up is done", "Iron: was it ever measured?")
            terminal.press("esc")
            terminal.wait_for("Enter save")
        assert quit_by(terminal) == 0
    assert len(machine.nights()) == 3
