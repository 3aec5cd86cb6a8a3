"""What the model says about each factor, from the sums of products of the nights so far."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.columns import columns_of
from stillnight.insight.patterns.greedy import Greedy
from stillnight.insight.patterns.models import Combinations, Share
from stillnight.insight.patterns.moments import Moments
from stillnight.insight.patterns.rows import LAGS
from stillnight.insight.patterns.settings import Settings

WIDE = 1.645
"""Standard deviations to either side of the mean that hold 90 of 100."""

DIGITS = 9
"""Figures are rounded to so many places: the last bits of a logarithm differ between machines."""


class Weighed(NamedTuple):
    """What the nights say about one factor.

    Attributes:
        probability: Of it mattering at all, 0-1.
        effect: Points of severity that go with one reference dose, if it matters; ``None`` where it is as
            good as ruled out.
        low: Lower end of the 90 % interval.
        high: Upper end of it.
        lag: The likelier lag, days.
    """

    probability: float
    effect: float | None
    low: float | None
    high: float | None
    lag: int


def weigh(
    moments: Moments, chosen: Sequence[tuple[Factor, int]], series: int, settings: Settings
) -> dict[str, Weighed]:
    """Weigh factors against each other.

    Args:
        moments: The nights so far.
        chosen: The factors that are looked at, each with the number of its series.
        series: How many series there are.
        settings: The model's constants.

    Returns:
        What is said of each, by slug.
    """
    columns = columns_of([factor for factor, _ in chosen], settings)
    picked = [number + lag * series for _, number in chosen for lag in LAGS]
    residual = moments.residual(picked, moments.carry(settings))
    freedom = moments.rows - moments.covariates
    greedy = Greedy(columns, residual, freedom, settings)
    columns, residual = greedy.in_order(columns, residual)
    shares = Combinations(columns, residual, freedom, settings, greedy.logs).shares
    by_factor: dict[int, dict[int, Share]] = {}
    for column, share in zip(columns, shares, strict=True):
        by_factor.setdefault(column.factor, {})[column.lag] = share
    return {
        factor.slug: _weighed([by_factor[place][lag] for lag in LAGS])
        for place, (factor, _) in enumerate(chosen)
    }


def _weighed(shares: Sequence[Share]) -> Weighed:
    """A factor's share of all weight, over its lags."""
    weight = sum(share.weight for share in shares)
    lag = max(LAGS, key=lambda at: (shares[at].weight, -at))
    if not weight:
        return Weighed(0.0, None, None, None, lag)
    effect = sum(share.mean for share in shares) / weight
    square = sum(share.square for share in shares) / weight
    wide = WIDE * sqrt(max(square - effect * effect, 0.0))
    figures = (min(weight, 1.0), effect, effect - wide, effect + wide)
    probability, effect, low, high = (round(figure, DIGITS) for figure in figures)
    return Weighed(probability, effect, low, high, lag)
