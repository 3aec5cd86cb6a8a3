"""A laptop and a desk that meet in a folder nobody opens, each by the real ``rclone bisync``.

Where both ends changed a file it gives both another name, and no ``journal.json`` is left.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.engines.device import Device
from tests.engines.two import Two

RCLONE = shutil.which("rclone")
pytestmark = pytest.mark.skipif(RCLONE is None, reason="rclone is not installed: apt install rclone")

OTHERS = frozenset(f"photo-{number}.jpg" for number in range(6))
"""With few files in a folder bisync takes a change of all, or the loss of half, for an accident and stops."""

Bisync = Callable[..., None]


@pytest.fixture
def bisync(tmp_path: Path) -> Bisync:
    """Runs ``rclone bisync`` between a device's folder and the one in which both meet."""

    def run(name: str, *options: str) -> None:
        done = subprocess.run(
            [
                RCLONE or "rclone", "bisync", str(tmp_path / name), str(tmp_path / "cloud"),
                "--config", str(tmp_path / "rclone.conf"), "--workdir", str(tmp_path / f"{name}-bisync"),
                *options,
            ],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    return run


@pytest.fixture
def two(tmp_path: Path, bisync: Bisync) -> Two:
    """Two devices with one journal, the night of the 19th in it."""
    laptop, desk = (
        Device(tmp_path / name / "journal.json", tmp_path / f"{name}-own") for name in ("laptop", "desk")
    )
    for folder in (laptop.journal.parent, desk.journal.parent, tmp_path / "cloud"):
        folder.mkdir()
    for name in OTHERS:
        (laptop.journal.parent / name).write_text("something of somebody")
    laptop.log(19, severity=6)
    bisync("laptop", "--resync")
    bisync("desk", "--resync")
    assert desk.severities() == {19: 6}

    def carry() -> None:
        # a device is synced before and after it is used: where both were used in between, this bisync takes
        # the name away from both, even from two files that are the same
        for name, device in (("laptop", laptop), ("desk", desk), ("laptop", laptop)):
            bisync(name)
            device.open()
            bisync(name)

    return Two(laptop, desk, carry, OTHERS)


def test_a_journal_whose_name_was_taken_away_on_both_sides_is_put_together_again(two, bisync):
    two.laptop.log(18, severity=7)
    two.desk.log(17, severity=5)
    bisync("laptop")
    bisync("desk")
    assert two.desk.files() == {"journal.json..path1", "journal.json..path2", *OTHERS}
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == two.desk.severities() == {17: 5, 18: 7, 19: 6}


@pytest.mark.thorough
def test_a_device_that_never_saw_the_journal_puts_it_together_too(two, bisync, tmp_path):
    two.laptop.log(18, severity=7)
    two.desk.log(17, severity=5)
    bisync("laptop")
    bisync("desk")
    shutil.rmtree(two.desk.own)
    assert two.desk.severities() == {17: 5, 18: 7, 19: 6}
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == {17: 5, 18: 7, 19: 6}


@pytest.mark.thorough
def test_a_week_in_which_both_write_and_sync_every_day(two):
    for day in range(18, 12, -1):
        two.laptop.log(day, severity=7)
        two.desk.log(day, quality=3)
        two.carry()
    two.meet()
    two.assert_at_peace()
    nights = two.laptop.nights()
    answers = {(nights[day]["severity"], nights[day]["quality"]) for day in range(13, 19)}
    assert answers == {(7, 3)}


@pytest.mark.thorough
def test_the_file_is_deleted_on_one_side_while_the_other_writes(two):
    two.laptop.journal.unlink()
    two.desk.log(18, severity=7)
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == {18: 7, 19: 6}
