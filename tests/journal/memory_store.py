"""A store that keeps everything in memory: what the port promises, without a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from tests.clocks import FixedClock
from tests.journal.memory_keeping import MemoryKeeping

from stillnight.domain.disagreement import Disagreement
from stillnight.domain.errors import StoreError
from stillnight.domain.ids import night_id, night_of_id
from stillnight.domain.news import News
from stillnight.domain.ports import NIGHTS, Change, Clock, Deletion, Earlier, LastDeed, Receipt, Undone
from stillnight.domain.values import Record, Value

Place = tuple[str, int]
Cell = tuple[str, int, str]

GONE = "_gone"
"""The mark of a record in the bin; no reader ever sees it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One write: its name, and each field's value before and after."""

    label: str
    cells: Mapping[Cell, tuple[Value, Value]]

    def turned(self) -> Deed:
        """The same deed the other way round."""
        return Deed(self.label, {cell: (after, before) for cell, (before, after) in self.cells.items()})


@dataclass
class MemoryStore:
    """A :class:`stillnight.domain.ports.Store` for tests.

    Attributes:
        clock: Tells when a write is acknowledged.
        records: Table and id to fields, those in the bin included.
        problem: While set, writes are kept but count as not published, for this reason.
        broken: While set, every write fails with this sentence and changes nothing.
        said: What :meth:`notices` answers.
        news: What the next :meth:`refresh` answers.
        open: What devices disagree on.
        authors: Who wrote what a field shows, by table, id and field; nobody else is known.
    """

    clock: Clock = field(default_factory=FixedClock)
    records: dict[Place, dict[str, Value]] = field(default_factory=dict)
    problem: str | None = None
    broken: str | None = None
    said: list[str] = field(default_factory=list)
    news: News = field(default_factory=News)
    open: list[Disagreement] = field(default_factory=list)
    authors: dict[Cell, str] = field(default_factory=dict)
    done: list[Deed] = field(default_factory=list)
    undone: list[Deed] = field(default_factory=list)
    past: dict[Place, list[Earlier]] = field(default_factory=dict)
    written: dict[Cell, datetime] = field(default_factory=dict)
    keeping: MemoryKeeping = field(default_factory=MemoryKeeping)

    def get(self, table: str, id: int) -> Record | None:
        """One record, without the fields that were cleared."""
        kept = self.records.get((table, id), {})
        alive = {name: value for name, value in kept.items() if value is not None}
        return alive if alive and GONE not in alive else None

    def all(self, table: str) -> Mapping[int, Record]:
        """Every record of a table."""
        ids = [number for name, number in self.records if name == table]
        return {number: record for number in ids if (record := self.get(table, number)) is not None}

    def between(self, table: str, first: date, last: date) -> Mapping[int, Record]:
        """The records of the nights in [first, last]."""
        found = self.all(table)
        if table == NIGHTS:
            low, high = night_id(first), night_id(last)
            return {number: record for number, record in found.items() if low <= number <= high}
        start, end = first.isoformat(), last.isoformat()
        return {
            number: record
            for number, record in found.items()
            if start <= str(record.get("night") or record.get("date") or "") <= end
        }

    def dates(self) -> Sequence[date]:
        """The logged nights, ascending."""
        return [night_of_id(number) for number in sorted(self.all(NIGHTS))]

    def meta(self) -> Record:
        """What was written to ``meta``, over a journal id and a schema."""
        return {"journal": "0123456789abcdef", "schema": 1, **(self.get("meta", 1) or {})}

    def earlier(self, table: str, id: int) -> Sequence[Earlier]:
        """The replaced values, oldest first."""
        return tuple(self.past.get((table, id), ()))

    def write(self, label: str, changes: Sequence[Change | Deletion]) -> Receipt:
        """Keep the changes as one deed."""
        cells = {}
        for change in changes:
            name, value = (GONE, True) if isinstance(change, Deletion) else (change.field, change.value)
            if isinstance(change, Deletion) and self.get(change.table, change.id) is None:
                continue
            place = (change.table, change.id)
            if isinstance(change, Change) and self._value((*place, GONE)) and (*place, GONE) not in cells:
                # a record that is brought back shows only what is asked of it now
                cells |= {(*place, kept): None for kept in self.records[place]}
            cells[*place, name] = value
        deed = Deed(label, {cell: (self._value(cell), value) for cell, value in cells.items()})
        receipt = self._keep(deed)
        if receipt.changed:
            self.done.append(deed)
            self.undone.clear()
        return receipt

    def last_deed(self) -> LastDeed | None:
        """What the next undo would take back."""
        if not self.done:
            return None
        cells = [(table, number, "" if name == GONE else name) for table, number, name in self.done[-1].cells]
        return LastDeed(self.done[-1].label, cells)

    def undo(self) -> Undone:
        """Take the last deed back."""
        return self._turn(self.done, self.undone)

    def redo(self) -> Undone:
        """Do again what was undone last."""
        return self._turn(self.undone, self.done)

    def has_news(self) -> bool:
        """Is there something in ``news``?"""
        return bool(self.news)

    def refresh(self) -> News:
        """Whatever ``news`` says, once."""
        news, self.news = self.news, News()
        return news

    def disagreements(self) -> Sequence[Disagreement]:
        """Whatever is ``open``."""
        return tuple(self.open)

    def disagreements_in(self, table: str, id: int) -> Sequence[Disagreement]:
        """What is open of one record."""
        return tuple(one for one in self.open if (one.table, one.id) == (table, id))

    def choose(self, label: str, changes: Sequence[Change]) -> Receipt:
        """Keep the changes, be they no news, and close what they settle."""
        settled = {(change.table, change.id, change.field) for change in changes}
        self.open = [one for one in self.open if (one.table, one.id, one.field) not in settled]
        return self.write(label, changes)._replace(changed=len(changes))

    def author(self, table: str, id: int, field: str) -> str:
        """Whoever is in ``authors``."""
        return self.authors.get((table, id, field), "")

    def notices(self) -> Sequence[str]:
        """Whatever ``said`` says."""
        return tuple(self.said)

    def _turn(self, source: list[Deed], target: list[Deed]) -> Undone:
        if not source:
            return Undone("", None)
        deed = source[-1].turned()
        free = {cell: pair for cell, pair in deed.cells.items() if self._value(cell) == pair[0]}
        receipt = self._keep(Deed(deed.label, free))
        target.append(Deed(deed.label, free))
        source.pop()
        kept = [cell for cell in deed.cells if cell not in free]
        touched = list(dict.fromkeys((table, number) for table, number, _ in free))
        return Undone(deed.label, receipt, kept, touched)

    def _keep(self, deed: Deed) -> Receipt:
        if self.broken is not None:
            raise StoreError(self.broken)
        now = self.clock.now()
        new = {cell: pair for cell, pair in deed.cells.items() if _differ(*pair)}
        for (table, number, name), (before, after) in new.items():
            if before is not None and name != GONE:
                when = self.written.get((table, number, name))
                gone = Earlier(name, before, when.astimezone(UTC) if when else None, "51a2845d")
                self.past.setdefault((table, number), []).append(gone)
            self.records.setdefault((table, number), {})[name] = after
            self.written[table, number, name] = now
        return Receipt(now, self.problem is None, self.problem, len(new))

    def _value(self, cell: Cell) -> Value:
        table, number, name = cell
        return self.records.get((table, number), {}).get(name)


def _differ(before: Value, after: Value) -> bool:
    return before != after or type(before) is not type(after)
