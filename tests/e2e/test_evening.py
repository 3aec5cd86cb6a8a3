"""The first evening, the second, and a night that is mended in between."""

from __future__ import annotations

import json

from tests.e2e.machine import CONSOLE_SCRIPT, NOW, USUAL, quit_by

TYPED = {
    "severity": 6,
    "onset": "2026-11-19T21:30+01:00",
    "f.caffeine": 3,
    "f.stress": 7,
    "f.alcohol": False,
    "f.exercise": False,
    "f.sitting": False,
    "f.antihistamine": False,
}
"""What the evening of the README leaves in the file."""


def answers(night):
    """A record without what the program keeps for itself."""
    return {name: value for name, value in night.items() if not name.startswith("_")}


def test_the_first_evening_goes_from_an_empty_home_into_the_file(machine):
    terminal = machine.open()
    terminal.press("6", "2130", "c3", "s7", "n", "enter")
    terminal.wait_for("saved the night of Thu 19 → Fri 20 Nov", "saved 22:40")
    assert quit_by(terminal) == 0
    assert terminal.is_restored
    assert list(machine.nights()) == ["2026-11-19"]
    kept = answers(machine.nights()["2026-11-19"])
    assert kept == TYPED | {"date": "2026-11-19", "evening_at": NOW}


def test_no_key_is_lost_however_quickly_they_come(machine):
    terminal = machine.open(size=USUAL)
    terminal.press("62130c3s7n\r")
    terminal.wait_for("saved the night")
    assert answers(machine.nights()["2026-11-19"]).items() >= TYPED.items()


def test_words_typed_at_once_behind_o_are_the_note_whatever_they_begin_with(machine):
    terminal = machine.open(size=USUAL)
    terminal.press("oSlept badly, hello\r\r")
    terminal.wait_for("saved the night")
    assert answers(machine.nights()["2026-11-19"]).keys() == {"date", "note", "evening_at"}
    assert machine.nights()["2026-11-19"]["note"] == "Slept badly, hello"


def test_the_console_script_is_the_same_program(machine):
    terminal = machine.start(size=USUAL, command=[CONSOLE_SCRIPT])
    terminal.wait_for("Enter save")
    terminal.press("0", "enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights()["2026-11-19"]["severity"] == 0
    assert machine.run("show", "--json", command=[CONSOLE_SCRIPT]) == machine.run("show", "--json")


def test_the_next_start_shows_what_was_saved(machine):
    machine.run(
        "log", "6", "--onset", "21:30", "+caffeine=3", "+stress=7", "-alcohol", "--note", "a long day"
    )
    terminal = machine.open()
    terminal.wait_for(
        "[19▆]", "[6]", "First at  21:30", "+c caffeine 3", "+s stress 7", "–a alcohol", "a long day"
    )
    assert quit_by(terminal) == 0


def test_november_is_browsed_a_night_is_mended_and_tomorrow_the_mend_is_undone(machine):
    machine.run("log", "3", "--night", "2026-11-10", "--note", "after the train")
    machine.run("log", "8", "--night", "2026-10-30")
    terminal = machine.open(size=USUAL)
    terminal.wait_for("10▂")
    terminal.press("tab")
    terminal.wait_for("e edit")
    terminal.press("K")
    terminal.wait_for("October 2026", "30█")
    for key, there in (("J", "[19 ]"), ("up", "[12 ]"), ("left", "[11 ]"), ("left", "[10▂]")):
        terminal.press(key)
        terminal.wait_for("November 2026", there)
    terminal.wait_for("Night of Tue 10 → Wed 11 Nov", "after the train")
    terminal.press("e")
    terminal.wait_for("[3]", "Enter save")
    terminal.press("7", "enter")
    terminal.wait_for("saved the night of Tue 10 → Wed 11 Nov", "[10▆]")
    assert quit_by(terminal) == 0
    shown = json.loads(machine.run("show", "2026-11-10", "--json").out)
    assert (shown["severity"], shown["note"]) == (7, "after the train")

    terminal = machine.open(size=USUAL, STILLNIGHT_NOW="2026-11-20T18:05+01:00")
    terminal.wait_for("10▆")
    terminal.press("U")
    terminal.wait_for("undone:", "10▂")
    assert quit_by(terminal) == 0
    assert machine.nights()["2026-11-10"]["severity"] == 3
    history = machine.run("show", "2026-11-10", "--history")
    assert (history.code, history.out.count("earlier: severity 7")) == (0, 1)
