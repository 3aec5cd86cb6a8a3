"""A journal is taken to another place: nothing is lost, and any trouble leaves everything as it was."""

from __future__ import annotations

import errno
import fcntl
import json
import shutil
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.domain.errors import BadInput, StillnightError, StoreError
from stillnight.storage import FileDrafts, open_store
from stillnight.storage.disk import atomic
from stillnight.storage.disk.folder import folder_path
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

    monkeypatch.setattr("stillnight.storage.disk.journal_file.replace_file", refuse)


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


def test_a_conflict_copy_at_the_new_place_is_there_again_after_a_move_that_failed(machine, target):
    machine.log(severity=6)
    copy = target.with_name("journal (desk's conflicted copy 2026-11-18).json")
    text = machine.journal.read_bytes().replace(b'"severity":6', b'"severity":9')
    copy.write_bytes(text)

    def refuse() -> None:
        raise OSError(errno.ENOSPC, "no room for the settings")

    with pytest.raises(StoreError, match="nothing was moved"):
        move(machine, target, refuse)
    assert not target.exists()
    assert copy.read_bytes() == text


def test_lines_that_are_owed_to_an_inbox_stay_owed_where_both_places_owe_some(machine, target):
    machine.log(severity=6)
    there = Machine(target, machine.state, machine.clock)
    there.log(night=20261101, severity=3)
    owed = {}
    for path, line in ((machine.journal, "2026-11-02 4"), (target, "2026-11-03 5")):
        owed[path] = folder_path(machine.state, path) / "inbox" / "owed.txt"
        owed[path].parent.mkdir(exist_ok=True)
        owed[path].write_text(f"{line}\n")

    move(machine, target, join=True)

    assert owed[target].read_text() == "2026-11-03 5\n2026-11-02 4\n"


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


class Killed(BaseException):
    """The machine went off; nothing is tidied up after it."""


@pytest.fixture
def kill(monkeypatch):
    """Ends a move where a function of it is called, with nothing taken back."""

    def at(name: str) -> None:
        def die(*args, **rest):
            raise Killed

        monkeypatch.setattr(f"stillnight.storage.moving.{name}", die)
        monkeypatch.setattr("stillnight.storage.moving._take_back", lambda *args: None)

    return at


def killed(machine: Machine, target: Path, monkeypatch) -> None:
    with pytest.raises(Killed):
        move(machine, target)
    monkeypatch.undo()


def test_undo_takes_the_last_deed_back_though_an_earlier_move_broke_off(machine, target, kill, monkeypatch):
    machine.log(severity=6)
    kill("dump")
    killed(machine, target, monkeypatch)
    machine.log(YESTERDAY, severity=3)

    move(machine, target)

    store = reopened(machine, target)
    assert store.undo().receipt.published
    assert (store.get("nights", YESTERDAY), store.get("nights", TONIGHT)["severity"]) == (None, 6)


def test_undo_takes_the_last_deed_back_after_a_move_to_where_one_broke_off(machine, target, monkeypatch):
    machine.log(severity=6)
    monkeypatch.setattr("stillnight.storage.moving.shutil.rmtree", lambda *args, **rest: None)
    move(machine, target)
    monkeypatch.undo()
    reopened(machine, target).write("log", changes(YESTERDAY, severity=3))

    move_journal(target, machine.journal, machine.state, machine.clock, lambda: None)

    store = machine.open()
    assert store.undo().receipt.published
    assert (store.get("nights", YESTERDAY), store.get("nights", TONIGHT)["severity"]) == (None, 6)


def test_a_deed_after_the_move_is_told_from_those_before_it_though_the_clock_stands(machine, target):
    machine.log(severity=6)
    move(machine, target)
    store = reopened(machine, target)
    store.write("log", changes(YESTERDAY, severity=3))
    assert store.undo().receipt.published
    assert store.undo().receipt.published
    assert (store.get("nights", YESTERDAY), store.get("nights", TONIGHT)) == (None, None)


def test_drafts_are_at_the_new_place_before_anybody_looks_there(machine, target):
    machine.log(severity=6)
    night = machine.clock.now().date()
    FileDrafts(machine.state, machine.journal).keep(night, {"note": "half a w"})
    seen = []
    move(machine, target, lambda: seen.append(FileDrafts(machine.state, target).load(night)))
    assert seen == [{"note": "half a w"}]


def test_drafts_stay_where_they_were_when_nothing_is_moved(machine, target):
    machine.log(severity=6)
    FileDrafts(machine.state, machine.journal).keep(machine.clock.now().date(), {"note": "half a w"})
    before = everything(machine.state)

    def fail() -> None:
        raise StillnightError("settings.toml cannot be written")

    with pytest.raises(StillnightError, match="settings"):
        move(machine, target, fail)
    assert everything(machine.state) == before


def test_without_room_for_the_drafts_nothing_is_moved(machine, target, monkeypatch):
    machine.log(severity=6)
    FileDrafts(machine.state, machine.journal).keep(machine.clock.now().date(), {"note": "half a w"})
    before = everything(machine.state)
    replace_file = atomic.replace_file

    def refuse(path: Path, *args, **rest):
        if path.name == "drafts.json":
            raise OSError(errno.ENOSPC, "full")
        return replace_file(path, *args, **rest)

    monkeypatch.setattr(atomic, "replace_file", refuse)
    with pytest.raises(StoreError, match=r"nothing was moved: .* \(full\)"):
        move(machine, target)
    assert everything(machine.state) == before
    assert list(target.parent.iterdir()) == []


def test_words_of_one_night_that_were_typed_at_both_places_all_stay(machine, desk, target):
    desk.journal = target
    desk.log(YESTERDAY, severity=3)
    machine.log(severity=6)
    night = machine.clock.now().date()
    FileDrafts(machine.state, target).keep(night, {"note": "there", "pain": 1, "mood": 2})
    FileDrafts(machine.state, machine.journal).keep(night, {"note": "here", "pain": 4})

    move(machine, target, join=True)

    assert FileDrafts(machine.state, target).load(night) == {"note": "there\nhere", "pain": 4, "mood": 2}


def test_ctrl_c_after_the_program_looks_there_takes_nothing_back(machine, target, monkeypatch):
    machine.log(severity=6)
    replace_file, switched = atomic.replace_file, []

    def interrupt(path: Path, *args, **rest):
        if switched and path.name == "drafts.json":
            raise KeyboardInterrupt
        return replace_file(path, *args, **rest)

    monkeypatch.setattr(atomic, "replace_file", interrupt)
    with pytest.raises(KeyboardInterrupt):
        move(machine, target, lambda: switched.append(True))
    monkeypatch.undo()
    assert severity(target) == 6
    assert reopened(machine, target).get("nights", TONIGHT)["severity"] == 6


def test_what_is_typed_in_a_program_that_is_still_open_is_found_at_the_new_place(machine, target):
    machine.log(severity=6)
    night = machine.clock.now().date()
    still_open = FileDrafts(machine.state, machine.journal)
    still_open.keep(night, {"note": "half"})
    move(machine, target)

    still_open.keep(night, {"note": "half a word"})

    assert FileDrafts(machine.state, target).load(night) == {"note": "half a word"}
    assert FileDrafts(machine.state, machine.journal).load(night) == {}
    assert still_open.load(night) == {"note": "half a word"}


def test_another_journal_at_the_old_place_has_drafts_of_its_own(machine, target):
    machine.log(severity=6)
    night = machine.clock.now().date()
    move(machine, target)
    FileDrafts(machine.state, machine.journal).keep(night, {"note": "another journal"})
    assert FileDrafts(machine.state, target).load(night) == {}
    move_journal(target, target.with_name("third.json"), machine.state, machine.clock, lambda: None)
    assert FileDrafts(machine.state, machine.journal).load(night) == {"note": "another journal"}


def test_what_was_typed_before_there_is_a_journal_comes_along(machine, target):
    night = machine.clock.now().date()
    FileDrafts(machine.state, machine.journal).keep(night, {"note": "half a w"})
    assert move(machine, target) == Moved(target)
    assert FileDrafts(machine.state, target).load(night) == {"note": "half a w"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"todo": ["milk"]}', "another program"),
        (b"", "on its way"),
        (b'{"meta":{"1":{"journal":"1234567812345678","schema":1}},\n"nights":{}}', "stillnight use"),
    ],
)
def test_a_place_that_is_taken_is_refused_before_there_is_a_journal_too(machine, target, content, words):
    target.write_bytes(content)
    seen = []
    with pytest.raises(BadInput, match=words):
        move(machine, target, lambda: seen.append("switched"))
    assert (seen, target.read_bytes()) == ([], content)


def test_a_journal_of_which_only_a_copy_of_a_service_is_there_is_one(machine, target):
    machine.log(severity=6)
    copy = machine.journal.with_name("journal (conflicted copy 2026-11-19).json")
    machine.journal.rename(copy)
    shutil.rmtree(machine.state)
    move(machine, target)
    assert severity(target) == 6


def test_a_file_that_is_out_of_reach_is_named_as_left(machine, target):
    machine.log(severity=6)
    machine.journal.parent.rename(machine.journal.parent.with_name("unmounted"))
    moved = move(machine, target)
    assert (severity(target), moved.kept, moved.left) == (6, None, machine.journal)


def test_who_waited_for_a_journal_that_was_taken_elsewhere_begins_no_other_there(
    machine, target, monkeypatch
):
    machine.log(severity=6)
    machine.journal.write_bytes(machine.journal.read_bytes() + b" ")
    flock, calls = fcntl.flock, []

    def wait(handle: int, how: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            # while this one waits, the other process takes the journal away
            move(machine, target)
        flock(handle, how)

    monkeypatch.setattr("stillnight.storage.disk.lock.fcntl.flock", wait)
    with pytest.raises(StoreError, match="taken to another place"):
        machine.open()
    assert not machine.journal.exists()


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
