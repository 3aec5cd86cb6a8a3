from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from tests.clocks import FixedClock
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.domain.errors import StoreError
from stillnight.storage import open_store
from stillnight.storage.disk import atomic, journal_file, replica


def _log_some(journal: Path, state: Path, number: int) -> None:
    for entry in range(3):
        open_store(journal, state, FixedClock()).write(
            "log", changes(20260101 + number, **{f"field{entry}": entry})
        )


def test_eight_processes_at_once_lose_nothing(machine: Machine):
    context = multiprocessing.get_context("fork")
    arguments = [(machine.journal, machine.state, number) for number in range(8)]
    processes = [context.Process(target=_log_some, args=some) for some in arguments]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)

    store = machine.open()
    assert [process.exitcode for process in processes] == [0] * 8
    assert len(store.dates()) == 8
    assert all(night["field2"] == 2 for night in store.all("nights").values())
    assert sorted(path.name for path in machine.journal.parent.iterdir()) == ["journal.json"]


def _refuse(error: OSError):
    def refused(*_: object, **__: object) -> bool:
        raise error

    return refused


def test_a_journal_that_cannot_be_written_loses_nothing(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    store = machine.log(severity=6)
    monkeypatch.setattr(journal_file, "replace_file", _refuse(OSError(28, "No space left on device")))

    receipt = store.write("log", changes(severity=7))

    assert not receipt.published
    assert receipt.problem is not None
    assert "the disk is full; what was entered is safe on this machine" in receipt.problem
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 6
    monkeypatch.undo()
    assert (machine.open().get("nights", TONIGHT) or {})["severity"] == 7
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7


def test_a_crash_right_after_the_log_loses_nothing(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    store = machine.log(severity=6)
    monkeypatch.setattr(journal_file, "replace_file", _refuse(KeyboardInterrupt()))  # type: ignore[arg-type]

    with pytest.raises(KeyboardInterrupt):
        store.write("log", changes(severity=7))

    monkeypatch.undo()
    assert (machine.open().get("nights", TONIGHT) or {})["severity"] == 7
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7
    assert machine.open().undo().label == "log"


def test_a_crash_between_file_and_replica_loses_nothing(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    store = machine.log(severity=6)
    monkeypatch.setattr(replica, "replace_file", _refuse(OSError(5, "Input/output error")))

    assert store.write("log", changes(severity=7)).published

    monkeypatch.undo()
    machine.journal.unlink()
    assert (machine.open().get("nights", TONIGHT) or {})["severity"] == 7


def test_a_log_that_cannot_be_written_means_nothing_was_saved(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    store = machine.log(severity=6)
    log = machine.own / "log.jsonl"
    before = machine.journal.read_bytes(), log.read_bytes()
    monkeypatch.setattr(os, "fsync", _refuse(OSError(5, "Input/output error")))

    with pytest.raises(StoreError, match="nothing was saved"):
        store.write("log", changes(severity=7))

    monkeypatch.undo()
    assert (machine.journal.read_bytes(), log.read_bytes()) == before
    assert (store.get("nights", TONIGHT) or {})["severity"] == 6


def test_a_file_replaced_while_we_write_is_joined_not_overwritten(
    machine: Machine, desk: Machine, monkeypatch: pytest.MonkeyPatch
):
    store = machine.log(severity=6)
    real = atomic._write_new
    once = []

    def slow(path: Path, data: bytes, durable: bool) -> None:
        real(path, data, durable)
        if path.parent == machine.journal.parent and not once:
            once.append(True)
            desk.log(20261101, note="meanwhile")

    monkeypatch.setattr(atomic, "_write_new", slow)

    assert store.write("log", changes(severity=7)).published
    assert machine.content()["nights"].keys() == {"20261101", str(TONIGHT)}
    assert (store.get("nights", 20261101) or {})["note"] == "meanwhile"


def test_a_file_that_never_keeps_still_is_said(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    store = machine.log(severity=6)
    monkeypatch.setattr(journal_file, "replace_file", lambda *_, **__: False)

    receipt = store.write("log", changes(severity=7))

    assert "another program keeps changing it" in (receipt.problem or "")


def test_left_over_temporary_files_are_swept_when_they_are_old_and_ours(machine: Machine):
    machine.log(severity=6)
    folder = machine.journal.parent
    names = [
        "~journal.json.77.0123abcd.tmp",
        "~journal.json.78.0123abcd.tmp",
        "~other.json.77.0123abcd.tmp",
        "~$x.tmp",
    ]
    for name in names:
        (folder / name).write_bytes(b"x")
    for name in (names[0], names[2], names[3]):
        os.utime(folder / name, (1, 1))

    machine.log(severity=7)

    assert {path.name for path in folder.iterdir()} == {"journal.json", *names[1:]}


def test_a_quiet_open_writes_nothing(machine: Machine):
    machine.log(severity=6)
    files = [machine.journal, *(path for path in machine.own.rglob("*") if path.is_file())]
    before = [(path.stat().st_mtime_ns, path.stat().st_ino) for path in files]

    store = machine.open()
    store.refresh()

    assert [(path.stat().st_mtime_ns, path.stat().st_ino) for path in files] == before


def test_health_names_what_is_wrong_and_repair_mends_it(machine: Machine):
    store = machine.log(severity=6)
    assert store.health().troubles == []
    machine.journal.write_bytes(b'{"meta":{}}')

    (trouble,) = store.health().troubles

    assert "differs from what is known here" in trouble
    assert store.repair().troubles == []
    assert machine.content()["nights"]
