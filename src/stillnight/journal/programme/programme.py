"""One programme as it stands in the journal."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from stillnight.domain.clock_rule import read_date
from stillnight.domain.month import shift_day
from stillnight.domain.values import Record, whole_number

TABLE = "programmes"
"""The table of the programmes: ``tip``, ``start`` (a date), ``days`` (weekdays, 0 Monday to 6 Sunday), and
``ended`` (a date) where it was ended by hand."""

TIP = "exercise_prog"
"""The tip that it carries out."""

WEEKS = 12
"""How long it goes, as in the trial behind it (aukerman2006)."""


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme.

    Attributes:
        number: Its id.
        start: The first day of its first week; each week begins on that weekday.
        days: The weekdays that are planned, 0 Monday to 6 Sunday.
        ended: When it was ended by hand; ``None`` where it was not.
    """

    number: int
    start: date
    days: tuple[int, ...]
    ended: date | None = None

    @property
    def last(self) -> date:
        """The last day of its twelfth week."""
        return shift_day(self.start, WEEKS * 7 - 1)

    def week_of(self, day: date) -> int:
        """Which week a day lies in, from 1; 0 or less before the start, more than 12 after the end."""
        return (day - self.start).days // 7 + 1

    def is_running(self, today: date) -> bool:
        """Is it neither ended nor over? One that begins later is running, too."""
        return self.ended is None and today <= self.last

    def is_planned(self, day: date) -> bool:
        """Is it one of its days?"""
        is_after = self.ended is not None and day >= self.ended
        return self.start <= day <= self.last and day.weekday() in self.days and not is_after


def programme_of(number: int, record: Record) -> Programme | None:
    """A programme out of its record; ``None`` where that names no start or no weekday."""
    start, days = read_date(record.get("start")), record.get("days")
    if record.get("tip") != TIP or start is None or not isinstance(days, list):
        return None
    weekdays = sorted({day for day in days if whole_number(day, 0, 6) is not None})
    return Programme(number, start, tuple(weekdays), read_date(record.get("ended"))) if weekdays else None


def latest(programmes: Collection[Programme], today: date) -> Programme | None:
    """The one that counts: of two devices' the one that runs, else the newest."""
    return max(programmes, key=lambda one: (one.is_running(today), one.start, one.number), default=None)


def read_all(records: Iterable[tuple[int, Record]]) -> list[Programme]:
    """Every programme on record that can be read."""
    return [one for number, record in records if (one := programme_of(number, record))]
