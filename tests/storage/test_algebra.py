"""What holds of every state, whatever was written where and whoever joined first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.storage.states import KEYS, NAMES, RECORDS, STAMPS, STATES, VALUES
from tinydb import TinyDB

from stillnight.storage.joining.adopt import adopt
from stillnight.storage.joining.join import join
from stillnight.storage.layout.lines import dump
from stillnight.storage.layout.reading import load, read
from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.notation import encode
from stillnight.storage.writes.record import BOOKKEEPING, DELETED, PURGED, Cell, Rec, Write, gather, union
from stillnight.storage.writes.state import State


@given(RECORDS, RECORDS)
def test_a_union_is_what_the_writes_of_both_make(some: list[Write], more: list[Write]):
    assert union(gather(some), gather(more)) == gather([*some, *more])


@given(RECORDS)
def test_the_newest_write_of_a_field_is_shown(writes: list[Write]):
    rec = gather(writes)

    for name, cell in rec.cells.items():
        left = [write for write in writes if write.field == name and write.stamp >= rec.purged]
        if name != PURGED:
            assert cell.stamp == max(write.stamp for write in left)


@given(RECORDS, STAMPS, VALUES.filter(lambda value: value is not None))
def test_a_deletion_never_beats_a_later_edit(writes: list[Write], at: str, value: Any):
    edit = Write(at, "severity", canon.normal(value))
    rec = gather([*writes, edit])
    deletions = [write.stamp for write in writes if write.field == DELETED]

    if at > max([*deletions, rec.purged], default=""):
        assert not rec.is_deleted
        assert rec.cell("severity").stamp >= at


@given(RECORDS)
def test_a_deletion_hides_whatever_is_older(writes: list[Write]):
    newest = max(write.stamp for write in writes)

    assert gather([*writes, Write(stamp.following(newest, "aaaaaaaa"), DELETED, True)]).is_deleted


@given(STAMPS, NAMES.filter(lambda name: name != PURGED), VALUES, VALUES)
def test_of_two_values_under_one_stamp_both_are_kept(at: str, name: str, one: Any, other: Any):
    writes = [Write(at, name, canon.normal(one)), Write(at, name, canon.normal(other))]

    rec = gather(writes)

    assert rec == gather(reversed(writes))
    kept = {canon.text(write.value) for write in rec.writes()}
    assert kept == {canon.text(one), canon.text(other)}


@given(STATES, STATES)
def test_what_a_write_had_seen_is_never_forgotten(one: State, other: State):
    joined = join(one, other)

    for state in (one, other):
        for key in state.keys():  # noqa: SIM118
            now = {write[:2]: {*write.seen} for write in joined.rec(*key).writes()}
            purged = joined.rec(*key).purged
            for write in state.rec(*key).writes():
                left = {at for at in write.seen if at > purged} if write.stamp > purged else set()
                assert left <= now.get(write[:2], set()) or _has_twin(joined.rec(*key), write)


def _has_twin(rec: Rec, write: Write) -> bool:
    """Do several values stand under one stamp? Then they are told apart by the value."""
    return any(one[:2] == write[:2] and {*write.seen} <= {*one.seen} for one in rec.writes())


EDITS = st.tuples(NAMES.filter(lambda name: name not in BOOKKEEPING), VALUES.map(canon.normal))


def _edited(state: State, key: tuple[str, str], name: str, value: Any) -> bytes:
    """The file of a state after somebody gave a field of a record another value in an editor."""
    content = json.loads(dump(state))
    table = next(one for one in content if key[1] in content[one] and one.removesuffix(".bin") == key[0])
    content[table][key[1]][name] = value
    return json.dumps(content, indent=1).encode()


def _taken_in(data: bytes, known: State) -> State:
    return join(adopt(read(data, known, purges=known).state, known), known)


@given(STATES.filter(lambda state: state.tables), EDITS, st.data())
def test_meeting_the_same_edit_again_changes_nothing(state: State, edit: Any, data: st.DataObject):
    key = data.draw(st.sampled_from(sorted(state.keys())))
    found = _edited(state, key, *edit)

    once = _taken_in(found, state)

    assert _taken_in(found, once) == once
    assert _taken_in(dump(once), once) == once


@settings(max_examples=40)
@given(STATES.filter(lambda state: state.tables), STATES, STATES, EDITS, st.data())
def test_every_device_says_the_same_of_an_edit(
    state: State, one: State, other: State, edit: Any, data: st.DataObject
):
    key = data.draw(st.sampled_from(sorted(state.keys())))
    found = _edited(state, key, *edit)

    here, there = _taken_in(found, join(state, one)), _taken_in(found, join(other, state))

    assert join(here, there) == join(there, here)
    assert _taken_in(found, join(here, there)) == join(here, there)


@given(STATES, EDITS, KEYS, st.booleans())
def test_an_edit_by_hand_is_shown_unless_somebody_wrote_later(state: State, edit: Any, key: Any, old: bool):
    name, value = edit
    state = state.having({key: gather([Write(stamp.make(9, 9, "aaaaaaaa"), name, "before")])})
    later = Write(stamp.make(10, 0, "bbbbbbbb"), name, "later")
    known = state.having({key: gather([*state.rec(*key).writes(), later])}) if old else state

    rec = _taken_in(_edited(state, key, name, value), known).rec(*key)

    assert canon.is_one(rec.cell(name).value, "later" if old else value)
    assert "before" in [write.value for write in rec.writes() if write.field == name]


@given(STATES.filter(lambda state: state.tables), st.data())
def test_what_is_taken_out_of_the_file_comes_back(state: State, data: st.DataObject):
    content = json.loads(dump(state))
    table = data.draw(st.sampled_from(sorted(content)))
    id = data.draw(st.sampled_from(sorted(content[table]) or [""]))
    names = sorted(content.get(table, {}).get(id, {}).keys() - {"_t"})
    if names and data.draw(st.booleans()):
        del content[table][id][data.draw(st.sampled_from(names))]
    else:
        content[table].pop(id, None)

    found = _taken_in(json.dumps(content).encode(), state)

    for key in state.keys():  # noqa: SIM118
        assert found.rec(*key).live() == state.rec(*key).live()
        assert found.rec(*key).is_deleted == state.rec(*key).is_deleted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(state=STATES)
def test_tinydb_opens_every_output(tmp_path: Path, state: State):
    path = tmp_path / "journal.json"
    path.write_bytes(dump(state))

    with TinyDB(path) as plain:
        assert plain.tables() == set(state.tables)
        for name, records in state.tables.items():
            if all(id.removeprefix("-").isdecimal() for id in records):
                found = {str(one.doc_id): dict(one) for one in plain.table(name).all()}
                assert found == {id: json.loads(text) for id, text in records.items()}


@given(STATES, st.integers(0, 10_000), st.binary(max_size=4))
def test_a_file_cut_and_scribbled_over_is_read_without_a_word(state: State, where: int, scribble: bytes):
    data = dump(state)
    place = where % (len(data) + 1)

    for torn in (data[:place], data[:place] + scribble, data[:place] + scribble + data[place:]):
        assert isinstance(load(torn), State)


@pytest.mark.parametrize("empty", [Rec(), Rec({"note": Cell(stamp.make(1, 0, "aaaaaaaa"), None)})])
def test_a_record_without_an_answer_shows_none(empty: Rec):
    assert empty.live() == {}
    assert union(empty, Rec()) == union(Rec(), empty) == empty
    assert encode(gather(empty.writes())) == encode(empty)
