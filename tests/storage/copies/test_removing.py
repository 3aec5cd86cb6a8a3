from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes
from tests.storage.copies.conftest import COPY, Drop

from stillnight.storage.copies import archive, collecting
from stillnight.storage.disk import journal_file

Beside = Callable[[], set[str]]


def _refuse(error: OSError) -> Callable[..., bool]:
    def refused(*_: object, **__: object) -> bool:
        raise error

    return refused


def test_a_copy_stays_while_the_journal_cannot_be_written_and_goes_once_it_can(
    machine: Machine, drop: Drop, beside: Beside, monkeypatch: pytest.MonkeyPatch
):
    drop()
    monkeypatch.setattr(journal_file, "replace_file", _refuse(OSError(30, "Read-only file system")))
    store = machine.open()

    assert (store.get("nights", TONIGHT - 1) or {})["note"] == "of the desk"
    assert beside() == {COPY}
    assert "nothing can be written" in (store.problem or "")
    store.refresh()
    assert not store.has_news()

    monkeypatch.undo()
    store.refresh()
    assert (beside(), store.problem) == (set(), None)


def test_a_copy_that_cannot_be_removed_makes_no_loop(
    machine: Machine, drop: Drop, beside: Beside, monkeypatch: pytest.MonkeyPatch
):
    drop()
    monkeypatch.setattr(Path, "unlink", _refuse(OSError(13, "Permission denied")))
    store = machine.open()

    store.refresh()
    assert beside() == {COPY}
    assert not store.has_news()
    read: list[str] = []
    monkeypatch.setattr(collecting, "read_file", lambda path: read.append(path.name))
    assert (machine.open().notices(), read) == ((), [])


def test_a_copy_that_cannot_be_kept_is_taken_in_and_stays(
    machine: Machine, drop: Drop, beside: Beside, monkeypatch: pytest.MonkeyPatch
):
    drop()
    monkeypatch.setattr(archive, "replace_file", _refuse(OSError(28, "No space left on device")))

    store = machine.open()

    assert (store.get("nights", TONIGHT - 1) or {})["note"] == "of the desk"
    assert beside() == {COPY}


def test_a_copy_that_changed_since_it_was_read_is_not_removed(
    machine: Machine, away: Machine, drop: Drop, beside: Beside, monkeypatch: pytest.MonkeyPatch
):
    copy = drop()
    real = collecting.archive

    def meanwhile(folder: Path, data: bytes) -> Path:
        if b"the last word" not in copy.read_bytes():
            away.log(TONIGHT - 2, note="the last word")
            shutil.copy(away.journal, copy)
        return real(folder, data)

    monkeypatch.setattr(collecting, "archive", meanwhile)
    store = machine.open()

    assert beside() == {COPY}
    assert store.has_news()
    store.refresh()
    assert (store.get("nights", TONIGHT - 2) or {})["note"] == "the last word"
    assert beside() == set()


def test_a_copy_is_removed_only_after_the_file_on_the_disk_holds_all_of_it(
    machine: Machine, drop: Drop, monkeypatch: pytest.MonkeyPatch
):
    drop()
    real, seen = Path.unlink, []

    def watched(path: Path, missing_ok: bool = False) -> None:
        if path.name == COPY:
            seen.append(
                (
                    str(TONIGHT - 1) in machine.content()["nights"],
                    len(list((machine.own / "copies").glob("*.json"))),
                )
            )
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    machine.open()

    assert seen == [(True, 1)]


def test_a_file_that_was_overwritten_before_the_last_look_keeps_the_copy(
    machine: Machine, drop: Drop, beside: Beside, monkeypatch: pytest.MonkeyPatch
):
    older = machine.journal.read_bytes() if machine.journal.exists() else b""
    drop()
    older = older or machine.journal.read_bytes()
    real = journal_file.JournalFile.publish

    def overwritten(self: journal_file.JournalFile, data: bytes) -> str | None:
        done = real(self, data)
        machine.journal.write_bytes(older)
        return done

    monkeypatch.setattr(journal_file.JournalFile, "publish", overwritten)
    machine.open()
    assert beside() == {COPY}

    monkeypatch.undo()
    assert (machine.open().get("nights", TONIGHT - 1) or {})["note"] == "of the desk"
    assert beside() == set()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_in_a_read_only_folder_copies_are_taken_in(machine: Machine, drop: Drop, beside: Beside):
    drop()
    machine.journal.parent.chmod(0o500)
    try:
        assert (machine.open().get("nights", TONIGHT - 1) or {})["note"] == "of the desk"
        assert beside() == {COPY}
    finally:
        machine.journal.parent.chmod(0o700)
    machine.open()
    assert beside() == set()


def test_two_devices_that_settle_the_same_conflict_at_once_write_the_same(
    machine: Machine, away: Machine, drop: Drop
):
    drop()
    machine.log(severity=7)
    away.log(severity=8)
    shutil.copy(away.journal, machine.journal.with_name(COPY))
    shutil.copy(machine.journal, away.journal.with_name(COPY))

    machine.open()
    away.open()

    assert machine.journal.read_bytes() == away.journal.read_bytes()
    for one in (machine, away):
        written = one.journal.stat().st_mtime_ns
        store = one.open()
        assert not store.has_news()
        assert store.write("log", changes(severity=store.get("nights", TONIGHT)["severity"])).changed == 0
        assert one.journal.stat().st_mtime_ns == written
        assert [path.name for path in one.journal.parent.iterdir()] == ["journal.json"]
