"""Each night against what the nights around it lead to expect.

Nights resemble their neighbours, and levels drift. Generalised least squares with a working covariance of
both takes that into account, so that a night whose partner in its block is missing still tells something.
The covariance is fixed, not fitted: were it wrong, the test that is built on it would find less, but stay
exact (:mod:`stillnight.insight.trials.randomisation`). Against means of blocks it finds an effect of one
point in three people of five instead of in half of them (``python -m tests.benchmarks trials``).
"""

from __future__ import annotations

from collections.abc import Sequence

MEMORY = 0.4
"""How much of a night's deviation is left on the next one; people differ between about 0.2 and 0.6."""

DRIFT = 0.05
"""How much the level wanders from a night to the next, as a variance, where that of a night is 1."""

_TINY = 1e-9

Vector = list[float]


class Neighbours:
    """Weighs nights by what is known of the nights around them.

    Attributes:
        days: The day of each night that counts, ascending; gaps are missing nights.
    """

    def __init__(self, days: Sequence[int], others: Sequence[Vector] = ()) -> None:
        """Prepare for these nights.

        Args:
            days: The day of each night that counts, ascending.
            others: What else is to be allowed for, one value a night each: the other measure of a factorial
                design.
        """
        self.days = days
        fixed = [[1.0] * len(days), *map(list, others)]
        covariance = [[MEMORY ** abs(a - b) + DRIFT * min(a, b) for b in days] for a in days]
        self._inverse = _inverted(covariance)
        self._fixed = _independent(fixed, self._inverse)

    def unexplained(self, values: Sequence[float]) -> Vector:
        """The weight with which each night speaks of values that the level and the others do not explain.

        The product of this with a measure's nights is what the values say of the measure.
        """
        weighed = _times(self._inverse, values)
        for column in self._fixed:
            own = _times(self._inverse, column)
            share = _dot(own, values) / _dot(own, column)
            weighed = [one - share * other for one, other in zip(weighed, own, strict=True)]
        return weighed


def _independent(columns: Sequence[Vector], inverse: Sequence[Vector]) -> list[Vector]:
    """The same columns at right angles to each other, those that add nothing left out."""
    kept: list[Vector] = []
    for column in columns:
        rest = column
        for one in kept:
            own = _times(inverse, one)
            share = _dot(own, column) / _dot(own, one)
            rest = [value - share * other for value, other in zip(rest, one, strict=True)]
        if max(map(abs, rest), default=0.0) > _TINY:
            kept.append(rest)
    return kept


def _inverted(matrix: Sequence[Vector]) -> list[Vector]:
    """The inverse of a covariance, by Gauss and Jordan; it is positive definite, so no pivot is nought."""
    size = len(matrix)
    rows = [[*row, *(float(at == other) for other in range(size))] for at, row in enumerate(matrix)]
    for at in range(size):
        pivot = rows[at][at]
        rows[at] = [value / pivot for value in rows[at]]
        for other in range(size):
            factor = rows[other][at]
            if other != at and factor:
                rows[other] = [x - factor * y for x, y in zip(rows[other], rows[at], strict=True)]
    return [row[size:] for row in rows]


def _times(matrix: Sequence[Vector], vector: Sequence[float]) -> Vector:
    return [_dot(row, vector) for row in matrix]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
