"""What is private stays private: where files are written, who may read them, no network."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess

import pytest
from tests.e2e.machine import PROGRAM, USUAL, quit_by


def files_below(folder):
    """Every file and folder below one, with its permissions."""
    return {path: stat.S_IMODE(path.lstat().st_mode) for path in folder.rglob("*")}


def evening(machine, *args, **start):
    """One evening with a draft, a note, a save and an undo."""
    terminal = machine.start(*args, size=USUAL, **start)
    terminal.wait_for("Enter save")
    terminal.press("6", "enter")
    terminal.wait_for("saved the night")
    terminal.press("U")
    terminal.wait_for("undone")
    terminal.press("c")
    terminal.wait_for("+c caffeine", lambda _: "f.caffeine" in machine.draft)
    assert quit_by(terminal) == 0


def test_only_their_owner_can_read_what_the_program_writes(machine, tmp_path):
    before = os.umask(0)
    try:
        cloud = tmp_path / "cloud"
        cloud.mkdir(mode=0o755)
        evening(machine, "--journal", str(cloud / "journal.json"))
        machine.run("set", "bedtime", "23:00")
    finally:
        os.umask(before)
    assert {path.name for path in cloud.iterdir()} == {"journal.json"}
    written = files_below(machine.home) | files_below(cloud)
    ours = {path: mode for path, mode in written.items() if path.is_file() or "stillnight" in path.parts}
    assert len(ours) > 5
    assert {path: oct(mode) for path, mode in ours.items() if mode & 0o077} == {}


def test_nothing_is_written_outside_the_home_and_the_journal(machine, tmp_path):
    work, temporary, cloud = (tmp_path / name for name in ("work", "temporary", "cloud"))
    for folder in (work, temporary, cloud):
        folder.mkdir()
    there = ["sh", "-c", 'cd "$0" && exec "$@"', str(work), *PROGRAM]
    evening(machine, "--journal", str(cloud / "journal.json"), command=there, TMPDIR=str(temporary))
    assert (files_below(work), files_below(temporary)) == ({}, {})
    assert [path.name for path in cloud.iterdir()] == ["journal.json"]
    homes = {path.relative_to(machine.home).parts[:3] for path in files_below(machine.home) if path.is_file()}
    assert homes == {(".local", "state", "stillnight")}


def without_network():
    """The command that runs another one where there is no network; ``None`` where that cannot be had."""
    unshare = shutil.which("unshare")
    for options in (["-n"], ["-rn"]):
        if (
            unshare
            and subprocess.run([unshare, *options, "true"], capture_output=True, check=False).returncode == 0
        ):
            return [unshare, *options]
    return None


def test_an_evening_needs_no_network(machine):
    alone = without_network()
    if alone is None:
        pytest.skip("this system gives nobody a place without a network")
    evening(machine, command=[*alone, *PROGRAM])
    assert machine.run("suggest", command=[*alone, *PROGRAM]).code == 0
