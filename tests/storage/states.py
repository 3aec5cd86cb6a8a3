"""States of every kind, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from stillnight.storage import stamp
from stillnight.storage.record import Rec, Write, gather
from stillnight.storage.state import State

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["\ud800", "\u2028", '"},\n"', "\x00", "ünï", "🌙", "_t"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
"""Any JSON value, and numbers that are none."""

NAMES = st.sampled_from(["severity", "note", "f.caffeine", "date", "_del", "odd name\n", "", "_p", "x"])

STAMPS = st.builds(
    stamp.make,
    st.integers(0, 3) | st.integers(0, 2**43),
    st.integers(0, 3),
    st.sampled_from(["aaaaaaaa", "bbbbbbbb"]),
)

WRITES = st.builds(Write, STAMPS, NAMES, VALUES.map(lambda value: value))

RECORDS = st.lists(WRITES, min_size=1, max_size=6)

KEYS = st.tuples(
    st.sampled_from(["nights", "episodes", "meta", "a table of others"]),
    st.sampled_from(["1", "20261119", "20261120", "odd:id", "-3"]),
)


def _state(content: dict[tuple[str, str], list[Write]]) -> State:
    from stillnight.storage import canon

    def rec(writes: list[Write]) -> Rec:
        return gather(Write(at, name, canon.normal(value)) for at, name, value in writes)

    return State().having({key: rec(writes) for key, writes in content.items()})


STATES = st.dictionaries(KEYS, RECORDS, max_size=5).map(_state)
