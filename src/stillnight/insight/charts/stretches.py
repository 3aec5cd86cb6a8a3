"""Two stretches of nights side by side: counts, medians and spreads. No difference is tested or judged.

Whatever changed between them (the season, sleep, a medicine, chance, what made somebody seek help) lies in
the difference as well, so it is shown and nothing is concluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from stillnight.domain.awakening import awakenings
from stillnight.domain.clock_rule import NOON
from stillnight.domain.moment import USUAL_BEDTIME
from stillnight.domain.month import shift_day
from stillnight.domain.sleep import measure
from stillnight.insight.charts.events import Event
from stillnight.insight.charts.nights import ChartNight, Nights, days
from stillnight.insight.charts.raster import raster_night
from stillnight.insight.charts.spread import Spread, spread_of

LEAST, LEAST_UNSTEADY = 7, 14
"""From so many nights on a median is shown; from more of what changes much, WASO and onset."""


class Stretch(NamedTuple):
    """Some nights that follow each other.

    Attributes:
        first: The first of them.
        last: The last of them.
    """

    first: date
    last: date

    @property
    def nights(self) -> int:
        """How many there are, logged or not."""
        return (self.last - self.first).days + 1


class Quantity(StrEnum):
    """What is measured; all but severity and onset in minutes or counts."""

    SEVERITY = "severity"
    ONSET = "onset"
    TST = "tst"
    SOL = "sol"
    WASO = "waso"
    EPISODES = "episodes"


UNSTEADY = (Quantity.ONSET, Quantity.WASO)


class Summary(NamedTuple):
    """One stretch in numbers.

    Attributes:
        stretch: Which nights.
        logged: On how many of them something was logged.
        rated: On how many the legs were rated, in the evening or in the night.
        with_legs: On how many of those there was any symptom.
        values: Each quantity's numbers. Severity is 0-10; onset is minutes from the rollover; TST, SOL and
            WASO are minutes; episodes are awakenings a night, for nights with a morning or such an episode.
    """

    stretch: Stretch
    logged: int
    rated: int
    with_legs: int
    values: dict[Quantity, list[int]]

    def spread(self, quantity: Quantity) -> Spread | None:
        """A quantity's spread; ``None`` while there are too few nights, see :func:`least_for`."""
        numbers = self.values[quantity]
        return spread_of(numbers) if len(numbers) >= least_for(quantity) else None


def least_for(quantity: Quantity) -> int:
    """So many nights are needed before a median is shown; our choice."""
    return LEAST_UNSTEADY if quantity in UNSTEADY else LEAST


def summary_of(
    nights: Nights, stretch: Stretch, rollover: time = NOON, bedtime: time = USUAL_BEDTIME
) -> Summary:
    """The numbers of one stretch.

    Args:
        nights: What is known.
        stretch: Which nights.
        rollover: When one night ends and the next begins.
        bedtime: The usual bedtime, for nights without lights out.
    """
    known = [nights[day] for day in days(*stretch) if day in nights]
    logged = [one for one in known if one.night.logged or one.episodes]
    rated = [one.worst for one in logged if one.worst is not None]
    values: dict[Quantity, list[int]] = {quantity: [] for quantity in Quantity}
    for one in logged:
        for quantity, number in _numbers(one, rollover, bedtime):
            if number is not None:
                values[quantity].append(number)
    return Summary(stretch, len(logged), len(rated), sum(1 for rating in rated if rating > 0), values)


def around(day: date, nights: int, tonight: date) -> tuple[Stretch, Stretch]:
    """So many nights before a day, and so many from it on, tonight being the last."""
    last = min(shift_day(day, nights - 1), max(tonight, day))
    return Stretch(shift_day(day, -nights), shift_day(day, -1)), Stretch(day, last)


def within(events: Iterable[Event], stretches: Sequence[Stretch], but: date | None) -> list[Event]:
    """What else lies in some stretches and may be part of the difference.

    Args:
        events: Everything there is.
        stretches: The stretches.
        but: The day around which they lie, which is no news.
    """
    found = (event for event in events if event.date != but)
    return [event for event in found if any(one.first <= event.date <= one.last for one in stretches)]


def _numbers(one: ChartNight, rollover: time, bedtime: time) -> list[tuple[Quantity, int | None]]:
    sleep = measure(one.night)
    # a session before bed is an episode, too: who begins to use one has no worse nights by that
    awake = len(awakenings(one.night, one.episodes, bedtime, rollover))
    was_told = one.night.get("morning_at") is not None or one.night.get("nwak") is not None
    return [
        (Quantity.SEVERITY, one.severity),
        (Quantity.ONSET, raster_night(one, rollover).onset),
        (Quantity.TST, sleep.tst),
        (Quantity.SOL, sleep.sol),
        (Quantity.WASO, sleep.waso),
        (Quantity.EPISODES, awake if awake or was_told else None),
    ]
