"""Evenings that end before Enter: a crash, a way out, a shell in between, another window size."""

from __future__ import annotations

import signal

import pytest
from tests.e2e.machine import PROGRAM, READY, SMALL, USUAL, WIDE, quit_by

BACK = "what was typed and not saved is back"

IN_A_SHELL = ("bash", "--norc", "-m", "-c", '"$@"; echo "in the shell"; read -r _; fg >/dev/null', "bash")
"""A shell with job control that runs a command, says when it was stopped, and on Enter continues it."""


def test_what_was_typed_is_back_after_a_crash(machine):
    terminal = machine.open(size=USUAL)
    terminal.press("7", "2215", "c2", "o")
    terminal.wait_for("[7]", "22:15", "+c caffeine 2", "─ Note ─")
    terminal.press("so far so")
    terminal.wait_for("so far so", lambda _: "so far so" in machine.draft)
    terminal.kill()
    assert terminal.wait_for_end() == -signal.SIGKILL
    assert machine.nights() == {}

    terminal = machine.open(size=USUAL)
    terminal.wait_for(BACK, "[7]", "22:15", "+c caffeine 2", "so far so")
    terminal.press("up", "enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    night = machine.nights()["2026-11-19"]
    assert (night["severity"], night["onset"], night["f.caffeine"], night["note"]) == (
        7, "2026-11-19T22:15+01:00", 2, "so far so",
    )  # fmt: skip


@pytest.mark.parametrize("key", ["Q", "ctrl+q", "ctrl+c"])
def test_every_way_out_restores_the_terminal_and_keeps_what_was_typed(machine, key):
    terminal = machine.open(size=USUAL)
    assert terminal.is_full_screen
    assert not terminal.is_restored
    terminal.press("4")
    terminal.wait_for("[4]", lambda _: '"severity": 4' in machine.draft)
    assert quit_by(terminal, key) == 0
    assert terminal.is_restored
    assert machine.nights() == {}
    terminal = machine.open(size=USUAL)
    terminal.wait_for(BACK, "[4]")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_window_keeps_what_was_typed(machine, how):
    terminal = machine.open(size=USUAL)
    terminal.press("4")
    terminal.wait_for("[4]", lambda _: '"severity": 4' in machine.draft)
    terminal.kill(how)
    terminal.wait_for_end()
    terminal = machine.open(size=USUAL)
    terminal.wait_for(BACK, "[4]")


def test_the_program_goes_to_the_shell_and_comes_back_drawn(machine):
    terminal = machine.start(size=USUAL, command=[*IN_A_SHELL, *PROGRAM])
    terminal.wait_for(READY)
    terminal.press("5")
    terminal.wait_for("[5]")
    terminal.press("ctrl+z")
    terminal.wait_for("in the shell")
    assert terminal.is_restored
    # pyte knows no other screen: what stood there before must not pass for drawn anew
    terminal.screen.reset()
    terminal.press("enter")
    terminal.wait_for(lambda it: it.is_full_screen, READY, "[5]")
    terminal.press("enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights()["2026-11-19"]["severity"] == 5


def test_another_window_size_costs_nothing_of_what_is_half_typed(machine):
    terminal = machine.open(size=WIDE)
    terminal.press("6", "21")
    terminal.wait_for("[6]", "21:__", "To check", READY)
    terminal.resize(*SMALL)
    terminal.wait_for("[6]", "21:__", READY, lambda it: "Mo  Tu" not in it.text())
    terminal.resize(*USUAL)
    terminal.wait_for("[6]", "21:__", READY, "November 2026", "Mo  Tu")
    terminal.press("30", "enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights()["2026-11-19"]["onset"] == "2026-11-19T21:30+01:00"
