"""A file that is away: for how long it is waited for, and by whom."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.storage.disk import journal_file
from stillnight.storage.disk.atomic import Signature, read_file


def test_a_file_that_is_away_is_waited_for_once_not_at_each_save(machine: Machine):
    store = machine.log(severity=6)
    machine.journal.unlink()
    machine.journal.mkdir()  # nothing can be put back here

    for severity in (7, 8, 9):
        receipt = store.write("log", changes(severity=severity))

    assert not receipt.published
    assert sum(machine.waits) == pytest.approx(2)
    machine.journal.rmdir()
    assert store.write("log", changes(note="back")).published
    machine.journal.unlink()
    store.write("log", changes(note="away again"))
    assert sum(machine.waits) == pytest.approx(4)


def test_a_folder_that_is_not_there_is_not_waited_for(machine: Machine):
    store = machine.log(severity=6)
    machine.journal.parent.rename(machine.journal.parent.with_name("unmounted"))

    receipt = store.write("log", changes(severity=7))
    machine.open()

    assert machine.waits == []
    assert "is not there" in (receipt.problem or "")


def test_a_save_never_waits_while_somebody_looks_again_anyway(machine: Machine):
    store = machine.log(severity=6)
    store.refresh()
    assert not store.has_news()
    machine.journal.unlink()

    receipt = store.write("log", changes(severity=7))

    assert (machine.waits, receipt.published) == ([], False)
    assert "it is away for a moment; what was entered is safe on this machine" in (receipt.problem or "")
    assert not machine.journal.exists()
    machine.clock.advance(seconds=2.1)
    assert store.has_news()
    store.refresh()
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7
    assert store.problem is None


def full(*_: object, **__: object) -> bool:
    raise OSError(28, "No space left on device")


def test_an_open_program_tries_again_by_itself_to_write_what_could_not_be_written(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    store = machine.log(severity=6)
    store.refresh()

    monkeypatch.setattr(journal_file, "replace_file", full)
    assert not store.write("log", changes(severity=7)).published
    monkeypatch.undo()

    assert not store.has_news()
    machine.clock.advance(seconds=16)
    assert store.has_news()
    store.refresh()
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7
    assert not store.has_news()


def test_a_clock_that_stands_still_ends_no_waiting(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    store = machine.log(severity=6)
    store.refresh()
    machine.journal.unlink()
    for _ in range(6):
        assert store.has_news() or machine.journal.exists()
        store.refresh()
    assert machine.journal.exists()

    monkeypatch.setattr(journal_file, "replace_file", full)
    assert not store.write("log", changes(severity=7)).published
    monkeypatch.undo()
    assert [store.has_news() for _ in range(16)] == [False] * 15 + [True]
    store.refresh()
    assert (store.problem, store.has_news()) == (None, False)


def test_a_look_in_another_thread_and_a_save_keep_out_of_each_other_s_way(machine: Machine, desk: Machine):
    store = machine.log(severity=6)
    failures: list[BaseException] = []

    def look() -> None:
        try:
            for night in range(20261001, 20261011):
                desk.log(night, note="of the desk")
                if store.has_news():
                    store.refresh()
        except BaseException as error:
            failures.append(error)

    looking = threading.Thread(target=look)
    looking.start()
    for night in range(20260901, 20260911):
        store.write("log", changes(night, note="of here"))
    looking.join(120)
    store.refresh()

    assert failures == []
    assert len(store.dates()) == 21
    assert len(machine.content()["nights"]) == 21


def test_a_save_does_not_wait_for_a_look_that_hangs_in_the_folder(
    machine: Machine, desk: Machine, monkeypatch: pytest.MonkeyPatch
):
    store = machine.log(severity=6)
    store.refresh()
    desk.log(20261001, note="of the desk")
    hangs, goes_on, receipts = threading.Event(), threading.Event(), []

    def read_slowly(path: Path) -> tuple[bytes, Signature]:
        hangs.set()
        assert goes_on.wait(60)
        return read_file(path)

    monkeypatch.setattr(journal_file, "read_file", read_slowly)
    looking = threading.Thread(target=store.refresh)
    looking.start()
    assert hangs.wait(60)
    saving = threading.Thread(target=lambda: receipts.append(store.write("log", changes(severity=7))))
    saving.start()
    saving.join(20)
    is_safe = not saving.is_alive() and len(store.vault.log.deeds()) == 2
    goes_on.set()
    looking.join(60)
    saving.join(60)

    assert is_safe
    assert [(one.published, "does not answer" in str(one.problem)) for one in receipts] == [(False, True)]
    assert (store.problem is None, store.has_news()) == (False, True)
    store.refresh()
    assert store.problem is None
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7
    assert len(store.dates()) == 2


def test_what_was_read_ahead_of_a_look_counts_only_while_the_file_is_the_same(
    machine: Machine, desk: Machine
):
    store = machine.log(severity=6)
    desk.log(20261001, note="first")
    store.vault.file.read_ahead()
    desk.log(20261001, note="second")

    store.vault.settle()

    assert store.get("nights", 20261001)["note"] == "second"
