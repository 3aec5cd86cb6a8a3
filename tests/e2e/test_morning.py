"""From the evening through the night to the morning and the evening after, in a real terminal."""

from __future__ import annotations

from tests.e2e.machine import quit_by

LATER = {
    "night": "2026-11-20T03:10+01:00",
    "morning": "2026-11-20T06:50+01:00",
    "evening": "2026-11-20T21:00+01:00",
}
"""The same night, and the evening after it."""


def test_four_keys_confirm_the_night_that_the_evening_and_the_night_have_logged(machine):
    machine.run("log", "6", "--onset", "21:30", "--lights-out", "22:50")
    machine.run("awake", "5", "--minutes", "10", STILLNIGHT_NOW=LATER["night"])
    terminal = machine.start(STILLNIGHT_NOW=LATER["morning"])
    terminal.wait_for("Last woke")
    terminal.press("326", "enter")
    terminal.wait_for("confirmed the night of Thu 19 → Fri 20 Nov", "saved 06:50")
    assert quit_by(terminal) == 0
    night = machine.nights()["2026-11-19"]
    assert (night["quality"], night["rested"], night["disturbed"], night["nwak"]) == (3, 2, 6, 1)
    assert night["final_wake"] == night["morning_at"] == LATER["morning"]


def test_a_morning_that_was_missed_is_offered_in_the_evening_and_typed_behind_its_key(machine):
    machine.run("log", "6", "--lights-out", "22:50")
    terminal = machine.start(STILLNIGHT_NOW=LATER["evening"])
    terminal.wait_for("last night is not confirmed")
    terminal.press("W326\r")
    terminal.wait_for("confirmed the night of Thu 19 → Fri 20 Nov")
    assert quit_by(terminal) == 0
    night = machine.nights()["2026-11-19"]
    assert (night["quality"], night["rested"], night["disturbed"]) == (3, 2, 6)
    assert "final_wake" not in night
    assert night["severity"] == 6
