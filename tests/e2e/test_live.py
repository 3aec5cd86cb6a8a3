"""The program is open in a real terminal, and another device writes the same file."""

from __future__ import annotations

import pytest
from tests.e2e.machine import PROGRAM, SMALL, USUAL, WIDE, Machine, quit_by

SOON = 5.0
"""Two seconds are promised; a busy machine that runs tests takes longer to draw."""


@pytest.fixture
def desk(machine: Machine, home):
    """Writes the same journal as another device: its own settings and its own state."""
    own = {
        "XDG_STATE_HOME": str(home / "desk/state"),
        "XDG_CONFIG_HOME": str(home / "desk/config"),
        "STILLNIGHT_JOURNAL": str(machine.journal),
    }
    machine.run("log", "2", "--night", "2026-11-17")
    machine.run("set", "device_name", "desk", **own)
    return lambda *args: machine.run(*args, **own)


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
def test_what_another_device_writes_is_shown_and_what_is_typed_stays(machine, desk, size):
    terminal = machine.open(size=size)
    terminal.press("6", "21")
    terminal.wait_for("[6]", "21:__")
    assert desk("log", "4", "+caffeine=3").code == 0
    terminal.wait_for("merged 22:40", "caffeine 3", "[6]", "21:__", deadline=SOON)
    terminal.press("30", "enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    night = machine.nights()["2026-11-19"]
    assert (night["severity"], night["f.caffeine"], night["onset"]) == (6, 3, "2026-11-19T21:30+01:00")


def test_two_open_programs_on_two_devices_show_each_others_nights(machine, desk, home):
    here = machine.open(size=USUAL)
    there = machine.open(
        size=USUAL,
        XDG_STATE_HOME=str(home / "desk/state"),
        XDG_CONFIG_HOME=str(home / "desk/config"),
        STILLNIGHT_JOURNAL=str(machine.journal),
    )
    here.press("6", "enter")
    there.wait_for("merged 22:40", "[6]", deadline=SOON)
    there.press("down", "down", "c2", "enter")
    here.wait_for("merged 22:40 from desk", "caffeine 2", deadline=SOON)
    assert (quit_by(here), quit_by(there)) == (0, 0)
    night = machine.nights()["2026-11-19"]
    assert (night["severity"], night["f.caffeine"]) == (6, 2)


def test_two_answers_that_differ_are_chosen_between_on_the_screen(machine, desk):
    before = machine.journal.read_bytes()
    machine.run("log", "6")
    ours = machine.journal.read_bytes()
    machine.journal.write_bytes(before)
    desk("log", "4")
    machine.journal.with_name("journal (desk's conflicted copy 2026-11-19).json").write_bytes(ours)
    terminal = machine.open(size=USUAL)
    terminal.wait_for("D shows both", deadline=SOON)
    terminal.press("D")
    terminal.wait_for("urge 4", "urge 6", "desk,")
    terminal.press("j", "enter")
    terminal.wait_for("agree on everything")
    assert quit_by(terminal) == 0
    assert machine.run("verify", "--json").out.count('"differs": []') == 1


def test_a_program_in_the_background_holds_nobody_up(machine, desk):
    """Whoever is stopped by Ctrl+Z holds no lock; back in front it shows what came meanwhile."""
    shell = machine.start(
        *("--norc", "-i"), command=("bash",), size=USUAL, PS1="ready ", HISTFILE="", INPUTRC="/dev/null"
    )
    shell.wait_for("ready")
    shell.press(" ".join(map(str, PROGRAM)), "enter")
    shell.wait_for("Enter save")
    shell.press("ctrl+z")
    shell.wait_for("ready", lambda one: not one.is_full_screen)
    # were the journal held by the stopped program, this would wait until the test fails
    assert machine.run("log", "--night", "2026-11-16", "9").code == 0
    shell.press("fg", "enter")
    shell.wait_for("16█", deadline=SOON)
