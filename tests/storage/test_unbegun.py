"""A journal that is not there yet."""

from __future__ import annotations

from datetime import date

from tests.clocks import FixedClock

from stillnight.domain.ports import Change
from stillnight.storage import open_if_there, open_store
from stillnight.storage.unbegun import UnbegunStore

NIGHT = date(2026, 11, 19)


def _opened(tmp_path) -> UnbegunStore:
    store = open_if_there(tmp_path / "j.json", tmp_path / "state", FixedClock())
    assert isinstance(store, UnbegunStore)
    return store


def test_it_reads_as_empty_and_makes_nothing(tmp_path):
    store = _opened(tmp_path)
    assert store.get("nights", 20261119) is None
    assert (store.between("nights", NIGHT, NIGHT), store.all("nights"), store.meta()) == ({}, {}, {})
    assert (store.dates(), store.earlier("nights", 1), store.notices()) == ((), (), ())
    assert (store.undo().receipt, store.redo().receipt) == (None, None)
    assert (store.has_news(), bool(store.refresh()), store.problem, store.is_begun) == (
        False,
        False,
        None,
        False,
    )
    assert (
        store.disagreements(),
        store.disagreements_in("nights", 1),
        store.author("nights", 1, "note"),
    ) == ((), (), "")
    assert store.health() == store.repair()
    assert not store.health().troubles
    assert list(tmp_path.iterdir()) == []


def test_the_first_write_begins_it(tmp_path):
    store = _opened(tmp_path)
    receipt = store.write("first", [Change("nights", 20261119, "severity", 6)])
    assert (receipt.published, store.is_begun) == (True, True)
    assert store.get("nights", 20261119)["severity"] == 6
    assert list(store.between("nights", NIGHT, NIGHT)) == list(store.all("nights")) == [20261119]
    assert list(store.dates()) == [NIGHT]
    assert store.meta()["journal"]
    assert any("A new journal was begun" in notice for notice in store.notices())
    assert not store.health().troubles
    assert store.undo().label == "first"
    assert store.redo().label == "first"
    assert store.earlier("nights", 20261119) is not None


def test_a_journal_that_another_program_begins_meanwhile_is_found(tmp_path):
    store = _opened(tmp_path)
    other = open_store(tmp_path / "j.json", tmp_path / "elsewhere", FixedClock())
    other.write("first", [Change("nights", 20261119, "severity", 6)])
    assert store.has_news()
    assert store.refresh().nights == 1
    assert store.get("nights", 20261119)["severity"] == 6
    assert not store.refresh()


def test_and_one_that_it_only_meets_when_writing_is_joined(tmp_path):
    store = _opened(tmp_path)
    other = open_store(tmp_path / "j.json", tmp_path / "elsewhere", FixedClock())
    other.write("first", [Change("nights", 20261118, "severity", 3)])
    store.write("second", [Change("nights", 20261119, "severity", 6)])
    assert sorted(store.all("nights")) == [20261118, 20261119]


def test_what_is_there_is_opened_at_once(tmp_path):
    open_store(tmp_path / "j.json", tmp_path / "state", FixedClock())
    assert not isinstance(open_if_there(tmp_path / "j.json", tmp_path / "state", FixedClock()), UnbegunStore)
