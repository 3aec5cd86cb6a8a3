"""Nothing typed is ever lost: clocks that are wrong, folders that refuse, many at once, prying eyes."""

from __future__ import annotations

import errno
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.machine import NOW, PROGRAM, USUAL, quit_by
from tests.e2e.test_trouble import is_calm, says
from tests.storage.faults.shop import build, why_not

NIGHT = "2026-11-19"

AHEAD, BEHIND = "2027-11-19T22:40+01:00", "2016-11-19T22:40+01:00"


@pytest.mark.parametrize(
    "moments",
    [(NOW, AHEAD, NOW), (NOW, BEHIND, NOW), (AHEAD, BEHIND, NOW), (BEHIND, NOW, BEHIND)],
    ids=["a year ahead", "ten years behind", "both", "behind again"],
)
@pytest.mark.parametrize("device", ["here", "desk"], ids=["one device", "two devices"])
def test_the_last_edit_is_shown_and_the_first_is_kept_whatever_the_clock_says(machine, moments, device):
    other = {} if device == "here" else {"XDG_STATE_HOME": str(machine.home / device)}
    for severity, (now, environ) in enumerate(zip(moments, ({}, other, {}), strict=True), start=4):
        done = machine.run("log", str(severity), "--night", NIGHT, "--future", STILLNIGHT_NOW=now, **environ)
        assert done.code == 0, done.err

    night = json.loads(machine.run("show", NIGHT, "--json").out)
    assert night["severity"] == 6
    said = machine.run("show", NIGHT, "--history").out
    earlier = [line.split(",")[0].split()[-1] for line in said.splitlines() if "earlier: severity" in line]
    assert earlier == ["4", "5"]


def test_eight_commands_at_once_lose_nothing(machine):
    words = [
        ["log", "6"],
        ["log", "--note", "a note"],
        ["log", "+caffeine=2"],
        ["log", "3", "--night", "2026-11-18"],
        ["log", "4", "--night", "2026-11-17"],
        ["awake", "7", "--at", "21:10"],
        ["awake", "5", "--at", "22:20"],
        ["mark", "add", "new job"],
    ]
    environ = {**os.environ, **machine.environ}
    started = [subprocess.Popen([*PROGRAM, *some], env=environ, stdout=subprocess.DEVNULL) for some in words]
    assert [one.wait(60) for one in started] == [0] * 8

    nights = {night["night"]: night for night in json.loads(machine.run("show", "--all", "--json").out)}
    assert {NIGHT, "2026-11-18", "2026-11-17"} <= nights.keys()
    assert (nights[NIGHT]["severity"], nights[NIGHT]["note"]) == (6, "a note")
    assert nights[NIGHT]["factors"] == {"caffeine": 2}
    assert machine.run("verify").code == 0


@pytest.mark.parametrize("mask", ["000", "022", "077"])
def test_everything_is_for_its_owner_alone(machine, mask):
    def run(*words: str) -> None:
        done = machine.run("-c", f'umask {mask}; exec "$@"', "sh", *PROGRAM, *words, command=["sh"])
        assert done.code == 0, done.err

    for words in (
        ["log", "6"],
        ["log", "7"],
        ["set", "bedtime", "22:30"],
        ["export", str(machine.home / "out.jsonl")],
    ):
        run(*words)
    machine.journal.write_bytes(b"torn")
    run("verify", "--repair")
    terminal = machine.start(size=USUAL, command=["sh", "-c", f'umask {mask}; exec "$@"', "sh", *PROGRAM])
    terminal.wait_for("Enter save")
    terminal.press("4")
    terminal.wait_for("[4]", lambda _: '"severity": 4' in machine.draft)
    assert quit_by(terminal) == 0

    found = {path.relative_to(machine.home): path.stat().st_mode & 0o777 for path in machine.home.rglob("*")}
    files = {path: mode for path, mode in found.items() if (machine.home / path).is_file()}
    names = {path.name for path in files}
    assert {"drafts.json", "last_seen.json", "settings.toml", "journal.json", "log.jsonl", "device"} <= names
    assert {path: mode for path, mode in files.items() if mode != 0o600} == {}
    folders = {path: mode for path, mode in found.items() if path not in files and "stillnight" in str(path)}
    assert {path: mode for path, mode in folders.items() if mode != 0o700} == {}


class Refusing:
    """A folder in which nothing can be written as long as there is a switch."""

    def __init__(self, folder: Path, switch: Path, library: Path, error: int) -> None:
        self._switch = switch
        self.environ = {
            "LD_PRELOAD": str(library), "FAULT_FOLDERS": str(folder), "FAULT_ERROR": str(error),
            "FAULT_SWITCH": str(switch),
        }  # fmt: skip

    def begin(self) -> None:
        self._switch.touch()

    def end(self) -> None:
        self._switch.unlink()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if why_not():
        pytest.skip(why_not())
    return build(tmp_path_factory.mktemp("faultlib"))


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS], ids=errno.errorcode.get)
def test_the_screen_says_that_an_entry_is_safe_here_and_the_next_command_publishes_it(
    machine, library, tmp_path, error
):
    machine.run("log", "3", "--night", "2026-11-18")
    full = Refusing(machine.journal.parent, tmp_path / "switch", library, error)
    terminal = machine.open(size=USUAL, **full.environ)
    full.begin()
    terminal.press("6", "enter")
    terminal.wait_for(says("safe on this machine"), "not in the file yet")
    assert is_calm(terminal)
    assert quit_by(terminal) == 0
    assert NIGHT not in machine.nights()

    assert machine.run("log", "--note", "more", **full.environ).code == 0
    full.end()
    assert machine.run("due").code == 0
    assert (machine.nights()[NIGHT]["severity"], machine.nights()[NIGHT]["note"]) == (6, "more")


def test_the_open_screen_publishes_by_itself_what_had_to_wait(machine, library, tmp_path):
    machine.run("log", "3", "--night", "2026-11-18")
    full = Refusing(machine.journal.parent, tmp_path / "switch", library, errno.ENOSPC)
    terminal = machine.open(size=USUAL, **full.environ)
    full.begin()
    terminal.press("6", "enter")
    terminal.wait_for("not in the file yet")
    full.end()
    terminal.press("o")
    terminal.wait_for("─ Note ─")
    terminal.press("half a wo")
    terminal.wait_for("half a wo", says("what waited is in the file now"), "saved 22:40")
    assert machine.nights()[NIGHT]["severity"] == 6
    terminal.press("rd", "enter")
    terminal.wait_for("o to write", "half a word")
    terminal.press("enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights()[NIGHT]["note"] == "half a word"


def test_what_this_machine_cannot_keep_is_said_and_stays_on_the_screen(machine, library, tmp_path):
    machine.run("log", "3", "--night", "2026-11-18")
    before = machine.journal.read_bytes()
    full = Refusing(machine.state, tmp_path / "switch", library, errno.ENOSPC)
    terminal = machine.open(size=USUAL, **full.environ)
    terminal.press("6")
    terminal.wait_for("[6]")
    full.begin()
    terminal.press("enter")
    terminal.wait_for(says("nothing can be kept safe"), says("then save again"), "[6]")
    assert is_calm(terminal)
    assert machine.journal.read_bytes() == before
    full.end()
    terminal.press("enter")
    terminal.wait_for("saved the night")
    assert quit_by(terminal) == 0
    assert machine.nights()[NIGHT]["severity"] == 6


def test_a_command_that_this_machine_cannot_keep_fails_in_one_line(machine, library, tmp_path):
    machine.run("log", "3", "--night", "2026-11-18")
    full = Refusing(machine.state, tmp_path / "switch", library, errno.EROFS)
    full.begin()
    done = machine.run("log", "6", **full.environ)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert str(machine.state) in done.err
    assert NIGHT not in machine.nights()
