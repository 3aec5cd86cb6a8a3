"""When a value was typed that was brought back later: the write that brings it back says what it stands for.

A restored record gets one field of our own, written with the values and stamped as they are: the stamp of
the write that they were, or, where they were of several, each of these stamps with its fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from stillnight.storage.writes import stamp
from stillnight.storage.writes.record import BOOKKEEPING, ORIGIN, Rec, Write

Origins = Mapping[tuple[str, str], str]
"""For (field, stamp) of a write that brought a value back: the stamp of the write that it stands for."""


def origins_in(rec: Rec) -> Origins:
    """Which writes of a record only bring an earlier one back."""
    found: dict[tuple[str, str], str] = {}
    for write in rec.writes():
        if write.field == ORIGIN:
            found |= {(name, write.stamp): at for name, at in _named(write, rec)}
    return found


def typed(rec: Rec, names: Mapping[str, Any]) -> dict[str, str]:
    """For each of some fields that hold something: the stamp of the write in which that was typed."""
    origins = origins_in(rec)
    cells = {name: rec.cell(name) for name in names}
    return {name: origins.get((name, cell.stamp), cell.stamp) for name, cell in cells.items() if cell.stamp}


def mark(stamps: Mapping[str, str]) -> Any:
    """What the field says, given each value's stamp; ``None`` for none."""
    by_stamp: dict[str, list[str]] = {}
    for name, at in sorted(stamps.items()):
        by_stamp.setdefault(at, []).append(name)
    if len(by_stamp) == 1:
        return next(iter(by_stamp))
    return by_stamp or None


def _named(write: Write, rec: Rec) -> Iterator[tuple[str, str]]:
    """The fields that a mark speaks of, each with a stamp; what makes no sense says nothing."""
    if isinstance(write.value, str) and stamp.is_stamp(write.value):
        for other in rec.writes():
            if other.stamp == write.stamp and other.field not in BOOKKEEPING and other.value is not None:
                yield other.field, write.value
    for at, names in write.value.items() if isinstance(write.value, dict) else ():
        if stamp.is_stamp(at) and isinstance(names, list):
            yield from ((name, at) for name in names if isinstance(name, str))
