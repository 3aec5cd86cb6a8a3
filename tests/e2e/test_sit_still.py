"""Sitting still until the first urge, in a real terminal."""

from __future__ import annotations

from tests.e2e.machine import SMALL


def test_enter_is_the_first_urge_on_plain_lines(machine):
    terminal = machine.start("sit-still", size=SMALL)
    terminal.wait_for("Enter begins.")
    terminal.press("enter")
    terminal.wait_for("stop without one.")
    terminal.press("enter")
    terminal.wait_for("Less than a minute")
    terminal.press("enter")
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.seen
    assert machine.nights()["2026-11-19"] == {
        "date": "2026-11-19",
        "rest_latency_min": 0,
        "_t": _stamp(machine),
    }


def test_ctrl_c_leaves_and_nothing_is_kept(machine):
    terminal = machine.start("sit-still", size=SMALL)
    terminal.wait_for("Enter begins.")
    terminal.press("enter")
    terminal.wait_for("stop without one.")
    terminal.press("ctrl+c")
    assert terminal.wait_for_end() == 130
    assert "Nothing was kept." in terminal.text()
    assert not machine.journal.exists()


def _stamp(machine) -> object:
    return machine.nights()["2026-11-19"]["_t"]
