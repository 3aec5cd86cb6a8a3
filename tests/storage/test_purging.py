"""What was purged is gone for good: here, and wherever the purge is joined."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.conftest import TONIGHT, Machine, changes
from tests.storage.states import RECORDS, STATES
from tinydb import TinyDB

from stillnight.storage.deeds.deed import Deed, Kind, apply
from stillnight.storage.deeds.plan import plan, purging
from stillnight.storage.joining.join import join
from stillnight.storage.layout.lines import dump
from stillnight.storage.layout.reading import load, read
from stillnight.storage.store import FileStore
from stillnight.storage.writes import stamp
from stillnight.storage.writes.notation import decode, encode, parse
from stillnight.storage.writes.record import Write, gather
from stillnight.storage.writes.state import State

LAPTOP, DESK = "aaaaaaaa", "bbbbbbbb"
KEY = "nights", str(TONIGHT)
SECRET = "a word that must go"


def at(ms: int, device: str = LAPTOP) -> str:
    return stamp.make(ms, 0, device)


def purge(state: State, ms: int, device: str = LAPTOP) -> State:
    steps = purging(state, [KEY], at(ms, device), device)
    return apply(state, [Deed(at(ms, device), "purge", tuple(steps), kind=Kind.ASIDE)])


def night(ms: int, device: str = LAPTOP, **fields: object) -> State:
    steps = plan(State(), changes(TONIGHT, **fields), at(ms, device), device).steps
    return apply(State(), [Deed(at(ms, device), "log", tuple(steps))])


def purged_on(store: FileStore) -> None:
    """Purge tonight in an open journal."""
    device = store.vault.folder.device
    assert store.vault.commit(
        lambda state, base: Deed(base, "purge", tuple(purging(state, [KEY], base, device)), kind=Kind.ASIDE)
    )


def test_a_mark_without_content_is_left_in_the_bin():
    state = purge(night(1, note=SECRET, severity=6), 2)

    assert state.tables == {"nights.bin": {KEY[1]: f'{{"_p":true,"_t":"{at(2)}"}}'}}
    assert state.rec(*KEY).live() == {}


def test_a_purge_is_later_than_all_it_removes_whatever_the_clock_says():
    ahead = night(9_000, DESK, note=SECRET)

    state = purge(ahead, 5)

    assert SECRET not in str(state)
    assert state.rec(*KEY).purged > at(9_000, DESK)


def test_what_another_device_still_holds_goes_where_it_is_joined():
    before = night(1, note=SECRET)

    assert join(purge(before, 2), before) == join(before, purge(before, 2)) == purge(before, 2)


def test_what_was_written_later_lives_on():
    state = join(purge(night(1, note=SECRET), 2), night(3, DESK, severity=6))

    assert state.rec(*KEY).live() == {"date": "2026-11-19", "severity": 6}
    assert SECRET not in str(state)
    assert "nights.bin" not in state.tables


def test_a_new_entry_is_later_than_the_purge_though_the_clock_is_behind():
    gone = purge(night(9_000, note=SECRET), 9_001)
    planned = plan(gone, changes(TONIGHT, severity=6), at(5), LAPTOP)

    state = apply(gone, [Deed(at(5), "log", tuple(planned.steps))])

    assert planned.fresh == {KEY}
    assert state.rec(*KEY).live() == {"date": "2026-11-19", "severity": 6}


def test_nothing_is_purged_twice_and_nothing_that_is_not_there():
    gone = purge(night(1, note=SECRET), 2)

    assert purging(gone, [KEY, ("nights", "20260101")], at(3), LAPTOP) == []


def test_a_step_of_a_purge_tells_nothing_of_what_is_purged():
    (step,) = purging(night(1, note=SECRET), [KEY], at(2), LAPTOP)

    assert SECRET not in Deed(at(2), "purge", (step,), kind=Kind.ASIDE).line()
    assert step[:5] == (*KEY, "_p", True, at(2))


def test_what_a_later_write_had_seen_is_forgotten_with_it():
    rec = gather(
        [Write(at(1), "note", SECRET), Write(at(2), "_p", True), Write(at(3, DESK), "note", "x", (at(1),))]
    )

    assert rec.cell("note").seen == ()


def test_a_field_that_was_added_by_hand_after_the_purge_is_kept():
    texts = [{"_p": True, "_t": at(2), "note": "x"}, {"_p": True, "_t": {at(2): ["_p"]}, "note": "x"}]

    for raw in texts:
        rec = decode(raw)
        assert rec.live() == {"note": "x"}
        assert rec.cell("note").stamp > rec.purged == at(2)
        assert parse(encode(rec)) == rec


BY_HAND = b'{"nights":{"7":{"date":"2026-11-19","severity":2}}}'


def test_a_night_made_by_hand_after_the_purge_is_kept_in_the_file_and_dropped_in_a_copy():
    gone = purge(night(1, note=SECRET), 2)

    kept = join(read(BY_HAND, gone, purges=gone).state, gone)

    assert kept.rec(*KEY).live() == {"date": "2026-11-19", "severity": 2}
    assert join(load(BY_HAND), gone) == gone


def test_a_night_made_by_hand_beside_the_mark_of_its_purge_is_kept():
    gone = purge(night(1, note=SECRET), 2)
    both = json.loads(dump(gone)) | json.loads(BY_HAND)

    assert load(json.dumps(both).encode()).rec(*KEY).live() == {"date": "2026-11-19", "severity": 2}


def test_a_night_of_an_old_file_stays_purged(machine: Machine):
    store = machine.log(note=SECRET, severity=6)
    before = machine.journal.read_bytes()
    purged_on(store)
    assert machine.open().get("nights", TONIGHT) is None

    machine.journal.write_bytes(before)

    assert machine.open().get("nights", TONIGHT) is None
    assert machine.open().dates() == []
    assert SECRET.encode() not in machine.journal.read_bytes()
    assert SECRET not in (machine.own / "replica.json").read_text()


def test_a_night_that_plain_tinydb_makes_after_the_purge_is_adopted(machine: Machine, desk: Machine):
    purged_on(machine.log(note=SECRET))
    with TinyDB(machine.journal) as plain:
        plain.insert({"date": "2026-11-19", "severity": 3})

    assert machine.open().get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 3}
    assert desk.open().get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 3}


def test_a_night_made_by_hand_in_a_file_that_lost_the_mark_is_adopted(machine: Machine):
    store = machine.log(TONIGHT - 1, severity=6)
    store.write("log", changes(note=SECRET))
    purged_on(store)
    content = machine.content()
    del content["nights.bin"]
    content["nights"]["7"] = {"date": "2026-11-19", "severity": 3}
    machine.journal.write_text(json.dumps(content))

    assert machine.open().get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 3}
    assert SECRET.encode() not in machine.journal.read_bytes()


@pytest.mark.parametrize("deed", ["first", "second"])
def test_undo_and_redo_bring_nothing_back_that_was_purged(machine: Machine, deed: str):
    store = machine.log(note=SECRET)
    if deed == "second":
        store = machine.log(note="mended")
    purged_on(store)

    for turn in (store.undo, store.undo, store.redo, store.redo):
        turn()
        assert machine.open().get("nights", TONIGHT) is None
        assert SECRET.encode() not in machine.journal.read_bytes()


def test_undo_leaves_the_purge_alone_and_takes_back_what_was_done_before(machine: Machine):
    machine.log(TONIGHT - 1, severity=6)
    machine.log(note=SECRET)
    machine.open().write("mend", changes(TONIGHT - 1, severity=3))
    purged_on(machine.open())

    assert machine.open().undo().label == "mend"
    assert machine.open().get("nights", TONIGHT - 1) == {"date": "2026-11-18", "severity": 6}


@given(RECORDS, RECORDS)
def test_joining_never_undoes_a_purge(writes: list[Write], more: list[Write]):
    one, both = gather(writes), gather([*writes, *more])

    assert both.purged >= one.purged
    assert all(write.stamp > both.purged or write.field == "_p" for write in both.writes())


@given(STATES, STATES, st.integers(0, 2**44))
def test_what_is_purged_is_gone_from_every_join(state: State, other: State, ms: int):
    keys = list(state.keys())
    steps = purging(state, keys, at(ms), LAPTOP)
    gone = apply(state, [Deed(at(ms), "purge", tuple(steps), kind=Kind.ASIDE)])

    for key in keys:
        purged = gone.rec(*key).purged
        assert list(gone.rec(*key).writes()) == [Write(purged, "_p", True)]
        left = {write[:2] for write in join(join(other, gone), state).rec(*key).writes()}
        assert left <= {*(write[:2] for write in other.rec(*key).writes()), (purged, "_p")}
