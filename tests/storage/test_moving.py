"""A journal is taken to another place: nothing is lost, and any trouble leaves everything as it was."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.domain.errors import BadInput, StillnightError, StoreError
from stillnight.storage import FileDrafts, open_store
from stillnight.storage.folder import folder_path
from stillnight.storage.moving import Moved, is_begun, move_journal

YESTERDAY = TONIGHT - 1


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "other cloud"
    folder.mkdir()
    return folder / "journal.json"


def move(machine: Machine, target: Path, switch=lambda: None, join=False) -> Moved:
    return move_journal(machine.journal, target, machine.state, machine.clock, switch, join)


def reopened(machine: Machine, path: Path):
    return open_store(path, machine.state, machine.clock, machine.waits.append)


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}


def severity(path: Path, night: int = TONIGHT) -> object:
    return json.loads(path.read_bytes())["nights"][str(night)].get("severity")


def fill(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be no room for the journal file."""

    def refuse(*args, **rest):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("stillnight.storage.journal_file.replace_file", refuse)


def test_a_journal_lies_at_the_new_place_and_no_longer_at_the_old_one(machine, target):
    machine.log(severity=6)
    before = machine.journal.read_bytes()

    moved = move(machine, target)

    assert target.read_bytes() == before
    assert not machine.journal.exists()
    assert moved.kept.read_bytes() == before
    assert moved.path == target
    assert reopened(machine, target).health().troubles == []
    assert machine.waits == []


def test_the_program_looks_there_only_once_the_journal_is_there(machine, target):
    machine.log(severity=6)
    seen = []
    move(machine, target, lambda: seen.append((severity(target), machine.journal.exists())))
    assert seen == [(6, True)]


def test_what_was_entered_and_not_published_yet_comes_along(machine, target, monkeypatch):
    machine.log(severity=6)
    with monkeypatch.context() as full_disk:
        fill(full_disk)
        store = machine.open()
        assert not store.write("log", changes(YESTERDAY, severity=3)).published

    move(machine, target)

    assert (severity(target), severity(target, YESTERDAY)) == (6, 3)


def test_undo_works_after_the_move(machine, target):
    machine.log(severity=6)
    machine.log(severity=7)
    move(machine, target)
    store = reopened(machine, target)
    assert store.undo().receipt.published
    assert store.get("nights", TONIGHT)["severity"] == 6


def test_backups_and_drafts_come_along(machine, target):
    machine.log(severity=6)
    machine.clock.advance(hours=2)
    machine.log(severity=7)
    FileDrafts(machine.state, machine.journal).keep(machine.clock.now().date(), {"pain": 4})
    images = {path.name for path in (machine.own / "backups").iterdir()}
    assert images

    move(machine, target)

    assert images < {path.name for path in (machine.own / "backups").iterdir()}
    assert FileDrafts(machine.state, target).load(machine.clock.now().date()) == {"pain": 4}
    assert FileDrafts(machine.state, machine.journal).load(machine.clock.now().date()) == {}


def test_this_machine_does_not_put_the_old_file_back(machine, target):
    machine.log(severity=6)
    move(machine, target)
    assert not is_begun(machine.journal, machine.state)
    assert reopened(machine, machine.journal).dates() == []


def test_a_program_that_is_still_open_loses_nothing_in_silence(machine, target):
    machine.log(severity=6)
    still_open = machine.open()
    move(machine, target)
    with pytest.raises(StoreError, match="taken to another place while it was open"):
        still_open.write("log", changes(severity=9))
    assert not machine.journal.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"todo": ["milk"]}', "another program"),
        (b"", "on its way"),
        (b'{"meta":{"1":{"journal":"1234567812345678","schema":1}},\n"nights":{}}', "stillnight use"),
        (b'{"meta":{"1":{"journal":"12345678","schema":1}},"nights":{"20261118":{"date":"2026-1', "damaged"),
    ],
    ids=["foreign", "empty", "journal", "damaged"],
)
def test_what_lies_there_is_never_written_over(machine, target, content, words):
    machine.log(severity=6)
    target.write_bytes(content)
    before = everything(machine.state), machine.journal.read_bytes()
    with pytest.raises(BadInput, match=words):
        move(machine, target)
    assert target.read_bytes() == content
    assert (everything(machine.state), machine.journal.read_bytes()) == before


def test_the_same_place_and_a_folder_that_is_not_there_are_refused(machine, target):
    machine.log(severity=6)
    with pytest.raises(BadInput, match="already"):
        move(machine, machine.journal.parent / ".." / "cloud" / "journal.json")
    with pytest.raises(BadInput, match="make it first"):
        move(machine, target.parent / "nowhere" / "journal.json")
    assert machine.journal.exists()


def test_a_setting_that_cannot_be_kept_leaves_everything_as_it_was(machine, target):
    machine.log(severity=6)
    before = everything(machine.state), machine.journal.read_bytes()

    def fail() -> None:
        raise StillnightError("settings.toml cannot be written")

    with pytest.raises(StillnightError, match="settings"):
        move(machine, target, fail)
    assert (everything(machine.state), machine.journal.read_bytes()) == before
    assert list(target.parent.iterdir()) == []


def test_a_place_that_cannot_be_written_leaves_everything_as_it_was(machine, target, monkeypatch):
    machine.log(severity=6)
    before = everything(machine.state), machine.journal.read_bytes()
    fill(monkeypatch)
    with pytest.raises(StoreError, match=r"nothing was moved: .* the disk is full$"):
        move(machine, target)
    assert (everything(machine.state), machine.journal.read_bytes()) == before
    assert list(target.parent.iterdir()) == []


def test_a_move_that_broke_off_can_be_done_again(machine, target):
    machine.log(severity=6)
    target.write_bytes(machine.journal.read_bytes())
    machine.log(YESTERDAY, severity=3)
    moved = move(machine, target)
    assert (severity(target), severity(target, YESTERDAY)) == (6, 3)
    assert not moved.joined


def test_there_and_back_again(machine, target):
    machine.log(severity=6)
    move(machine, target)
    store = reopened(machine, target)
    store.write("log", changes(YESTERDAY, severity=3))
    move_journal(target, machine.journal, machine.state, machine.clock, lambda: None)
    assert (severity(machine.journal), severity(machine.journal, YESTERDAY)) == (6, 3)
    assert not target.exists()
    assert machine.own == folder_path(machine.state, machine.journal)


def test_another_journal_that_only_this_machine_still_knows_is_not_mixed_in(machine, target):
    reopened(machine, target).write("log", changes(YESTERDAY, severity=3))
    target.unlink()
    machine.log(severity=6)
    before = everything(machine.state)
    with pytest.raises(BadInput, match="keeps another journal"):
        move(machine, target)
    assert everything(machine.state) == before
    assert not target.exists()


def test_an_entry_made_before_the_journal_was_found_is_joined(machine, desk, target):
    desk.journal = target
    desk.log(YESTERDAY, severity=3)
    machine.log(severity=6, note="first evening")

    moved = move(machine, target, join=True)

    assert (moved.joined, moved.brought, moved.devices) == (True, True, 0)
    assert (severity(target), severity(target, YESTERDAY)) == (6, 3)
    assert desk.open().get("nights", TONIGHT)["note"] == "first evening"
    assert desk.open().health().troubles == []
    assert reopened(machine, target).undo().receipt.published


def test_a_journal_with_nothing_in_it_yet_leaves_no_trace_in_the_other(machine, desk, target):
    desk.journal = target
    desk.log(YESTERDAY, severity=3)
    before = target.read_bytes()
    machine.open()

    moved = move(machine, target, join=True)

    assert (moved.joined, moved.brought) == (True, False)
    assert target.read_bytes() == before
    assert not machine.journal.exists()


def test_joining_that_fails_leaves_the_other_journal_as_it_was(machine, desk, target):
    desk.journal = target
    desk.log(YESTERDAY, severity=3)
    machine.log(severity=6)
    before = target.read_bytes(), everything(machine.state)

    def fail() -> None:
        raise StillnightError("settings.toml cannot be written")

    with pytest.raises(StillnightError):
        move(machine, target, fail, join=True)
    assert (target.read_bytes(), everything(machine.state)) == before


def test_the_other_devices_that_look_at_the_old_place_are_counted(machine, desk, target):
    machine.log(severity=6)
    desk.log(YESTERDAY, severity=3)
    assert move(machine, target).devices == 1
