"""States of every kind, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.record import PURGED, Write, gather
from stillnight.storage.writes.state import State

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

SEEN = st.lists(STAMPS, unique=True, max_size=2).map(lambda stamps: tuple(sorted(stamps)))

WRITES = st.builds(
    lambda at, name, value, seen: Write(at, name, canon.normal(value), seen), STAMPS, NAMES, VALUES, SEEN
)

PURGES = st.builds(Write, STAMPS, st.just(PURGED), st.just(True))

RECORDS = st.lists(WRITES | WRITES | WRITES | PURGES, min_size=1, max_size=6)

KEYS = st.tuples(
    st.sampled_from(["nights", "episodes", "meta", "a table of others"]),
    st.sampled_from(["1", "20261119", "20261120", "odd:id", "-3"]),
)


def _state(content: dict[tuple[str, str], list[Write]]) -> State:
    return State().having({key: gather(writes) for key, writes in content.items()})


STATES = st.dictionaries(KEYS, RECORDS, max_size=5).map(_state)
