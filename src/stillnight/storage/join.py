"""Joining two states of one journal: every write of both, and nothing else.

Pure, commutative, associative, idempotent and lossless; so it does not matter who joins what first.
"""

from __future__ import annotations

from stillnight.storage.notation import encode
from stillnight.storage.state import Key, State, home_of, placed, union


def join(one: State, other: State) -> State:
    """The state that knows what both know."""
    if one.tables == other.tables:
        return one
    return placed(one, _differing(one, other))


def _differing(one: State, other: State) -> dict[Key, str]:
    """The joined texts of the records of ``other`` that ``one`` does not hold just so."""
    texts: dict[Key, str] = {}
    for table, records in other.tables.items():
        mine = one.tables.get(table, {})
        for id, text in records.items():
            if mine.get(id) == text:
                continue
            key = home_of(table), id
            texts[key] = _joined(one, other, key)
    return texts


def _joined(one: State, other: State, key: Key) -> str:
    mine, theirs = one.text(*key), other.text(*key)
    if mine is None or theirs is None or mine == theirs:
        return mine or theirs or ""
    return encode(union(one.rec(*key), other.rec(*key)))
