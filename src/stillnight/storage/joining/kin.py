"""Are two states the same journal? Its ids tell, and so does a single write that both have."""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.domain.ports import NIGHTS
from stillnight.storage.writes.meta import KEY
from stillnight.storage.writes.stamp import stamps_in
from stillnight.storage.writes.state import META, State, home_of

MANY, SEVERAL = 14, 5
"""Two journals that share nothing are those of two people where each has many nights of its own, or
several nights stand in both. One person who begins on two devices before they first meet has neither."""

_NO_TIME = "0" * 12
"""So begins the stamp of a value that nobody stamped; two people may write the same one."""


def ids_of(state: State) -> frozenset[str]:
    """Every id that a journal ever had."""
    writes = state.rec(*KEY).writes()
    return frozenset(str(one.value) for one in writes if one.field == "journal" and one.value is not None)


def are_kin(one: State, other: State) -> bool:
    """Are they one journal: is an id the same, or a stamped write? No chance gives these twice."""
    return bool(ids_of(one) & ids_of(other)) or any(True for _ in _shared(one, other))


def are_strangers(one: State, other: State) -> bool:
    """Are they journals of two people, which must never be mixed? Where one has no id nobody can tell."""
    mine, theirs = (state.tables.get(NIGHTS, {}) for state in (one, other))
    both = sum(id in theirs for id in mine)
    if not ids_of(one) or not ids_of(other):
        return False
    is_much = both >= SEVERAL or (len(mine) >= MANY and len(theirs) >= MANY)
    return is_much and not are_kin(one, other)


def _shared(one: State, other: State) -> Iterator[str]:
    """The stamps of records that stand in both states."""
    for table, records in one.tables.items():
        home = home_of(table)
        if home == META:
            continue
        for id, text in records.items():
            theirs = other.text(home, id)
            if theirs:
                mine = (at for at in stamps_in(text) if not at.startswith(_NO_TIME))
                yield from (at for at in mine if at in theirs)
