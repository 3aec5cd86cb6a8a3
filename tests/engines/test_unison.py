"""Two devices whose folders Unison keeps the same: the real program, between two folders of this machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.engines.device import Device
from tests.engines.two import Two

UNISON = shutil.which("unison")
pytestmark = pytest.mark.skipif(UNISON is None, reason="Unison is not installed: apt install unison")

COPIES = ("-copyonconflict", "-prefer", "newer")
MERGE = (
    "-backupcurrent", "Name journal.json",
    "-merge",
    f"Name journal.json -> {sys.executable} -m stillnight"
    " merge --output NEW CURRENTARCHOPT CURRENT1 CURRENT2",
)  # fmt: skip
"""What ``stillnight merge --help`` has for the profile, with this very program."""

SKIPPED = 1
"""Its exit code when something differs on both sides and nobody said what to do."""

Sync = Callable[..., None]


@pytest.fixture
def sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sync:
    """Runs Unison once over both folders, with a home of its own."""
    monkeypatch.setenv("UNISON", str(tmp_path / "unison"))

    def run(*options: str, code: int = 0) -> None:
        roots = (str(tmp_path / "laptop"), str(tmp_path / "desk"))
        done = subprocess.run(
            [UNISON or "unison", *roots, "-ui", "text", "-batch", "-log=false", *options],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr

    return run


@pytest.fixture
def begin(tmp_path: Path, sync: Sync) -> Callable[..., Two]:
    """Two devices with one journal, the night of the 19th in it; both then wrote while apart."""

    def start(*options: str) -> Two:
        laptop, desk = (
            Device(tmp_path / name / "journal.json", tmp_path / f"{name}-own") for name in ("laptop", "desk")
        )
        for device in (laptop, desk):
            device.journal.parent.mkdir()
        laptop.log(19, severity=6)
        sync(*options)
        assert desk.severities() == {19: 6}
        laptop.log(18, severity=7)
        laptop.log(19, severity=4)
        desk.log(17, severity=5)
        return Two(laptop, desk, lambda: sync(*options))

    return start


ALL = {17: 5, 18: 7, 19: 4}


def test_our_merge_program_joins_both_at_once(begin, sync):
    two = begin(*MERGE)
    sync(*MERGE)
    assert two.laptop.journal.read_bytes() == two.desk.journal.read_bytes()
    assert two.desk.severities() == two.laptop.severities() == ALL
    two.meet()
    two.assert_at_peace()


@pytest.mark.thorough
def test_a_copy_of_what_lost_is_taken_in(begin):
    two = begin(*COPIES)
    two.meet()
    two.assert_at_peace()
    assert two.laptop.severities() == ALL


@pytest.mark.thorough
def test_while_it_skips_the_file_nothing_is_lost_and_merging_later_joins_both(begin, sync):
    two = begin()
    for _ in range(3):
        sync(code=SKIPPED)
        assert two.laptop.severities() == {18: 7, 19: 4}
        assert two.desk.severities() == {17: 5, 19: 6}
    assert two.laptop.files() == two.desk.files() == {"journal.json"}
    two.desk.log(16, severity=1)
    sync(*MERGE)
    two.meet_by(lambda: sync(*MERGE))
    assert two.laptop.severities() == two.desk.severities() == {**ALL, 16: 1}


@pytest.mark.thorough
def test_an_edit_by_hand_goes_through_the_merge_program(begin, sync):
    two = begin(*MERGE)
    two.desk.edit('"severity":6', '"severity":2')
    sync(*MERGE)
    two.meet()
    two.assert_at_peace()
    assert two.laptop.nights()[19]["severity"] in (2, 4)
    assert {2, 4, 6} == {two.laptop.nights()[19]["severity"], *two.laptop.history(19)}


@pytest.mark.thorough
@pytest.mark.parametrize("options", [MERGE, COPIES], ids=["merge", "copies"])
def test_a_file_deleted_on_one_side_comes_back(begin, options):
    two = begin(*options)
    others = {f"photo-{number}.jpg" for number in range(3)}
    for name in others:
        (two.desk.journal.parent / name).write_text("without other files Unison takes it for an accident")
    two.meet()
    two.desk.journal.unlink()
    two.carry()
    assert two.laptop.files() == others
    two.laptop.open()
    two = replace(two, others=frozenset(others))
    two.meet()
    two.assert_at_peace()
    assert two.desk.severities() == ALL
