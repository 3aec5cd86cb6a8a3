"""One record as what it is: a growing set of writes, of which the newest of each field is seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from stillnight.storage import canon, stamp

STAMPS, HISTORY, DELETED, PURGED, RAW = "_t", "_h", "_del", "_p", "_raw"
BOOKKEEPING = frozenset((STAMPS, HISTORY, DELETED, PURGED))
"""Fields that are ours and no answer of anybody; they never leave this room."""


class Write(NamedTuple):
    """One field got a value once; ``None`` is cleared."""

    stamp: str
    field: str
    value: Any


class Cell(NamedTuple):
    """What a field holds now, and since when."""

    stamp: str
    value: Any


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
            yield Write(cell.stamp, name, cell.value)

    def newest(self) -> str:
        """The newest stamp of a value in it; empty when it holds none."""
        return max((cell.stamp for name, cell in self.cells.items() if name != DELETED), default="")

    @property
    def is_deleted(self) -> bool:
        """Does it lie in the bin? A deletion never beats a later edit."""
        gone = self.cell(DELETED)
        return gone.value is True and gone.stamp >= self.newest()

    def live(self) -> dict[str, Any]:
        """Its answers, as nobody needs bookkeeping to read them."""
        held = self.cells.items()
        return {name: cell.value for name, cell in held if cell.value is not None and name not in BOOKKEEPING}


def gather(writes: Iterable[Write]) -> Rec:
    """The record that a set of writes makes; their order and repetition do not matter.

    Where two writes of a field share a stamp (a cloned disk), both are kept: a value hides a cleared
    one, and else the greater text is seen.
    """
    ordered = sorted({_rank(write): write for write in writes}.items())
    last = {write.field: rank for rank, write in ordered if write.field not in (STAMPS, HISTORY)}
    cells = {
        write.field: Cell(write.stamp, write.value)
        for rank, write in ordered
        if last.get(write.field) == rank
    }
    return Rec(cells, tuple(write for rank, write in ordered if last.get(write.field) != rank))


def decode(raw: Mapping[str, Any]) -> Rec:
    """A record as the file has it; a field without a valid stamp counts as older than all others."""
    stamps = _stamps(raw)
    writes = list(_replaced(raw.get(HISTORY, ())))
    for name, value in raw.items():
        if name in (STAMPS, HISTORY) or (value is None and name not in stamps):
            continue
        value = canon.normal(value)
        writes.append(Write(stamps.get(name) or stamp.unstamped(value), name, value))
    writes += [Write(at, name, None) for name, at in stamps.items() if name not in raw]
    return gather(writes)


def parse(text: str) -> Rec:
    """A record out of its canonical text."""
    raw = json.loads(text)
    return decode(raw if isinstance(raw, dict) else {RAW: raw})


def encode(rec: Rec) -> str:
    """The canonical text of a record."""
    raw = {name: cell.value for name, cell in rec.cells.items() if cell.value is not None}
    by_stamp: dict[str, list[str]] = {}
    for name, cell in rec.cells.items():
        by_stamp.setdefault(cell.stamp, []).append(name)
    if len(by_stamp) == 1 and len(raw) == len(rec.cells):
        raw[STAMPS] = next(iter(by_stamp))
    elif by_stamp:
        raw[STAMPS] = {at: sorted(names) for at, names in by_stamp.items()}
    if rec.history:
        raw[HISTORY] = [list(write) for write in rec.history]
    return canon.text(raw)


def visible(text: str) -> dict[str, Any]:
    """The answers in a record's canonical text."""
    raw = json.loads(text)
    if not isinstance(raw, dict):
        return {}
    return {name: value for name, value in raw.items() if name not in BOOKKEEPING}


def _rank(write: Write) -> tuple[str, str, bool, str]:
    return write.stamp, write.field, write.value is not None, canon.text(write.value)


def _stamps(raw: Mapping[str, Any]) -> dict[str, str]:
    kept = raw.get(STAMPS)
    if isinstance(kept, str):
        return dict.fromkeys(raw.keys() - {STAMPS, HISTORY}, kept) if stamp.is_stamp(kept) else {}
    found: dict[str, str] = {}
    for at, names in kept.items() if isinstance(kept, dict) else ():
        if stamp.is_stamp(at) and isinstance(names, list):
            for name in names:
                if isinstance(name, str) and name not in (STAMPS, HISTORY):
                    found[name] = max(at, found.get(name, ""))
    return found


def _replaced(kept: Any) -> Iterator[Write]:
    """What stands in ``_h``; an entry of no sense is carried as a value of ``_h`` itself."""
    for entry in kept if isinstance(kept, list | tuple) else (kept,):
        match entry:
            case [str(at), str(name), value] if stamp.is_stamp(at):
                yield Write(at, name, canon.normal(value))
            case None:
                pass
            case _:
                odd = canon.normal(entry)
                yield Write(stamp.unstamped(odd), HISTORY, odd)
