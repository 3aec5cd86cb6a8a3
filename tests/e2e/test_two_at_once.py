"""The screen is open, and something else writes into the same journal."""

from __future__ import annotations

from tests.e2e.machine import USUAL, quit_by
from tinydb import TinyDB


def test_what_the_command_line_logs_meanwhile_is_kept_by_the_next_save(machine):
    terminal = machine.open(size=USUAL)
    terminal.press("6")
    terminal.wait_for("[6]")
    assert machine.run("log", "3", "--night", "2026-11-18").code == 0
    assert machine.run("log", "--note", "from the shell").code == 0
    terminal.press("enter")
    terminal.wait_for("saved the night", "18▂")
    assert quit_by(terminal) == 0
    nights = machine.nights()
    assert nights["2026-11-18"]["severity"] == 3
    assert (nights["2026-11-19"]["severity"], nights["2026-11-19"]["note"]) == (6, "from the shell")


def test_two_open_screens_lose_nothing_of_each_other(machine):
    one, other = machine.open(size=USUAL), machine.open(size=USUAL)
    one.press("6", "enter")
    one.wait_for("saved the night")
    other.press("down", "down", "c2", "enter")
    other.wait_for("saved the night", "[6]")
    assert (quit_by(one), quit_by(other)) == (0, 0)
    night = machine.nights()["2026-11-19"]
    assert (night["severity"], night["f.caffeine"]) == (6, 2)


def test_what_plain_tinydb_writes_meanwhile_is_kept_too(machine):
    machine.run("log", "3", "--night", "2026-11-18")
    terminal = machine.open(size=USUAL)
    with TinyDB(machine.journal) as db:
        db.table("nights").insert({"date": "2026-11-17", "severity": 9})
    terminal.press("6", "enter")
    terminal.wait_for("saved the night", "17█")
    assert quit_by(terminal) == 0
    severities = {day: night["severity"] for day, night in machine.nights().items()}
    assert severities == {"2026-11-17": 9, "2026-11-18": 3, "2026-11-19": 6}
