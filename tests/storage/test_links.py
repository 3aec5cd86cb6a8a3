"""A journal that is a link stays one, wherever it leads."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine

from stillnight.domain.errors import StoreError

Lay = Callable[[Path, Path], Path]
"""Lays a link at the first path that leads to the second; the link that is opened."""


def _absolute(link: Path, target: Path) -> Path:
    link.symlink_to(target)
    return link


def _relative(link: Path, target: Path) -> Path:
    link.symlink_to(os.path.relpath(target, link.parent))
    return link


def _chain(link: Path, target: Path) -> Path:
    middle = link.with_name("middle")
    middle.symlink_to(target)
    link.symlink_to(middle.name)
    return link


def _through_a_folder(link: Path, target: Path) -> Path:
    folder = link.with_name("folder")
    folder.symlink_to(target.parent)
    return folder / target.name


LAYS = [_absolute, _relative, _chain, _through_a_folder]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "real").mkdir()
    (tmp_path / "links").mkdir()
    return tmp_path / "real/journal.json"


def _links(root: Path) -> dict[str, str]:
    return {str(path): os.readlink(path) for path in root.rglob("*") if path.is_symlink()}


@pytest.mark.parametrize("lay", LAYS, ids=lambda lay: lay.__name__[1:])
def test_a_link_stays_a_link_and_the_file_is_written_where_it_leads(
    machine: Machine, tmp_path: Path, target: Path, lay: Lay
):
    machine.journal = lay(tmp_path / "links/mine.json", target)
    links = _links(tmp_path)

    machine.log(severity=6)
    machine.log(severity=7)

    assert links
    assert _links(tmp_path) == links
    real = target.resolve()
    assert not real.is_symlink()
    assert sorted(path.name for path in real.parent.iterdir()) == ["journal.json"]
    assert (machine.open().get("nights", TONIGHT) or {})["severity"] == 7


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK) or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other file system to write to")
    with tempfile.TemporaryDirectory(prefix="stillnight-", dir=memory) as away:
        yield Path(away)


def test_a_link_to_another_disk_stays_one(machine: Machine, tmp_path: Path, other_disk: Path):
    machine.journal = _absolute(tmp_path / "mine.json", other_disk / "journal.json")

    machine.log(severity=6)
    machine.log(severity=7)

    assert machine.journal.is_symlink()
    assert [path.name for path in other_disk.iterdir()] == ["journal.json"]
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7


def test_a_file_and_the_links_to_it_are_one_journal(machine: Machine, tmp_path: Path, target: Path):
    machine.journal = target
    machine.log(severity=6)
    machine.journal = _relative(tmp_path / "links/mine.json", target)
    machine.log(note="through the link")

    assert len(list((machine.state / "journals").iterdir())) == 1
    assert machine.open().notices() == ()


def test_a_link_to_a_folder_that_is_not_there_begins_no_journal(machine: Machine, tmp_path: Path):
    away = tmp_path / "stick/notes/journal.json"
    machine.journal = _absolute(tmp_path / "mine.json", away)

    with pytest.raises(
        StoreError, match=r"is a link to .*stick/notes/journal.json, and that folder is not there"
    ):
        machine.open()

    assert not (tmp_path / "stick").exists()
    assert machine.journal.is_symlink()


def test_a_link_whose_disk_went_away_keeps_what_is_entered(machine: Machine, tmp_path: Path, target: Path):
    machine.journal = _absolute(tmp_path / "links/mine.json", target)
    machine.log(severity=6)
    target.parent.rename(tmp_path / "unmounted")

    machine.log(note="kept here")

    assert not target.parent.exists()
    (tmp_path / "unmounted").rename(target.parent)
    assert machine.open().get("nights", TONIGHT) == {
        "date": "2026-11-19", "severity": 6, "note": "kept here",
    }  # fmt: skip
    assert machine.journal.is_symlink()


def test_links_in_a_circle_are_said(machine: Machine, tmp_path: Path):
    machine.journal = _relative(tmp_path / "a", tmp_path / "b")
    (tmp_path / "b").symlink_to("a")

    with pytest.raises(StoreError, match="leads nowhere"):
        machine.open()
