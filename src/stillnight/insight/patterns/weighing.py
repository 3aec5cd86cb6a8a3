"""What the model says about each factor, from the sums of products of the nights so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log, sqrt
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.models import Column, Combinations, Share, Way
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
        effect: Points of severity that go with one reference dose, if it matters.
        low: Lower end of the 90 % interval.
        high: Upper end of it.
        lag: The likelier lag, days.
    """

    probability: float
    effect: float
    low: float
    high: float
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
    columns = list(_columns([factor for factor, _ in chosen], settings))
    picked = [number + lag * series for _, number in chosen for lag in LAGS]
    residual = moments.residual(picked, moments.carry(settings))
    freedom = moments.rows - moments.covariates
    shares = Combinations(columns, residual, freedom, settings.spread, settings.most_at_once).shares
    return {
        factor.slug: _weighed([shares[len(LAGS) * place + lag] for lag in LAGS])
        for place, (factor, _) in enumerate(chosen)
    }


def _columns(factors: Sequence[Factor], settings: Settings) -> Iterator[Column]:
    """Each factor at each lag, with the prior odds of each way in which it may matter."""
    share = min(settings.share, settings.shares / len(factors)) if factors else 0.0
    for place, factor in enumerate(factors):
        signs = {"worse": (1.0,), "better": (-1.0,)}.get(factor.direction, (1.0, -1.0))
        for lag in LAGS:
            of_lag = 1.0 - settings.same_day if lag else settings.same_day
            prior = log(share * of_lag / len(signs) / (1.0 - share)) - 0.5 * log(settings.spread)
            yield Column(place, lag, tuple(Way(sign * settings.centre, prior) for sign in signs))


def _weighed(shares: Sequence[Share]) -> Weighed:
    """A factor's share of all weight, over its lags."""
    weight = sum(share.weight for share in shares)
    effect = sum(share.mean for share in shares) / weight if weight else 0.0
    square = sum(share.square for share in shares) / weight if weight else 0.0
    wide = WIDE * sqrt(max(square - effect * effect, 0.0))
    lag = max(LAGS, key=lambda at: (shares[at].weight, -at))
    figures = (min(weight, 1.0), effect, effect - wide, effect + wide)
    probability, effect, low, high = (round(figure, DIGITS) for figure in figures)
    return Weighed(probability, effect, low, high, lag)
