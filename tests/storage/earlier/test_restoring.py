"""Earlier states beside the one of now, and bringing them back as new writes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.storage.conftest import TONIGHT, Machine, changes
from tests.storage.states import STATES

from stillnight.domain.errors import BadInput, StoreError
from stillnight.domain.keeping import Compared, Fate, Kept, KeptAs
from stillnight.domain.ports import Change, Deletion
from stillnight.storage.deeds.deed import Deed, apply
from stillnight.storage.earlier.restoring import differences, shown, steps_back
from stillnight.storage.joining.join import join
from stillnight.storage.store import FileStore
from stillnight.storage.writes.state import State


def _image(store: FileStore, at: int = 0) -> Kept:
    """An image, the newest one first."""
    return store.keeping.kept()[at]


def _fates(compared: Compared) -> dict[int, Fate]:
    return {one.id: one.fate for one in compared.differing}


def _bring_back(store: FileStore, kept: Kept, **only: Any) -> int:
    compared = store.keeping.compare(kept)
    places = [(one.table, one.id) for one in compared.differing if one.fate is not Fate.ADDED]
    return store.keeping.restore("restore", kept, places).changed


def _a_bad_hour(machine: Machine) -> FileStore:
    """Four nights, and an hour later one is changed, one cleared, one deleted and one added."""
    store = machine.open()
    for night in range(20261110, 20261114):
        store.write("log", changes(night, severity=6, note="as it was", evening_at="2026-11-10T22:08+01:00"))
    machine.clock.advance(hours=1)
    store.write("log", changes(20261110, severity=9, pain=3))
    store.write("log", changes(20261111, note=None))
    store.write("delete", [Deletion("nights", 20261112)])
    store.write("log", changes(20261119, severity=1))
    return store


def test_an_image_says_what_became_of_each_night(machine: Machine):
    store = _a_bad_hour(machine)

    compared = store.keeping.compare(_image(store))

    assert compared.nights == 4
    assert _fates(compared) == {
        20261110: Fate.CHANGED,
        20261111: Fate.CHANGED,
        20261112: Fate.DELETED,
        20261119: Fate.ADDED,
    }
    assert compared.differing[0].fields == ["pain", "severity"]
    assert compared.differing[0].night == date(2026, 11, 10)
    assert not compared.is_damaged
    assert not compared.is_another


def test_what_is_brought_back_is_as_it_was_and_what_was_added_stays(machine: Machine):
    store = _a_bad_hour(machine)

    assert _bring_back(store, _image(store)) == 3

    for night in range(20261110, 20261114):
        assert store.get("nights", night) == {
            "date": f"2026-11-{night % 100}",
            "severity": 6,
            "note": "as it was",
            "evening_at": "2026-11-10T22:08+01:00",
        }
    assert (store.get("nights", 20261119) or {})["severity"] == 1


def test_what_was_added_goes_to_the_bin_when_it_is_asked_for(machine: Machine):
    store = _a_bad_hour(machine)

    store.keeping.restore("restore", _image(store), [("nights", 20261119)])

    assert store.get("nights", 20261119) is None
    store.undo()
    assert (store.get("nights", 20261119) or {})["severity"] == 1


def test_it_is_one_deed_that_undo_takes_back(machine: Machine):
    store = _a_bad_hour(machine)
    before = {night: store.get("nights", night) for night in store.all("nights")}
    _bring_back(store, _image(store))

    undone = store.undo()

    assert undone.label == "restore"
    assert not undone.kept
    assert {night: store.get("nights", night) for night in store.all("nights")} == before
    store.redo()
    assert (store.get("nights", 20261112) or {})["note"] == "as it was"


def test_it_wins_on_every_device(machine: Machine, desk: Machine):
    store = _a_bad_hour(machine)
    desk.open()
    machine.clock.advance(minutes=5)
    desk.open().write("log", changes(20261110, severity=8))

    store.refresh()
    _bring_back(store, _image(store))

    assert (desk.open().get("nights", 20261110) or {})["severity"] == 6
    assert desk.open().get("nights", 20261112) is not None


def test_a_value_remembers_when_it_was_typed(machine: Machine, desk: Machine):
    typed = machine.clock.now()
    store = _a_bad_hour(machine)
    machine.clock.advance(hours=1)
    back = machine.clock.now()
    kept = _image(store)
    _bring_back(store, kept)

    elsewhere = desk.open()
    (severity,) = elsewhere.keeping.brought_back(("nights", 20261110))
    assert (severity.field, severity.value) == ("severity", 6)
    assert severity.at is not None
    assert abs((severity.at - typed).total_seconds()) < 1
    assert severity.back_at == back.astimezone(UTC)

    elsewhere.write("log", changes(20261110, severity=2))
    replaced = elsewhere.earlier("nights", 20261110)[-1]
    assert replaced == severity
    assert elsewhere.keeping.brought_back(("nights", 20261110)) == []


def test_brought_back_twice_it_still_remembers(machine: Machine):
    store = _a_bad_hour(machine)
    first = _image(store)
    _bring_back(store, first)
    typed = store.keeping.brought_back(("nights", 20261110))[0].at
    machine.clock.advance(hours=1)
    store.write("log", changes(20261110, severity=3))
    machine.clock.advance(hours=1)

    _bring_back(store, _image(store))

    assert store.keeping.brought_back(("nights", 20261110))[0].at == typed


def test_the_earlier_values_say_when_each_was_typed(machine: Machine):
    store = _a_bad_hour(machine)
    earlier = store.earlier("nights", 20261110)

    _bring_back(store, _image(store))

    assert set(earlier) < set(store.earlier("nights", 20261110))
    assert all(one.back_at is None for one in store.earlier("nights", 20261110))


def test_episodes_and_doses_come_back_with_their_night(machine: Machine):
    store = machine.open()
    store.write(
        "awake", [Change("episodes", 77, "night", "2026-11-10"), Change("episodes", 77, "severity", 5)]
    )
    machine.clock.advance(hours=1)
    store.write("delete", [Deletion("episodes", 77)])

    (one,) = store.keeping.compare(_image(store)).differing
    assert (one.night, one.fate) == (date(2026, 11, 10), Fate.DELETED)
    _bring_back(store, _image(store))

    assert store.get("episodes", 77) == {"night": "2026-11-10", "severity": 5}


def test_the_journals_own_words_and_other_programs_tables_stay_as_they_are(machine: Machine):
    store = machine.log(severity=1)
    store.write("set", [Change("meta", 1, "rollover", "12:00"), Change("another", 5, "x", 1)])
    machine.clock.advance(hours=1)
    store.write("set", [Change("meta", 1, "rollover", "11:00"), Change("another", 5, "x", 2)])

    assert store.keeping.compare(_image(store)).differing == ()


def test_what_is_whole_in_a_damaged_file_can_be_brought_back(machine: Machine):
    store = _a_bad_hour(machine)
    torn = Path(_image(store).file).read_bytes()[:-60]
    machine.journal.write_bytes(torn)
    store = machine.open()
    (damaged,) = [kept for kept in store.keeping.kept() if kept.kind is KeptAs.DAMAGED]

    compared = store.keeping.compare(damaged)

    assert compared.is_damaged
    assert compared.nights == 3
    _bring_back(store, damaged)
    assert (store.get("nights", 20261110) or {})["severity"] == 6


def test_any_file_can_be_brought_back_even_where_there_is_no_journal(
    machine: Machine, desk: Machine, tmp_path: Path
):
    from stillnight.storage import open_if_there

    machine.log(severity=6, note="from the old laptop")
    backup = tmp_path / "backup.json"
    backup.write_bytes(machine.journal.read_bytes())
    store = open_if_there(tmp_path / "new" / "journal.json", desk.state, desk.clock)
    kept = Kept(KeptAs.FILE, str(backup))

    assert store.keeping.kept() == ()
    compared = store.keeping.compare(kept)
    assert not (tmp_path / "new").exists()
    store.keeping.restore("restore", kept, [(one.table, one.id) for one in compared.differing])

    assert (store.get("nights", TONIGHT) or {})["note"] == "from the old laptop"


def test_another_journal_is_called_one(machine: Machine, tmp_path: Path):
    other = Machine(tmp_path / "other.json", tmp_path / "elsewhere", machine.clock)
    other.log(severity=3)
    store = machine.log(severity=6)

    compared = store.keeping.compare(Kept(KeptAs.FILE, str(other.journal)))

    assert compared.is_another
    assert _fates(compared) == {TONIGHT: Fate.CHANGED}


@pytest.mark.parametrize("content", [b"", b"null", b"[1]", b'{"a":1}', b"words"])
def test_what_is_no_journal_is_refused(machine: Machine, tmp_path: Path, content: bytes):
    store = machine.log(severity=6)
    path = tmp_path / "x.json"
    path.write_bytes(content)

    with pytest.raises(BadInput, match="is no journal"):
        store.keeping.compare(Kept(KeptAs.FILE, str(path)))


def test_a_file_of_a_newer_program_and_one_that_is_not_there_are_refused(machine: Machine, tmp_path: Path):
    store = machine.log(severity=6)
    path = tmp_path / "x.json"
    with pytest.raises(StoreError, match="cannot be read"):
        store.keeping.compare(Kept(KeptAs.FILE, str(path)))

    path.write_bytes(machine.journal.read_bytes().replace(b'"schema":1', b'"schema":99'))
    with pytest.raises(StoreError, match="newer stillnight"):
        store.keeping.compare(Kept(KeptAs.FILE, str(path)))


def test_a_conflict_copy_is_kept_with_its_name(machine: Machine):
    machine.log(severity=6)
    name = "journal (Sam's conflicted copy 2026-11-19).json"
    machine.journal.with_name(name).write_bytes(machine.journal.read_bytes())

    (kept,) = [one for one in machine.open().keeping.kept() if one.kind is KeptAs.COPY]

    assert kept.name == name


def test_a_moved_file_is_kept_with_its_time(machine: Machine, tmp_path: Path):
    store = machine.log(severity=6)
    folder = machine.own / "backups"
    folder.mkdir()
    (folder / "moved-20261118T091500.json").write_bytes(machine.journal.read_bytes())
    (folder / "moved-20261118T091500.log").write_bytes(b"")

    (kept,) = store.keeping.kept()

    assert (kept.kind, kept.at) == (KeptAs.MOVED, datetime(2026, 11, 18, 9, 15, tzinfo=UTC))


def test_a_moved_file_with_a_moment_that_no_clock_has_is_kept_without_one(machine: Machine):
    store = machine.log(severity=6)
    folder = machine.own / "backups"
    folder.mkdir()
    (folder / "moved-20261399T091500.json").write_bytes(machine.journal.read_bytes())

    (kept,) = store.keeping.kept()

    assert (kept.kind, kept.at) == (KeptAs.MOVED, None)


def _all_back(then: State, now: State) -> State:
    keys = [(one.table, str(one.id)) for one in differences(then, now)]
    base = "500000000000-0000-cccccccc"
    steps = [
        step for key in keys for step in steps_back(key, then.rec(*key), now.rec(*key), base, "cccccccc")
    ]
    return apply(now, [Deed(base, "restore", tuple(steps))])


@settings(max_examples=150, deadline=None)
@given(STATES, STATES)
def test_exactly_what_was_shown_then_is_shown_again_and_nothing_is_forgotten(then: State, now: State):
    after = _all_back(then, now)

    assert list(differences(then, after)) == []
    assert join(now, after).tables == after.tables
    for key in {key for key in now.keys() if key[0] in ("meta", "a table of others")}:  # noqa: SIM118
        assert shown(after.rec(*key)) == shown(now.rec(*key))
