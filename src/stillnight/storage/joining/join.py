"""Joining two states of one journal: every write of both, and nothing else.

Pure, commutative, associative, idempotent and lossless; so it does not matter who joins what first.
"""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.storage.writes.notation import encode, parse_all
from stillnight.storage.writes.record import union
from stillnight.storage.writes.section import Section
from stillnight.storage.writes.state import FEW, Key, State, home_of, placed

_AT_ONCE = 64
"""So many records are taken apart together; with all of them the garbage collector takes half the time."""


def join(one: State, other: State) -> State:
    """The state that knows what both know."""
    if not one.tables or not other.tables:
        return one if one.tables else other
    if one.tables == other.tables:
        return one
    return placed(one, dict(_joined(one, other, _differing(one, other))))


def _differing(one: State, other: State) -> list[Key]:
    """The records of ``other`` that ``one`` does not hold just so."""
    keys = []
    for table, records in other.tables.items():
        mine = one.tables.get(table, {})
        if isinstance(mine, Section) and len(records) > FEW:
            mine = dict(mine.items())
        home = home_of(table)
        keys += [(home, id) for id, text in records.items() if mine.get(id) != text]
    return keys


def _joined(one: State, other: State, keys: list[Key]) -> Iterator[tuple[Key, str]]:
    """The joined texts of some records; only where both have one, and another, they are parsed."""
    both: list[tuple[Key, str, str]] = []
    for key in keys:
        mine, theirs = one.text(*key), other.text(*key) or ""
        if mine is None or mine == theirs:
            yield key, theirs
        else:
            both.append((key, mine, theirs))
    for start in range(0, len(both), _AT_ONCE):
        part = both[start : start + _AT_ONCE]
        recs = iter(parse_all(text for _, *texts in part for text in texts))
        yield from ((key, encode(union(next(recs), next(recs)))) for key, *_ in part)
