"""What the nights so far hold about one factor, as far as a forecast needs it."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from stillnight.insight.patterns.moments import Moments, swept
from stillnight.insight.patterns.settings import Settings

LEAST_SCATTER = 0.3
"""Nobody's nights scatter less, points: a run of equal ratings is no promise of more."""


class Information(NamedTuple):
    """What the nights so far hold about one factor.

    Attributes:
        each: What a night adds to ``doses``.
        doses: Sum of squares of its doses, once recent nights and the other factors are allowed for.
        product: Their sum of products with severity.
        scatter: Standard deviation of a night's severity, points.
        freedom: Nights less covariates.
    """

    each: float
    doses: float
    product: float
    scatter: float
    freedom: float


def information_of(moments: Moments, number: int, others: Sequence[int], settings: Settings) -> Information:
    """What the nights hold about a factor; the others are allowed for where there are nights enough.

    Args:
        moments: The nights.
        number: The factor's series.
        others: The series of the factors that compete with it.
        settings: The model's constants.
    """
    beside = list(others) if moments.rows > 6 * (len(others) + moments.covariates) else []
    residual = swept(moments.residual([*beside, number], moments.carry(settings)), len(beside))
    (doses, product), (_, severity) = residual
    freedom = max(moments.rows - moments.covariates - len(beside), 1)
    scatter = sqrt(max(severity - (product * product / doses if doses > 0 else 0.0), 0.0) / freedom)
    doses = max(doses, 0.0)
    return Information(doses / moments.rows, doses, product, max(scatter, LEAST_SCATTER), freedom)
