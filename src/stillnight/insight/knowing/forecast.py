"""In how many days an effect could be called likely, with luck and without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import sqrt
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.knowing.information import Information
from stillnight.insight.knowing.prior import Prior
from stillnight.insight.patterns.columns import SIGNS
from stillnight.insight.patterns.settings import Settings

EFFECTS = (1.5, 1.0)
"""The effects for which a date is told, points of severity; smaller ones take longer than anybody waits."""

A_YEAR = 365
"""Nobody is told a date further away than so many days."""

STEP = 7
"""The forecast goes by weeks."""

LUCK = 1.6
"""How far the nights to come may depart from what is to be expected, either way, in standard deviations."""

RULED_OUT = 2.0
"""An effect so many standard errors above what the nights show is not to be waited for."""


class Forecast(NamedTuple):
    """When an effect of some size could be called likely.

    Attributes:
        points: The effect, points of severity.
        first: The date with some luck; ``None`` where it is further away than a year.
        last: The date without luck; ``None`` where it is further away than a year.
        is_ruled_out: Do the nights so far speak against an effect of that size? Then no date is told.
    """

    points: float
    first: date | None = None
    last: date | None = None
    is_ruled_out: bool = False


def forecasts_of(
    known: Information, factor: Factor, factors: int, rate: float, night: date, settings: Settings
) -> Iterator[Forecast]:
    """When each of :data:`EFFECTS` could be called likely.

    Args:
        known: What the nights so far hold about the factor.
        factor: The factor.
        factors: How many factors are looked at.
        rate: Nights a day that count.
        night: The night from which on it is counted.
        settings: The model's constants.
    """
    prior = Prior(SIGNS.get(factor.direction, (1.0, -1.0)), factors, settings)
    for points in EFFECTS:
        # "either" expects both ways, half each; which way it goes is what the nights say so far
        sign = -1.0 if factor.direction == "better" or _leans_down(factor, known) else 1.0
        if _is_ruled_out(known, sign * points):
            yield Forecast(points, is_ruled_out=True)
            continue
        first, last = (_reached(known, sign * points, luck, prior, rate) for luck in (LUCK, -LUCK))
        yield Forecast(points, _on(night, first), _on(night, last))


def _is_ruled_out(known: Information, points: float) -> bool:
    """Is an effect so far above what the nights show that chance hardly explains it?"""
    lacking = abs(points) * known.doses - (known.product if points > 0 else -known.product)
    return lacking > RULED_OUT * known.scatter * sqrt(known.doses)


def _leans_down(factor: Factor, known: Information) -> bool:
    return factor.direction == "either" and known.product < 0


def _on(night: date, days: int | None) -> date | None:
    return None if days is None else night + timedelta(days=days)


def _reached(known: Information, points: float, luck: float, prior: Prior, rate: float) -> int | None:
    """In how many days it would be called likely, with so much luck; ``None`` for more than a year.

    The nights so far stay as they are, those to come have the effect, and scatter as those so far.
    """
    before, effect = known.product / known.scatter, points / known.scatter
    way = 1.0 if effect > 0 else -1.0
    for days in range(0, A_YEAR + 1, STEP):
        more = known.each * rate * days
        information = known.doses + more
        if not information:
            continue
        estimate = (before + more * effect + way * luck * sqrt(more)) / information
        freedom = known.freedom + rate * days
        if prior.probability(estimate, information, freedom) >= prior.settings.likely:
            return days + prior.settings.looks - 1
    return None
