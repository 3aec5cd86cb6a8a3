"""Two values of one field, and neither writer had seen the other's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.states import RECORDS, STATES

from stillnight.domain.ports import Change, Deletion
from stillnight.storage.deeds.deed import Deed, apply
from stillnight.storage.deeds.plan import plan
from stillnight.storage.joining import disagreement
from stillnight.storage.joining.disagreement import (
    Dispute,
    Standing,
    disagreements,
    disagreements_in,
    may_disagree,
)
from stillnight.storage.joining.heads import disputed, heads, is_answer, writes_of
from stillnight.storage.joining.join import join
from stillnight.storage.layout.lines import dump, outline
from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.notation import decode, encode, parse
from stillnight.storage.writes.record import PURGED, Rec, Write, gather
from stillnight.storage.writes.state import BIN, State

LAPTOP, DESK, PHONE = "aaaaaaaa", "bbbbbbbb", "cccccccc"
NIGHT = 20261119


def at(ms: int, device: str) -> str:
    return stamp.make(ms, 0, device)


def write(state: State, ms: int, device: str, settling: bool = False, **fields: object) -> State:
    """What a device's state is after it wrote some fields of tonight."""
    changes = [Change("nights", NIGHT, name, value) for name, value in fields.items()]
    steps = plan(state, changes, at(ms, device), device, settling).steps
    return apply(state, [Deed(at(ms, device), "log", tuple(steps))])


def values(state: State) -> list[object]:
    """The values that somebody has to choose between."""
    return [head.value for dispute in disagreements(state) for head in dispute.heads]


def shown(state: State) -> object:
    return state.rec("nights", str(NIGHT)).cell("severity").value


def test_two_values_of_which_neither_writer_knew_the_other_are_a_disagreement():
    start = write(State(), 1, LAPTOP, severity=5)
    both = join(write(start, 2, LAPTOP, severity=6), write(start, 3, DESK, severity=4))

    (dispute,) = disagreements(both)

    assert dispute[:3] == ("nights", str(NIGHT), "severity")
    assert [(head.stamp, head.value) for head in dispute.heads] == [(at(3, DESK), 4), (at(2, LAPTOP), 6)]
    assert disagreements_in(both, "nights", str(NIGHT)) == [dispute]


def test_a_value_written_over_one_that_was_seen_is_none():
    state = write(write(write(State(), 1, LAPTOP, severity=5), 2, DESK, severity=4), 3, LAPTOP, severity=6)

    assert disagreements(state) == []
    assert state.rec("nights", str(NIGHT)).cell("severity").seen == (at(2, DESK),)


def test_a_journal_of_one_device_names_nothing_as_seen():
    state = write(write(State(), 1, LAPTOP, severity=5), 2, LAPTOP, severity=4)

    assert "_w" not in (state.text("nights", str(NIGHT)) or "")


def test_the_same_value_on_both_is_none():
    start = write(State(), 1, LAPTOP, note="x")

    assert disagreements(join(write(start, 2, LAPTOP, severity=6), write(start, 3, DESK, severity=6))) == []


def test_a_value_that_is_true_and_one_that_is_1_are_two():
    assert values(join(write(State(), 2, LAPTOP, x=1), write(State(), 3, DESK, x=True))) == [True, 1]


def test_a_cleared_field_and_a_value_are_one():
    start = write(State(), 1, LAPTOP, severity=5, note="x")
    both = join(write(start, 2, LAPTOP, severity=None), write(start, 3, DESK, severity=4))

    assert values(both) == [4, None]


def test_any_new_write_settles_it_on_every_device():
    start = write(State(), 1, LAPTOP, severity=5)
    one, other = write(start, 2, LAPTOP, severity=6), write(start, 3, DESK, severity=4)

    settled = write(join(one, other), 4, PHONE, severity=7)

    assert [values(join(settled, state)) for state in (one, other, start)] == [[], [], []]
    assert shown(settled) == 7


def test_what_is_shown_is_chosen_by_writing_it_anew():
    start = write(State(), 1, LAPTOP, severity=5)
    both = join(write(start, 2, LAPTOP, severity=6), write(start, 3, DESK, severity=4))

    assert values(write(both, 4, LAPTOP, severity=4)) == [4, 6]
    assert values(write(both, 4, LAPTOP, settling=True, severity=4)) == []
    assert write(start, 4, LAPTOP, settling=True, severity=5) == start


def test_a_write_that_knew_only_one_of_two_leaves_the_other_open():
    start = write(State(), 1, LAPTOP, severity=5)
    one, other = write(start, 2, LAPTOP, severity=6), write(start, 3, DESK, severity=4)

    assert values(join(write(one, 4, PHONE, severity=7), other)) == [7, 4]


def test_two_values_of_a_cloned_disk_under_one_stamp_are_one():
    both = join(write(State(), 2, LAPTOP, severity=6), write(State(), 2, LAPTOP, severity=4))

    assert values(both) == [6, 4]
    assert values(write(both, 3, LAPTOP, severity=1)) == []


@pytest.mark.parametrize("name", ["f.k\u00e4se", 'a "b', "back\\slash", "f.tea"])
def test_a_field_of_any_name_is_found(name: str):
    writes = [Write(at(2, LAPTOP), name, 6), Write(at(2, LAPTOP), name, 4), Write(at(1, LAPTOP), "x", 1)]
    state = State({"nights": {str(NIGHT): encode(gather(writes))}})

    assert values(state) == [6, 4]


def test_a_record_of_which_only_odd_notes_are_left_has_nothing_to_choose():
    assert not may_disagree(encode(decode({"_h": ["odd"], "_w": "odd"})))


def test_an_edit_by_hand_knew_what_it_was_made_of_and_no_more():
    made_of = at(3, DESK)
    by_hand = Write(stamp.by_hand(made_of, 2), "severity", 2)
    writes = [Write(at(2, LAPTOP), "severity", 6), Write(made_of, "severity", 4), by_hand]

    assert heads(writes_of(gather(writes), "severity")) == [by_hand, writes[0]]


def test_a_value_that_somebody_took_out_of_the_file_is_nothing_to_choose():
    writes = [Write(at(2, LAPTOP), "note", "x"), Write(at(2, LAPTOP), "note", None)]

    assert [head.value for head in heads(writes_of(gather(writes), "note"))] == ["x"]


def test_a_deleted_night_has_nothing_to_choose():
    start = write(State(), 1, LAPTOP, severity=5)
    both = join(write(start, 2, LAPTOP, severity=6), write(start, 3, DESK, severity=4))
    steps = plan(both, [Deletion("nights", NIGHT)], at(4, DESK), DESK).steps

    deleted = apply(both, [Deed(at(4, DESK), "delete", tuple(steps))])

    assert disagreements(deleted) == []
    assert disagreements_in(deleted, "nights", str(NIGHT)) == []


@pytest.mark.parametrize("field", ["date", "night", "evening_at", "morning_at", "source", "_del", "_p"])
def test_what_nobody_answered_is_nothing_to_choose(field: str):
    assert not is_answer("nights", field)


@pytest.mark.parametrize("table", ["meta", "devices", "inbox"])
def test_the_tables_of_the_program_itself_are_nothing_to_choose(table: str):
    rec = gather([Write(at(2, LAPTOP), "name", "a"), Write(at(3, DESK), "name", "b")])

    assert not is_answer(table, "name")
    assert disagreements(State({table: {"1": encode(rec)}})) == []


@settings(max_examples=50)
@given(STATES, STATES, STATES)
def test_it_does_not_matter_what_was_joined_first(one: State, two: State, three: State):
    found = disagreements(join(join(one, two), three))

    assert found == disagreements(join(three, join(two, one)))
    assert found == disagreements(join(two, join(join(one, three), one)))


@given(STATES)
def test_what_is_left_out_unparsed_holds_none(state: State):
    keys = [(table, id) for table, texts in state.tables.items() for id in texts if not table.endswith(BIN)]

    assert disagreements(state) == _all_in(state, keys)


@given(st.lists(STATES, max_size=3), st.booleans())
def test_a_journal_that_changes_is_looked_into_only_where_it_did(states: list[State], has_lines: bool):
    standing = Standing()
    now = State(outline(dump(states[0])) or states[0].tables) if states and has_lines else State()
    for state in states:
        now = join(now, state)
        assert standing.of(now) == standing.of(now) == disagreements(now)
    assert standing.of(State()) == []


def test_what_did_not_change_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch):
    both = join(write(State(), 2, LAPTOP, severity=6), write(State(), 3, DESK, severity=4))
    others = join(both, State({"labs": {"1": both.tables["nights"][str(NIGHT)]}}))
    standing = Standing()
    found = standing.of(both)
    parsed: list[str] = []
    monkeypatch.setattr(disagreement, "parse", lambda text: parsed.append(text) or parse(text))

    assert [one.table for one in standing.of(others)] == ["labs", "nights"]
    assert standing.of(both) == found
    assert parsed == [both.tables["nights"][str(NIGHT)]]


def _all_in(state: State, keys: list[tuple[str, str]]) -> list[Dispute]:
    return [
        Dispute(*key, name, tuple(found))
        for key in sorted(keys)
        for name in sorted(state.rec(*key).cells)
        if is_answer(key[0], name) and (found := disputed(writes_of(state.rec(*key), name)))
    ]


@given(RECORDS)
def test_the_value_shown_is_always_among_the_heads_and_first(writes: list[Write]):
    rec = gather(writes)

    # a purge is no answer: no later write takes it back, so the newest head need not be what holds
    answers = {name: cell for name, cell in rec.cells.items() if name != PURGED}
    for name, cell in answers.items():
        assert heads(writes_of(rec, name))[0][::2] == (cell.stamp, cell.value)


@given(STATES, st.sampled_from([LAPTOP, DESK, PHONE]), st.data())
def test_any_write_settles(state: State, device: str, data: st.DataObject):
    for table, id, field, _ in disagreements(state):
        if not id.isdecimal() or not field:
            continue
        before = state.rec(table, id)
        value = data.draw(st.sampled_from([before.cell(field).value, "another"]))
        planned = plan(state, [Change(table, int(id), field, value)], at(7, device), device, settling=True)

        after = apply(state, [Deed(at(7, device), "choose", tuple(planned.steps))])

        assert all(dispute.field != field for dispute in disagreements_in(after, table, id))
        assert canon.is_one(after.rec(table, id).cell(field).value, value)


@given(RECORDS, RECORDS)
def test_knowing_more_never_brings_back_what_was_settled(writes: list[Write], more: list[Write]):
    known, all_known = gather(writes), gather([*writes, *more])
    gone = {(one.stamp, one.field) for one in known.history} - {
        one[:2] for name in known.cells for one in heads(writes_of(known, name))
    }

    assert not gone & {one[:2] for name in all_known.cells for one in heads(writes_of(all_known, name))}


def test_a_record_without_history_needs_no_look():
    assert not may_disagree(encode(Rec()))
    assert not may_disagree(encode(gather([Write(at(2, LAPTOP), "x", 1), Write(at(3, DESK), "y", 1)])))
