"""The store of the tests must keep the port's promises, or the tests prove nothing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.memory_store import MemoryStore

from stillnight.domain.errors import StoreError
from stillnight.domain.ports import NIGHTS, Change, Deletion, Store

NIGHT = 20261119


def _set(store: Store, **values: object) -> None:
    store.write("night", [Change(NIGHTS, NIGHT, name, value) for name, value in values.items()])


def test_what_is_written_can_be_read():
    store = MemoryStore()
    _set(store, severity=6, note="calm")
    assert store.get(NIGHTS, NIGHT) == {"severity": 6, "note": "calm"}
    assert store.dates() == [date(2026, 11, 19)]


def test_writing_the_same_again_changes_nothing_and_is_no_deed():
    store = MemoryStore()
    _set(store, severity=6)
    receipt = store.write("again", [Change(NIGHTS, NIGHT, "severity", 6)])
    assert receipt.changed == 0
    assert store.undo().label == "night"


def test_a_replaced_value_stays_as_an_earlier_one():
    store = MemoryStore()
    _set(store, severity=6)
    _set(store, severity=2)
    assert [(one.field, one.value) for one in store.earlier(NIGHTS, NIGHT)] == [("severity", 6)]


def test_undo_and_redo_walk_through_the_deeds():
    store = MemoryStore()
    _set(store, severity=6)
    _set(store, severity=2)
    store.undo()
    assert store.get(NIGHTS, NIGHT) == {"severity": 6}
    store.undo()
    assert store.get(NIGHTS, NIGHT) is None
    store.redo()
    store.redo()
    assert store.get(NIGHTS, NIGHT) == {"severity": 2}
    assert store.redo().receipt is None


def test_undo_leaves_alone_what_was_changed_elsewhere_since():
    store = MemoryStore()
    _set(store, severity=6, note="mine")
    store.records[NIGHTS, NIGHT]["note"] = "theirs"
    undone = store.undo()
    assert undone.kept == [(NIGHTS, NIGHT, "note")]
    assert store.get(NIGHTS, NIGHT) == {"note": "theirs"}


def test_a_deleted_record_comes_back_whole():
    store = MemoryStore()
    _set(store, severity=6, note="calm")
    store.write("delete", [Deletion(NIGHTS, NIGHT)])
    assert store.get(NIGHTS, NIGHT) is None
    store.undo()
    assert store.get(NIGHTS, NIGHT) == {"severity": 6, "note": "calm"}


def test_a_new_value_brings_a_deleted_record_back_without_what_it_held():
    store = MemoryStore()
    _set(store, severity=6, note="calm")
    store.write("delete", [Deletion(NIGHTS, NIGHT)])
    _set(store, mood=3, severity=6)
    assert store.get(NIGHTS, NIGHT) == {"severity": 6, "mood": 3}
    store.undo()
    assert store.get(NIGHTS, NIGHT) is None
    store.undo()
    assert store.get(NIGHTS, NIGHT) == {"severity": 6, "note": "calm"}


def test_between_goes_by_the_night_of_a_record():
    store = MemoryStore()
    store.write("dose", [Change("doses", 7, "night", "2026-11-19"), Change("doses", 7, "medicine", 1)])
    assert list(store.between("doses", date(2026, 11, 19), date(2026, 11, 19))) == [7]
    assert list(store.between("doses", date(2026, 11, 20), date(2026, 11, 21))) == []


def test_a_broken_store_changes_nothing():
    store = MemoryStore(broken="the disk is full")
    with pytest.raises(StoreError, match="full"):
        _set(store, severity=6)
    assert store.all(NIGHTS) == {}
