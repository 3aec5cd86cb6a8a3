"""Severity over time: a column a night, or a column for several where there are more nights than room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from statistics import median
from typing import NamedTuple

from stillnight.domain.month import shift_day
from stillnight.insight.charts.nights import Nights, days, ratings

WINDOW, LEAST = 7, 4
"""The quiet line is the median of so many nights up to one, where so many of them were rated; our choice."""


class Column(NamedTuple):
    """Some nights that follow each other, drawn as one.

    Attributes:
        first: The first of them.
        last: The last of them.
        evenings: Each evening's rating, 0-10, in order; ``None`` where there is none.
        is_logged: Has any of them an entry?
        is_late: Was any of them recalled late?
        has_dose: Was a dose noted in any of them?
    """

    first: date
    last: date
    evenings: tuple[int | None, ...] = ()
    is_logged: bool = False
    is_late: bool = False
    has_dose: bool = False

    @property
    def ratings(self) -> list[int]:
        """The ratings, gaps left out."""
        return [rating for rating in self.evenings if rating is not None]

    @property
    def middle(self) -> float | None:
        """The median of the ratings; ``None`` where none was rated."""
        return median(self.ratings) if self.ratings else None


def nights_per_column(nights: int, room: int) -> int:
    """So many nights have to share a column: 1, 2, 3, or whole weeks."""
    needed = -(-nights // max(room, 1))
    return needed if needed <= 3 else -(-needed // 7) * 7


def columns_of(nights: Nights, first: date, last: date, per: int = 1) -> list[Column]:
    """The columns of [first, last], oldest first; only the oldest may have fewer than ``per`` nights."""
    return [_column(nights, *ends) for ends in reversed(list(_ends(first, last, per)))]


def moving_medians(nights: Nights, first: date, last: date) -> Mapping[date, float]:
    """The median of the :data:`WINDOW` nights up to each; none where fewer than :data:`LEAST` were rated."""
    medians: dict[date, float] = {}
    for day in days(first, last):
        lately = ratings(nights, shift_day(day, 1 - WINDOW), day)
        if len(lately) >= LEAST:
            medians[day] = median(lately)
    return medians


def _ends(first: date, last: date, per: int) -> Iterator[tuple[date, date]]:
    """The first and last night of each column, newest first."""
    for end in range(last.toordinal(), first.toordinal() - 1, -per):
        yield date.fromordinal(max(end - per + 1, first.toordinal())), date.fromordinal(end)


def _column(nights: Nights, first: date, last: date) -> Column:
    known = [nights[day] for day in days(first, last) if day in nights]
    return Column(
        first,
        last,
        tuple(nights[day].severity if day in nights else None for day in days(first, last)),
        is_logged=any(one.night.logged or one.episodes for one in known),
        is_late=any(one.is_late for one in known),
        has_dose=any(one.doses for one in known),
    )
