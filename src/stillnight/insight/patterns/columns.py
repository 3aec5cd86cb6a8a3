"""The columns of the model: each factor at each lag, and in which ways it may matter."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.rows import LAGS
from stillnight.insight.patterns.settings import Settings

SIGNS = {"worse": (1.0,), "better": (-1.0,)}
"""Where a direction is expected, only that one is looked for; else both."""


class Way(NamedTuple):
    """One way in which a column may matter.

    Attributes:
        centre: Expected effect, with its sign.
        prior: Log of the prior odds of it against the factor's not mattering, with the prior's normalisation.
    """

    centre: float
    prior: float


class Column(NamedTuple):
    """One column of doses: a factor at one lag.

    Attributes:
        factor: Which factor.
        lag: Days before the evening.
        ways: In which ways it may matter.
    """

    factor: int
    lag: int
    ways: tuple[Way, ...]


def columns_of(factors: Sequence[Factor], settings: Settings) -> list[Column]:
    """Each factor at each lag, with the prior odds of each way in which it may matter."""
    share = min(settings.share, settings.shares / len(factors)) if factors else 0.0
    columns = []
    for place, factor in enumerate(factors):
        signs = SIGNS.get(factor.direction, (1.0, -1.0))
        for lag in LAGS:
            of_lag = 1.0 - settings.same_day if lag else settings.same_day
            prior = log(share * of_lag / len(signs) / (1.0 - share)) - 0.5 * log(settings.spread)
            ways = tuple(Way(sign * settings.centre, prior) for sign in signs)
            columns.append(Column(place, lag, ways))
    return columns
