"""Removing a night, or everything in the bin, for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from stillnight.domain.clock_rule import read_date, span_words
from stillnight.domain.errors import BadInput, StoreError
from stillnight.domain.factor import Factor
from stillnight.domain.ids import night_of_id
from stillnight.domain.keeping import Keeping, Place, Purging
from stillnight.domain.ports import NIGHTS
from stillnight.domain.values import Record
from stillnight.journal.field_words import said_words
from stillnight.journal.restoring.words import plural

WARNING = (
    "Purged is gone for good: nothing brings it back, not even undo. It goes from the journal file, from all "
    "that this machine keeps, and from your other devices when they next open the journal. Versions that a "
    "cloud service keeps by itself are out of reach: delete those there."
)
"""What has to be known before."""

_NAMED = 5
"""So many nights of the bin are named one by one; our choice."""


@dataclass(frozen=True, slots=True)
class Doomed:
    """What a purge is to remove.

    Attributes:
        records: Each record with what it holds.
        night: The one night that is meant; ``None`` for everything in the bin.
    """

    records: Sequence[tuple[Place, Record]]
    night: date | None = None

    @property
    def places(self) -> list[Place]:
        """The records."""
        return [place for place, _ in self.records]

    @property
    def label(self) -> str:
        """What the purge is called; it names no words of the record."""
        return f"purge of {self.night.isoformat()}" if self.night else "purge of the bin"

    @property
    def consent(self) -> str:
        """What has to be typed before it is done."""
        return self.night.isoformat() if self.night else "purge"

    @property
    def count(self) -> str:
        """How much it is: ``1 night, 2 episodes``."""
        tables = Counter(table for (table, _), _ in self.records)
        nights = tables.pop(NIGHTS, 0)
        parts = [f"{nights} {'night' if nights == 1 else 'nights'}"] if nights else []
        return ", ".join([*parts, *(f"{number} {plural(table, number)}" for table, number in tables.items())])

    @property
    def contents(self) -> str:
        """Which nights the bin holds, in one sentence; empty where one night is meant or none is there."""
        days = sorted({_day(number, record) for (table, number), record in self.records if table == NIGHTS})
        if self.night or not days:
            return ""
        named = days if len(days) <= _NAMED + 1 else days[:_NAMED]
        more = f" and {len(days) - _NAMED} more nights" if named != days else ""
        return f"The bin holds {', '.join(day.isoformat() for day in named)}{more}."

    def lines(self, factors: Mapping[str, Factor]) -> Iterator[str]:
        """Each night with what is on record of it; then how much else there is."""
        others = Counter(table for (table, _), _ in self.records if table != NIGHTS)
        for (table, number), record in self.records:
            if table == NIGHTS:
                day = _day(number, record)
                words = ", ".join(said_words(record, factors)) or "only earlier answers"
                yield f"{day.isoformat()}  night of {span_words(day)}: {words}"
        if others:
            counted = (f"{number} {plural(table, number)}" for table, number in others.items())
            yield f"{', '.join(counted)}{' with it' if self.night else ''}"


def _day(number: int, record: Record) -> date:
    return read_date(record.get("date")) or night_of_id(number)


def doomed_night(keeping: Keeping, night: date) -> Doomed:
    """A night with all that belongs to it, in the bin or not.

    Raises:
        BadInput: If there is nothing of it.
    """
    records = keeping.belonging(night)
    if not records:
        raise BadInput(f"there is nothing of the night of {night.isoformat()}, so nothing was purged")
    return Doomed(records, night)


def doomed_bin(keeping: Keeping) -> Doomed:
    """Everything that was deleted."""
    return Doomed(keeping.deleted())


def purge(keeping: Keeping, doomed: Doomed) -> Purging:
    """Do it; nothing brings it back.

    Raises:
        StoreError: If it is no longer what was shown, or it could not be begun; then nothing was changed.
    """
    keeping.look_again()
    found = dict(keeping.belonging(doomed.night) if doomed.night else keeping.deleted())
    if any(found.get(place) != record for place, record in doomed.records):
        raise StoreError("another device changed it meanwhile, so nothing was purged: look at it again")
    return keeping.purge(doomed.label, doomed.places)
