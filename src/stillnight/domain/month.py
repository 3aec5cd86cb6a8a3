"""A month as a grid of weeks, and the ways to move over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONDAY, SATURDAY, SUNDAY = 0, 5, 6


@dataclass(frozen=True, slots=True)
class MonthGrid:
    """The weeks of one month.

    Attributes:
        year: The year, 1-9999.
        month: The month, 1-12.
        week_start: The first weekday, 0 Monday to 6 Sunday.
    """

    year: int
    month: int
    week_start: int = MONDAY

    @property
    def first(self) -> date:
        """The month's first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The month's last day."""
        return date(self.year, self.month, _length(self.year, self.month))

    def weeks(self) -> list[list[date | None]]:
        """Rows of seven days; days of the neighbouring months are ``None``."""
        lead = (self.first.weekday() - self.week_start) % 7
        days: list[date | None] = [None] * lead
        days += [self.first.replace(day=number + 1) for number in range(self.last.day)]
        days += [None] * (-len(days) % 7)
        return [days[at : at + 7] for at in range(0, len(days), 7)]

    def weekday_numbers(self) -> list[int]:
        """The weekday of each column, 0 Monday to 6 Sunday."""
        return [(self.week_start + column) % 7 for column in range(7)]

    def day_at(self, row: int, column: int) -> date | None:
        """The day in a cell; ``None`` outside the month or the grid."""
        weeks = self.weeks()
        return weeks[row][column] if 0 <= row < len(weeks) and 0 <= column < 7 else None


def grid_of(day: date, week_start: int = MONDAY) -> MonthGrid:
    """The grid of the month in which a day lies."""
    return MonthGrid(day.year, day.month, week_start)


def shift_month(day: date, months: int) -> date:
    """The same day some months on, or that month's last day where it has no such day.

    Stays within the years 1 to 9999.
    """
    index = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, _length(year, month)))


def shift_day(day: date, days: int) -> date:
    """Some days on, held within the years 1 to 9999."""
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def next_in(dates: Sequence[date], day: date) -> date | None:
    """The first date after ``day`` in an ascending row of dates."""
    from bisect import bisect_right

    at = bisect_right(dates, day)
    return dates[at] if at < len(dates) else None


def previous_in(dates: Sequence[date], day: date) -> date | None:
    """The last date before ``day`` in an ascending row of dates."""
    from bisect import bisect_left

    at = bisect_left(dates, day)
    return dates[at - 1] if at else None


def _length(year: int, month: int) -> int:
    """How many days a month has; the one after December 9999 cannot be asked for."""
    if month == 12:
        return 31
    return (date(year, month + 1, 1) - timedelta(days=1)).day
