"""A guided session on plain lines in a real terminal, as wide as a phone held upright."""

from __future__ import annotations

import json
import os
import signal
from typing import Any

import pytest
from tests.e2e.machine import PROGRAM, Machine
from tests.e2e.terminal import Terminal
from tests.e2e.test_interrupted import IN_A_SHELL
from tinydb import TinyDB

PHONE = (40, 24)
STEP = "Hold 30 seconds."


def episodes(machine: Machine) -> list[dict[str, Any]]:
    """What plain TinyDB finds of the bouts."""
    with TinyDB(machine.journal, access_mode="r") as db:
        return [dict(record) for record in db.table("episodes").all()]


def begin(machine: Machine, **environ: str) -> Terminal:
    """Begin a stretch with an urge of 6, and wait until it is at its first hold."""
    terminal = machine.start("relief", "calf-stretch", size=PHONE, TERM="dumb", **environ)
    terminal.wait_for("How strong is the urge")
    terminal.press("6", "enter")
    terminal.wait_for("p pause")
    terminal.press("enter")
    terminal.wait_for(STEP)
    return terminal


def widest(terminal: Terminal) -> int:
    """The longest line that the program wrote, the terminal's own folding apart."""
    return max(map(len, terminal.seen.decode().replace("\r\n", "\n").splitlines()))


def test_a_stretch_that_enter_alone_led_through_was_stopped_early(machine):
    steps = json.loads(machine.run("relief", "calf_stretch", "--json").out)["steps"]
    terminal = begin(machine)
    assert episodes(machine)[0]["completed"] is False
    for _ in steps[1:]:
        terminal.press("enter")
    terminal.wait_for("Stopped after less than a minute.", "And the urge now?")
    terminal.press("3", "enter")
    terminal.wait_for("Noted.")
    assert terminal.wait_for_end() == 0
    assert b"\x1b" not in terminal.seen
    assert b"\a" not in terminal.seen
    (episode,) = episodes(machine)
    assert (episode["relief"], episode["severity"], episode["after"], episode["completed"]) == (
        "calf_stretch", 6, 3, False,
    )  # fmt: skip


def test_no_line_is_wider_than_the_phone_and_none_tells_the_time(machine):
    terminal = begin(machine)
    terminal.press("p", "enter")
    terminal.wait_for("Paused.")
    terminal.press("enter")
    terminal.wait_for("Going on.")
    terminal.press("?", "enter")
    terminal.wait_for("Step 2 of")
    terminal.press("b", "enter", "s", "enter")
    terminal.wait_for("Stopped", "And the urge now?")
    terminal.press("enter")
    assert terminal.wait_for_end() == 0
    # what was said when the journal was begun is of the file, not of the session
    before_notices = terminal.seen.partition(b"stillnight: ")[0]
    terminal.seen = before_notices
    assert widest(terminal) <= 40
    assert b"22:40" not in before_notices


def test_ctrl_c_stops_it_and_what_was_done_is_kept(machine):
    terminal = begin(machine)
    terminal.press("ctrl+c")
    assert terminal.wait_for_end() == 130
    assert "Stopped after" in terminal.text()
    assert "Traceback" not in terminal.text()
    assert [(one["severity"], one["completed"]) for one in episodes(machine)] == [(6, False)]


def test_ctrl_c_at_the_urge_afterwards_leaves_the_session_as_it_ended(machine):
    steps = json.loads(machine.run("relief", "calf_stretch", "--json").out)["steps"]
    terminal = begin(machine)
    for _ in steps[1:]:
        terminal.press("enter")
    terminal.wait_for("And the urge now?")
    terminal.press("ctrl+c")
    assert terminal.wait_for_end() == 130
    (episode,) = episodes(machine)
    assert (episode["completed"], "after" in episode) == (False, False)


def test_the_end_of_the_input_stops_it(machine):
    terminal = begin(machine)
    terminal.press("ctrl+d")
    terminal.wait_for("Stopped after", "And the urge now?")
    terminal.press("ctrl+d")
    assert terminal.wait_for_end() == 0
    assert episodes(machine)[0]["completed"] is False


def test_a_session_whose_process_is_killed_is_there_and_not_completed(machine):
    terminal = begin(machine)
    terminal.kill()
    assert terminal.wait_for_end() == -signal.SIGKILL
    assert [(one["relief"], one["completed"]) for one in episodes(machine)] == [("calf_stretch", False)]
    assert "calf" in machine.run("show").out


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_window_notes_how_long_it_was(machine, how):
    terminal = begin(machine)
    assert "minutes" not in episodes(machine)[0]
    terminal.kill(how)
    assert terminal.wait_for_end() == -how
    (episode,) = episodes(machine)
    assert (episode["completed"], episode["minutes"]) == (False, 0)
    assert "Traceback" not in terminal.text()


def test_a_connection_that_drops_notes_how_long_it_was(machine):
    terminal = begin(machine)
    terminal.hang_up()
    (episode,) = episodes(machine)
    assert (episode["completed"], episode["minutes"]) == (False, 0)
    assert not (machine.state / "last-error.txt").exists()


def test_what_another_device_writes_meanwhile_is_kept_and_keeps_the_session(machine):
    terminal = begin(machine)
    desk = {"XDG_STATE_HOME": str(machine.home / "desk-state"), "STILLNIGHT_JOURNAL": str(machine.journal)}
    os.makedirs(desk["XDG_STATE_HOME"])
    assert machine.run("log", "5", "--note", "from the desk", **desk).code == 0
    assert machine.run("awake", "4", "--at", "22:10", **desk).code == 0
    terminal.press("s", "enter")
    terminal.wait_for("And the urge now?")
    terminal.press("2", "enter")
    assert terminal.wait_for_end() == 0
    assert machine.nights()["2026-11-19"]["note"] == "from the desk"
    assert sorted((one["severity"], one.get("after")) for one in episodes(machine)) == [(4, None), (6, 2)]


def test_another_window_size_in_the_middle_costs_nothing(machine):
    terminal = begin(machine)
    terminal.resize(30, 20)
    before = len(terminal.seen)
    terminal.press("?", "enter")
    terminal.wait_for("Step 2 of")
    assert max(map(len, terminal.seen[before:].split(b"\r\n"))) <= 30
    terminal.resize(100, 30)
    terminal.press("s", "enter")
    terminal.wait_for("And the urge now?")
    terminal.press("1", "enter")
    assert terminal.wait_for_end() == 0
    assert episodes(machine)[0]["after"] == 1


def test_it_goes_to_the_shell_and_comes_back_where_it_was(machine):
    terminal = machine.start(
        size=PHONE, command=[*IN_A_SHELL, *PROGRAM, "relief", "calf-stretch"], TERM="dumb"
    )
    terminal.wait_for("How strong is the urge")
    terminal.press("6", "enter")
    terminal.wait_for("p pause")
    terminal.press("enter")
    terminal.wait_for(STEP)
    terminal.press("ctrl+z")
    terminal.wait_for("in the shell")
    terminal.press("enter")
    terminal.press("?", "enter")
    terminal.wait_for("Step 2 of")
    terminal.press("s", "enter")
    terminal.wait_for("And the urge now?")
    terminal.press("4", "enter")
    terminal.wait_for("Noted.")
    terminal.wait_for_end()
    assert (episodes(machine)[0]["after"], episodes(machine)[0]["completed"]) == (4, False)


def test_awake_alone_is_one_digit_and_then_a_relief(machine):
    terminal = machine.start("--moment", "night", "awake", size=PHONE)
    terminal.wait_for("How strong is the urge")
    terminal.press("7", "enter")
    terminal.wait_for("awake: urge 7", "Enter:", "q leaves.")
    assert [one["severity"] for one in episodes(machine)] == [7]
    terminal.press("enter")
    terminal.wait_for("p pause", lambda _: "relief" in episodes(machine)[0])
    terminal.press("s", "enter")
    terminal.wait_for("And the urge now?")
    terminal.press("2", "enter")
    assert terminal.wait_for_end() == 0
    (episode,) = episodes(machine)
    assert (episode["severity"], episode["after"], episode["completed"]) == (7, 2, False)


def test_a_long_sit_has_its_breaks_until_ctrl_c(machine):
    terminal = machine.start("relief", "sit-break", "--for", "5h", size=PHONE, TERM="dumb")
    terminal.wait_for("6 breaks in 5 h.")
    terminal.press("enter")
    terminal.wait_for("Break 1.")
    terminal.press("8", "enter")
    terminal.wait_for("Noted.")
    terminal.press("3", "enter")
    terminal.wait_for("The next one in 45 min.")
    terminal.press("ctrl+c")
    assert terminal.wait_for_end() == 130
    assert "noted as had: 1" in terminal.text()
    (episode,) = episodes(machine)
    assert (episode["relief"], episode["severity"], episode["after"]) == ("sit_break", 8, 3)
