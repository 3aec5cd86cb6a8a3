"""A store that is one step ahead: what is written is seen at once and kept by nobody yet.

The lines of an inbox are read one after the other, each as if those before it were saved, and what all of
them change is written in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple

from stillnight.domain.ids import night_id, night_of_id
from stillnight.domain.ports import NIGHTS, Change, Deletion, Receipt, Store
from stillnight.domain.values import Record

Fits = Callable[[int, Record], bool]
"""Does a record belong to what was asked for?"""


Mark = tuple[int, dict[tuple[str, int], dict[str, object] | None]]
"""How far a store is ahead."""


class Stopped(NamedTuple):
    """A :class:`stillnight.domain.ports.Clock` that stands at the moment at which a line was written."""

    moment: datetime

    def now(self) -> datetime:
        """That moment."""
        return self.moment

    @property
    def zone(self) -> tzinfo:
        """The zone in which the user's wall clock runs."""
        zone = self.moment.tzinfo
        if zone is None:
            raise ValueError("a clock needs an aware moment")
        return zone


class AheadStore:
    """A :class:`stillnight.domain.ports.Store` in front of another one, which it never writes.

    Attributes:
        changes: What was written, in order.
        bases: The records that were written, as they are in the store behind.
    """

    def __init__(self, store: Store, now: datetime) -> None:
        """Begin where a store is."""
        self.changes: list[Change | Deletion] = []
        self.bases: dict[tuple[str, int], Record | None] = {}
        self._store = store
        self._now = now
        self._records: dict[tuple[str, int], dict[str, object] | None] = {}

    def get(self, table: str, id: int) -> Record | None:
        """One record, as it will be."""
        if (table, id) in self._records:
            return self._records[table, id] or None
        return self._store.get(table, id)

    def between(self, table: str, first: date, last: date) -> Mapping[int, Record]:
        """The records of some days, as they will be."""
        there = dict(self._store.between(table, first, last))
        return self._over(there, table, lambda id, record: _is_between(table, id, record, first, last))

    def all(self, table: str) -> Mapping[int, Record]:
        """Every record of a table, as it will be."""
        return self._over(dict(self._store.all(table)), table, lambda id, record: True)

    def dates(self) -> Sequence[date]:
        """The date of every night that will be on record."""
        dates = set(self._store.dates())
        for (table, id), record in self._records.items():
            if table == NIGHTS and record:
                dates.add(night_of_id(id))
        return sorted(dates)

    def write(self, label: str, changes: Sequence[Change | Deletion]) -> Receipt:
        """Take note of changes; they are kept by whoever writes them for good."""
        for change in changes:
            key = (change.table, change.id)
            if key not in self.bases:
                self.bases[key] = self._store.get(*key)
            if isinstance(change, Deletion):
                self._records[key] = None
                continue
            record = dict(self.get(*key) or {})
            record[change.field] = change.value
            self._records[key] = {name: value for name, value in record.items() if value is not None}
        self.changes += changes
        return Receipt(self._now, True, None, len(changes))

    def mark(self) -> Mark:
        """What was written so far, to go back to."""
        return len(self.changes), dict(self._records)

    def go_back(self, mark: Mark) -> None:
        """Forget what was written since."""
        count, self._records = mark
        del self.changes[count:]

    def __getattr__(self, name: str) -> Any:
        """Everything that only looks is the store's own."""
        return getattr(self._store, name)

    def _over(self, there: dict[int, Record], table: str, fits: Fits) -> Mapping[int, Record]:
        for (name, id), record in self._records.items():
            if name != table:
                continue
            there.pop(id, None)
            if record and fits(id, record):
                there[id] = record
        return there


def _is_between(table: str, id: int, record: Record, first: date, last: date) -> bool:
    if table == NIGHTS:
        return night_id(first) <= id <= night_id(last)
    return first.isoformat() <= str(record.get("night") or record.get("date") or "") <= last.isoformat()
