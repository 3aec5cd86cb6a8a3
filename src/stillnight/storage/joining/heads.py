"""Which writes of a field still stand: those that no other one was made in the knowledge of.

A write was made in the knowledge of what it names as seen, and of every earlier one of its own device. An
edit by hand knew the value that it was made of: its stamp tells which.
"""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.storage.writes import canon, stamp
from stillnight.storage.writes.record import BOOKKEEPING, Rec, Write
from stillnight.storage.writes.state import HOUSEKEEPING

UNDISPUTED_FIELDS = BOOKKEEPING | {"evening_at", "morning_at", "source", "date", "night"}
"""Nobody answered these, so there is nothing to choose between."""


def is_answer(table: str, field: str) -> bool:
    """Can devices disagree on it? Only on what somebody said."""
    return table not in HOUSEKEEPING and field not in UNDISPUTED_FIELDS


def writes_of(rec: Rec, field: str) -> list[Write]:
    """Every write of a field, oldest first; none where it was never written."""
    cell = rec.cell(field)
    if not cell.stamp:
        return []
    return [*(write for write in rec.history if write.field == field), Write(cell.stamp, field, *cell[1:])]


def heads(writes: Sequence[Write]) -> list[Write]:
    """The writes of one field that nobody who wrote it later had seen, newest first.

    A value that somebody took out of the file reads as cleared where it is not known, which is no head.

    Args:
        writes: Every write of the field, as :func:`writes_of` gives them.
    """
    seen = {at for write in writes for at in write.seen if at < write.stamp}
    last = {stamp.device_of(at): at for at in sorted(write.stamp for write in writes)}
    told = {write.stamp for write in writes if write.value is not None}
    left = [
        write
        for write in reversed(writes)
        if write.stamp not in seen
        and (write.value is not None or write.stamp not in told)
        and write.stamp == last[stamp.device_of(write.stamp)]
    ]
    rewritten = _rewritten(writes) if len(left) > 1 else ()
    return [write for write in left if write.stamp[:17] not in rewritten]


def disputed(writes: Sequence[Write]) -> list[Write]:
    """The heads of a field with unequal values, newest first, each value once; empty where all agree."""
    if len(writes) < 2 or len(standing := heads(writes)) < 2:
        return []
    found: dict[str, Write] = {}
    for write in standing:
        found.setdefault(canon.text(write.value), write)
    return list(found.values()) if len(found) > 1 else []


def disputed_in(table: str, rec: Rec, field: str) -> list[Write]:
    """The values of a field of a record on which devices disagree, as :func:`disputed` gives them."""
    return disputed(writes_of(rec, field)) if is_answer(table, field) else []


def seen_by(writes: Sequence[Write], device: str) -> tuple[str, ...]:
    """What a new write of a device names: the stamps of the others' heads, sorted."""
    found = {write.stamp for write in heads(writes)}
    return tuple(sorted(at for at in found if stamp.device_of(at) != device))


def _rewritten(writes: Sequence[Write]) -> set[str]:
    """When those were written, in milliseconds and counter, that somebody wrote over by hand."""
    times = {write.stamp[:17] for write in writes}
    before = ((stamp.preceding(write.stamp), write) for write in writes)
    return {at for at, write in before if at in times and stamp.is_by_hand(write.stamp, write.value)}
