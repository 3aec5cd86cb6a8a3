"""What a picture knows of one night."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.domain.medicine import Dose
from stillnight.domain.month import shift_day
from stillnight.domain.night import Episode, Night, worst


class ChartNight(NamedTuple):
    """One night that has an entry, an episode or a dose.

    Attributes:
        night: Its answers.
        episodes: Its episodes, in order of time.
        doses: The doses noted for it.
        is_late: Was any of it recalled late?
    """

    night: Night
    episodes: Sequence[Episode] = ()
    doses: Sequence[Dose] = ()
    is_late: bool = False

    @property
    def severity(self) -> int | None:
        """The evening's rating, 0-10."""
        return self.night.severity

    @property
    def worst(self) -> int | None:
        """The highest of the evening's rating and the episodes' ratings, 0-10."""
        return worst(self.night, self.episodes)


Nights = Mapping[date, ChartNight]
"""What is known, by night; a night that is not in it is a gap."""


def days(first: date, last: date) -> Iterator[date]:
    """Every date in [first, last]."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def ratings(nights: Nights, first: date, last: date) -> list[int]:
    """The evenings' ratings in [first, last], in order; gaps are left out."""
    rated = (nights[day].severity for day in days(first, last) if day in nights)
    return [rating for rating in rated if rating is not None]


def first_of(last: date, count: int) -> date:
    """The first of ``count`` nights that end with ``last``."""
    return shift_day(last, 1 - count)
