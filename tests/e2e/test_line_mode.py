"""Without the screen: questions on plain lines in a real terminal, and the form's keys in one line."""

from __future__ import annotations

from tests.e2e.machine import CONSOLE_SCRIPT, SMALL


def test_an_evening_is_answered_line_by_line_and_nothing_is_redrawn(machine):
    terminal = machine.start("ask", size=SMALL)
    terminal.wait_for("since noon?")
    terminal.press("6", "enter")
    terminal.wait_for("First felt: when?")
    terminal.press("2130", "enter")
    terminal.wait_for("How many servings")
    terminal.press("c2 s7 L", "enter")
    terminal.wait_for("Will be saved: urge 6", "lights out now")
    terminal.press("enter")
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.seen
    night = machine.nights()["2026-11-19"]
    assert (night["severity"], night["f.caffeine"], night["f.stress"]) == (6, 2, 7)
    assert night["lights_out"] == "2026-11-19T22:40+01:00"


def test_somebody_who_gives_up_goes_on_in_the_form(machine):
    terminal = machine.start("ask", size=SMALL)
    terminal.wait_for("since noon?")
    terminal.press("6", "enter")
    terminal.wait_for("First felt: when?")
    terminal.press("ctrl+c")
    assert terminal.wait_for_end() == 130
    assert "What was answered is" in terminal.text()
    assert not machine.journal.exists()
    screen = machine.open()
    screen.wait_for("what was typed and not saved is back", "[6]")


def test_what_was_typed_into_the_form_goes_on_line_by_line(machine):
    screen = machine.open()
    screen.press("4")
    screen.wait_for("[4]", lambda _: '"severity": 4' in machine.draft)
    screen.press("ctrl+c")
    assert screen.wait_for_end() == 0
    terminal = machine.start("ask", size=SMALL)
    terminal.wait_for("What was answered and not saved", "Now: 4. Enter keeps it.")
    terminal.press("ctrl+d")
    assert terminal.wait_for_end() == 0
    assert "What was answered is" in terminal.text()
    assert machine.nights() == {}


def test_the_keys_of_the_form_are_taken_by_the_installed_command(machine):
    answer = machine.run("6", "2130", "c2", "s7", "n", "L", command=[CONSOLE_SCRIPT])
    assert (answer.code, answer.out.count("\n")) == (0, 1)
    assert machine.nights()["2026-11-19"]["f.caffeine"] == 2
    screen = machine.start()
    # the lights are out
    screen.wait_for("how strong")
    screen.press("esc")
    screen.wait_for("21:30", "+c caffeine 2")
