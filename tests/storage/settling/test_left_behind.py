"""What was entered while the folder was away, and the folder comes back under another name."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.storage.conftest import TONIGHT, Machine


def _at(machine: Machine, journal: Path) -> Machine:
    return Machine(journal, machine.state, machine.clock)


def test_entries_kept_for_a_folder_that_is_gone_come_along_to_its_new_place(machine: Machine, tmp_path: Path):
    machine.log(severity=6)
    cloud = machine.journal.parent
    renamed = cloud.rename(tmp_path / "Cloud of mine")
    machine.log(TONIGHT - 1, note="while it was away")
    moved = _at(machine, renamed / "journal.json")

    store = moved.open()

    assert (store.get("nights", TONIGHT - 1) or {})["note"] == "while it was away"
    assert str(TONIGHT - 1) in moved.content()["nights"]


def test_entries_that_are_only_in_the_log_come_along_too(machine: Machine, tmp_path: Path):
    machine.log(severity=6)
    renamed = machine.journal.parent.rename(tmp_path / "Cloud of mine")
    machine.log(TONIGHT - 1, note="while it was away")
    (machine.own / "replica.json").write_bytes(b"torn")
    machine.log(TONIGHT - 2, note="and another")
    moved = _at(machine, renamed / "journal.json")

    assert {str(TONIGHT - 1), str(TONIGHT - 2)} <= moved.log(TONIGHT - 3, mood=1).vault.state.tables[
        "nights"
    ].keys()


def test_a_copy_of_the_journal_for_somebody_else_gets_nothing_that_was_entered_since(machine: Machine):
    machine.log(severity=6)
    mums = machine.journal.with_name("for mum.json")
    shutil.copy(machine.journal, mums)
    machine.log(TONIGHT - 1, note="mine alone")

    assert _at(machine, mums).open().get("nights", TONIGHT - 1) is None


def test_another_journal_gets_nothing(machine: Machine, tmp_path: Path):
    machine.log(severity=6)
    shutil.rmtree(machine.journal.parent)

    other = _at(machine, tmp_path / "other" / "journal.json")
    assert other.open().dates() == []
    assert other.open().dates() == []
