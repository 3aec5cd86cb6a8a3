"""Three in the morning in a real terminal: one key logs, four guide, and the bout is kept."""

from __future__ import annotations

import signal
from typing import Any

import pytest
from tests.e2e.machine import PROGRAM, USUAL, Machine, quit_by
from tests.e2e.terminal import Terminal
from tinydb import TinyDB

PHONE = (44, 24)
AT_THREE = {"STILLNIGHT_NOW": "2026-11-20T03:10+01:00"}
WORDS = "how strong"

IN_A_SHELL = ("bash", "--norc", "-m", "-c", '"$@"; echo "in the shell"; read -r _; fg >/dev/null', "bash")
"""A shell with job control that runs a command, says when it was stopped, and on Enter continues it."""


def bouts(machine: Machine) -> list[dict[str, Any]]:
    """What plain TinyDB finds of the bouts."""
    if not machine.journal.exists():
        return []
    with TinyDB(machine.journal, access_mode="r") as db:
        return [dict(record) for record in db.table("episodes").all()]


def is_black(terminal: Terminal) -> bool:
    """Is nothing on the screen, and no cell other than black?"""
    colors = {cell.bg for row in terminal.screen.buffer.values() for cell in row.values()}
    return not terminal.text().strip() and colors <= {"000000", "default"}


def in_a_session(terminal: Terminal) -> bool:
    """Is a guided session on the screen?"""
    return "any key" in terminal.text() and WORDS not in terminal.text()


@pytest.fixture
def terminal(machine: Machine) -> Terminal:
    """The program, opened at ten past three on a small screen."""
    made = machine.start(size=PHONE, **AT_THREE)
    made.wait_for(WORDS)
    return made


def test_one_key_logs_and_it_is_black(machine, terminal):
    terminal.press("7")
    terminal.wait_for(is_black, lambda _: len(bouts(machine)) == 1)
    [bout] = bouts(machine)
    assert (bout["night"], bout["at"], bout["severity"]) == ("2026-11-19", "2026-11-20T03:10+01:00", 7)
    assert machine.nights() == {}
    assert quit_by(terminal) == 0
    assert terminal.is_restored


def test_a_digit_that_is_typed_before_anything_is_drawn_is_not_lost(machine):
    terminal = machine.start(size=PHONE, **AT_THREE)
    terminal.press("7")
    terminal.wait_for(is_black, lambda _: [bout["severity"] for bout in bouts(machine)] == [7])


@pytest.mark.parametrize("colors", ["truecolor", ""])
def test_a_key_of_a_terminal_with_another_encoding_ends_nothing(machine, colors):
    # without all colours there is no first frame, and Textual enters the terminal itself
    terminal = machine.start(size=PHONE, **AT_THREE, COLORTERM=colors)
    terminal.wait_for(WORDS)
    terminal.send(b"\xe4")
    terminal.send(b"7\xfc")
    terminal.wait_for(lambda _: [bout["severity"] for bout in bouts(machine)] == [7])
    terminal.press("5")
    terminal.wait_for(is_black, lambda _: [bout["severity"] for bout in bouts(machine)] == [5])
    assert b"Traceback" not in terminal.seen
    assert quit_by(terminal) == 0


def test_no_month_and_no_clock_is_ever_sent(machine, terminal):
    terminal.press("7")
    terminal.wait_for(is_black)
    for words in (b"November", b"Mo  Tu", b"03:1", b"saved", b"Tonight"):
        assert words not in terminal.seen


def test_four_keys_begin_a_relief_end_it_and_rate_it(machine, terminal):
    terminal.press("7", "enter")
    terminal.wait_for(in_a_session)
    terminal.press("z")
    terminal.wait_for("0-9")
    terminal.press("4")
    terminal.wait_for(is_black)
    [bout] = bouts(machine)
    assert (bout["severity"], bout["after"], bout["completed"]) == (7, 4, False)
    assert bout["relief"]


def test_all_four_keys_at_once_do_the_same(machine):
    terminal = machine.start(size=PHONE, **AT_THREE)
    terminal.press("7\rz4")
    terminal.wait_for(is_black, lambda _: [bout.get("after") for bout in bouts(machine)] == [4])
    assert [bout["severity"] for bout in bouts(machine)] == [7]


def test_a_session_that_is_killed_is_kept_as_not_completed(machine, terminal):
    terminal.press("7", "enter")
    terminal.wait_for(in_a_session)
    terminal.kill()
    assert terminal.wait_for_end() == -signal.SIGKILL
    [bout] = bouts(machine)
    assert (bout["severity"], bout["completed"]) == (7, False)
    assert bout["relief"]
    again = machine.start(size=PHONE, **AT_THREE)
    again.wait_for(WORDS)
    assert quit_by(again) == 0


def test_another_window_size_costs_nothing_of_a_session(machine, terminal):
    terminal.press("7", "enter")
    terminal.wait_for(in_a_session)
    terminal.resize(*USUAL)
    terminal.wait_for(in_a_session)
    terminal.resize(30, 10)
    terminal.press("z")
    terminal.wait_for("0-9")
    terminal.press("3")
    terminal.wait_for(is_black)
    terminal.resize(*USUAL)
    terminal.press("z")
    terminal.wait_for(WORDS)
    assert [bout["after"] for bout in bouts(machine)] == [3]


def test_the_shell_in_between_costs_nothing_of_a_session(machine):
    terminal = machine.start(size=PHONE, command=[*IN_A_SHELL, *PROGRAM], **AT_THREE)
    terminal.wait_for(WORDS)
    terminal.press("7", "enter")
    terminal.wait_for(in_a_session)
    terminal.press("ctrl+z")
    terminal.wait_for("in the shell")
    assert [bout["completed"] for bout in bouts(machine)] == [False]
    terminal.screen.reset()
    terminal.press("enter")
    terminal.wait_for(in_a_session)
    terminal.press("z")
    terminal.wait_for("0-9")
    terminal.press("2")
    terminal.wait_for(is_black)
    assert [bout["after"] for bout in bouts(machine)] == [2]
    assert quit_by(terminal) == 0


def test_backspace_takes_it_back_and_lights_out_is_marked_again(machine, terminal):
    machine.run("log", "--lights-out", "23:00", **AT_THREE)
    terminal.press("7")
    terminal.wait_for(is_black)
    terminal.press("l")
    terminal.wait_for("lights out again")
    assert [bout["back_at"] for bout in bouts(machine)] == ["2026-11-20T03:10+01:00"]
    terminal.press("backspace")
    terminal.wait_for("taken back")
    terminal.press("backspace")
    terminal.wait_for("taken back", lambda _: bouts(machine) == [])
