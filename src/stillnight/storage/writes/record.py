"""One record as what it is: a growing set of writes, of which the newest of each field is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from stillnight.storage.writes import canon

STAMPS, HISTORY, SEEN, DELETED, PURGED, RAW = "_t", "_h", "_w", "_del", "_p", "_raw"
ORIGIN = "_o"
"""When a value that was brought back had been typed, see :mod:`stillnight.storage.writes.origin`."""

BOOKKEEPING = frozenset((STAMPS, HISTORY, SEEN, DELETED, PURGED, ORIGIN))
"""Fields that are ours and no answer of anybody; they never leave this room."""

HISTORY_SIGN = f'"{HISTORY}":[['
"""Stands in the text of a record of which something was replaced; without it nobody disagrees on it."""

PURGE_SIGN = f'"{PURGED}":true'
"""Stands in the text of a record that was purged; where it does not stand nothing needs to be parsed."""

NOTATION = frozenset((STAMPS, HISTORY, SEEN))
"""Fields that say something of the others, and so hold no value of their own."""


class Write(NamedTuple):
    """One field got a value once.

    Attributes:
        stamp: When, and on which device.
        field: The field's name.
        value: What it got; ``None`` is cleared.
        seen: The stamps of other devices' writes of the field that stood when this one was made, sorted.
            A device has seen its own earlier writes without naming them.
    """

    stamp: str
    field: str
    value: Any
    seen: tuple[str, ...] = ()


class Cell(NamedTuple):
    """What a field holds now, since when, and what that had seen, as in :class:`Write`."""

    stamp: str
    value: Any
    seen: tuple[str, ...] = ()


NOTHING = Cell("", None)
"""A field that was never written."""


@dataclass(frozen=True, slots=True)
class Rec:
    """A record with its bookkeeping.

    Attributes:
        cells: The newest write of each field; a cleared field keeps its stamp.
        history: Every replaced write, oldest first.
    """

    cells: Mapping[str, Cell] = field(default_factory=dict)
    history: tuple[Write, ...] = ()

    def cell(self, name: str) -> Cell:
        """What a field holds."""
        return self.cells.get(name, NOTHING)

    def writes(self) -> Iterator[Write]:
        """Every write ever made."""
        yield from self.history
        for name, cell in self.cells.items():
            yield Write(cell.stamp, name, cell.value, cell.seen)

    def newest(self) -> str:
        """The newest stamp of a value in it; empty when it holds none."""
        return max((cell.stamp for name, cell in self.cells.items() if name != DELETED), default="")

    @property
    def is_deleted(self) -> bool:
        """Was it deleted, and not edited since? A deletion never beats a later edit."""
        gone = self.cell(DELETED)
        return gone.value is True and gone.stamp >= self.newest()

    @property
    def purged(self) -> str:
        """The stamp of its newest purge; empty when it never was purged."""
        mark = self.cell(PURGED)
        return mark.stamp if mark.value is True else ""

    @property
    def is_in_bin(self) -> bool:
        """Does it lie in the bin: deleted, or purged and not written since?"""
        return self.is_deleted or (bool(self.purged) and not self.live())

    def live(self) -> dict[str, Any]:
        """Its answers, as nobody needs bookkeeping to read them."""
        held = self.cells.items()
        return {name: cell.value for name, cell in held if cell.value is not None and name not in BOOKKEEPING}


def gather(writes: Iterable[Write]) -> Rec:
    """The record that a set of writes makes; their order and repetition do not matter.

    A purge (``_p`` is true) drops every other write up to its stamp, and nothing later. Where two writes
    of a field share a stamp (a cloned disk), both are kept: a value hides a cleared one, and else the
    greater text is seen. A write that comes twice has seen what either had seen.
    """
    known = list(writes)
    purged = newest_purge(known)
    return _gathered(_after(purged, known) if purged else known, purged)


def _gathered(writes: list[Write], purged: str = "") -> Rec:
    found: dict[tuple[str, str], list[Write]] = {}
    for write in writes:
        _add(found.setdefault(write[:2], []), write)
    for twins in found.values():
        if len(twins) > 1:
            twins.sort(key=_rank)
    ordered = [write for at in sorted(found) for write in found[at]]
    last = {write.field: write for write in ordered if _is_held(write, purged)}
    cells = {name: Cell(write.stamp, write.value, write.seen) for name, write in last.items()}
    return Rec(cells, tuple(write for write in ordered if last.get(write.field) is not write))


def union(one: Rec, other: Rec) -> Rec:
    """The record with every write of both, quick where they are much the same."""
    if PURGED in one.cells or PURGED in other.cells:
        return gather((*one.writes(), *other.writes()))
    cells = dict(one.cells)
    unlike = {write.field for write in (*one.history, *other.history)}
    for name, cell in other.cells.items():
        mine = cells.setdefault(name, cell)
        if mine is not cell and not (mine == cell and canon.is_one(mine.value, cell.value)):
            unlike.add(name)
    if not unlike:
        return Rec(cells)
    part = [*one.history, *other.history]
    for held in (one.cells, other.cells):
        part += (Write(held[name][0], name, *held[name][1:]) for name in unlike & held.keys())
    joined = _gathered(part)
    return Rec({**cells, **joined.cells}, joined.history)


def gathered(newest: Iterable[Write], replaced: Sequence[Write]) -> Rec:
    """The record of writes without a purge, quick where most fields were written once.

    Args:
        newest: One write of each field.
        replaced: Other writes, of some of these fields or of others.
    """
    fields = {write.field for write in replaced}
    part = list(replaced)
    cells: dict[str, Cell] = {}
    for write in newest:
        if write.field in fields:
            part.append(write)
        else:
            cells[write.field] = Cell(write.stamp, write.value, write.seen)
    if not part:
        return Rec(cells)
    rec = _gathered(part)
    return Rec({**cells, **rec.cells}, rec.history)


def _add(twins: list[Write], write: Write) -> None:
    """Put a write to those of its field and stamp; one of the same value becomes one with it."""
    for place, twin in enumerate(twins):
        if canon.is_one(twin.value, write.value):
            if twin.seen != write.seen:
                twins[place] = _having_seen(write, {*write.seen, *twin.seen})
            return
    twins.append(write)


def _rank(write: Write) -> tuple[bool, str]:
    """Which of two writes of one field and stamp is seen: the greater."""
    return write.value is not None, canon.written(write.value)


def _is_held(write: Write, purged: str) -> bool:
    """Can a record show it? Notes of no sense are only carried, and nothing hides a purge."""
    if write.field == PURGED and purged:
        return write.value is True
    return write.field not in NOTATION


def _having_seen(write: Write, seen: set[str]) -> Write:
    return write._replace(seen=tuple(sorted(seen)))


def newest_purge(writes: Iterable[Write]) -> str:
    """The stamp of the newest purge among some writes; empty for none."""
    return max((write.stamp for write in writes if write.field == PURGED and write.value is True), default="")


def _after(purged: str, writes: list[Write]) -> list[Write]:
    """What a purge leaves: itself and what is later, which forgets that it saw what is gone."""
    later = (write for write in writes if write.stamp > purged)
    left = [_having_seen(write, {at for at in write.seen if at > purged}) for write in later]
    return [*left, Write(purged, PURGED, True)]
