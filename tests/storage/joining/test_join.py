from __future__ import annotations

from hypothesis import given
from tests.storage.states import STATES

from stillnight.storage.joining.join import join
from stillnight.storage.layout.lines import dump
from stillnight.storage.writes import canon
from stillnight.storage.writes.state import State


def _writes(state: State) -> set[tuple[str, ...]]:
    return {
        (*key, write.stamp, write.field, canon.text(write.value))
        for key in state.keys()  # noqa: SIM118
        for write in state.rec(*key).writes()
    }


@given(STATES, STATES)
def test_it_does_not_matter_who_joins_whom(one: State, other: State):
    assert dump(join(one, other)) == dump(join(other, one))


@given(STATES, STATES, STATES)
def test_it_does_not_matter_what_is_joined_first(one: State, two: State, three: State):
    assert dump(join(join(one, two), three)) == dump(join(one, join(two, three)))


@given(STATES, STATES)
def test_joining_again_changes_nothing(one: State, other: State):
    joined = join(one, other)

    assert join(one, one) == one
    assert join(joined, other) == joined


@given(STATES, STATES)
def test_every_write_of_both_is_in_the_join_and_no_other_but_what_was_purged(one: State, other: State):
    known = _writes(one) | _writes(other)
    purged = {write[:2]: write[2] for write in sorted(known) if write[3:] == ("_p", "true")}

    left = {
        write
        for write in known
        if write[2] > purged.get(write[:2], "") or write[2:] == (purged[write[:2]], "_p", "true")
    }

    assert _writes(join(one, other)) == left


@given(STATES, STATES)
def test_no_record_stands_in_a_table_and_in_its_bin(one: State, other: State):
    tables = join(one, other).tables

    for name, records in tables.items():
        assert records
        assert not records.keys() & tables.get(name + ".bin", {}).keys()
