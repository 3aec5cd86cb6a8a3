"""Every combination of factors that could matter, weighed by how well it explains the nights.

A combination takes some of the factors, each with the dose of the day or of the day before and one direction.
Its weight is closed form (a normal effect around what is expected, an unknown scatter): prior times marginal
likelihood, log w = log prior - 1/2 sum log(V p) - (n - c)/2 log RSS, p the successive pivots.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from stillnight.insight.patterns.columns import Column
from stillnight.insight.patterns.moments import Matrix, least_scatter
from stillnight.insight.patterns.settings import Settings

NEGLIGIBLE = 1e-9
"""A combination whose weight is below this share of the best one's (about) adds nothing that is seen."""

_MOST_ABOVE = 600.0
"""So far above the guess a log weight is capped, that no weight overflows."""


class Share(NamedTuple):
    """What a column has of all weight.

    Attributes:
        weight: Its combinations' weights together.
        mean: Sum of weight times effect.
        square: Sum of weight times the effect's expected square.
    """

    weight: float = 0.0
    mean: float = 0.0
    square: float = 0.0


class _Entered(NamedTuple):
    """A column in the combination: its effect so far, its variance, and how later columns draw on it."""

    column: int
    mean: float
    variance: float
    draws: list[float]


class Combinations:
    """All combinations of columns, at most ``most`` factors at once.

    Args:
        columns: In order of factor.
        residual: Cross-products of the columns and, last, of severity, without the covariates.
        freedom: Nights less covariates.
        settings: The model's constants.
        guesses: The log weight without any, with the strongest, with the two strongest …; the last is near
            the highest. For the cut to be harmless, the strongest factors come first.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        residual: Matrix,
        freedom: int,
        settings: Settings,
        guesses: Sequence[float],
    ) -> None:
        self._columns, self._most = columns, settings.most_at_once
        self._freedom, self._half = freedom, freedom / 2
        self._known = 1.0 / settings.spread
        self._least = least_scatter(residual)
        self._next = [_first_of_next(columns, place) for place in range(len(columns))]
        self._sums = [[0.0, 0.0, 0.0] for _ in columns]
        self._total = 0.0
        square = [row[:-1] for row in residual[:-1]]
        toward = [row[-1] for row in residual[:-1]]
        scatter = max(residual[-1][-1], self._least)
        self._shift = guesses[-1]
        # what is far behind the strongest of as many may not be far behind in the end: others join both
        self._floors = [guesses[min(at, len(guesses) - 1)] - settings.cut for at in range(self._most + 1)]
        start = -self._half * log(scatter)
        self._credit(start, scatter, [])
        if self._most and columns:
            self._grow(0, 1, start, scatter, square, toward, [])

    @property
    def shares(self) -> list[Share]:
        """What each column has of all weight, all weights being 1 together."""
        return [Share(*(one / self._total for one in sums)) for sums in self._sums]

    def _grow(
        self,
        start: int,
        depth: int,
        logged: float,
        scatter: float,
        square: Matrix,
        toward: list[float],
        entered: list[_Entered],
    ) -> None:
        """Let each column from ``start`` on enter; ``square`` and ``toward`` begin at that column."""
        if depth == self._most:
            self._finish(start, logged, scatter, [row[at] for at, row in enumerate(square)], toward, entered)
            return
        for at, row in enumerate(square):
            column, later = start + at, self._next[start + at] - start
            pivot = row[at] + self._known
            rest = row[later:]
            draws = [one / pivot for one in rest]
            kept = [(one, one.draws[at], one.draws[later:]) for one in entered]
            smaller = [
                [own - draw * cross for own, cross in zip(other[later:], rest, strict=True)]
                for draw, other in zip(draws, square[later:], strict=True)
            ]
            for way in self._columns[column].ways:
                gain = toward[at] + way.centre * self._known
                effect = gain / pivot
                left = max(scatter + way.centre * way.centre * self._known - gain * effect, self._least)
                weight = logged + way.prior - 0.5 * log(pivot) + self._half * (log(scatter) - log(left))
                now = [
                    _Entered(
                        one.column,
                        one.mean - draw * effect,
                        one.variance + draw * draw / pivot,
                        [own - draw * later_draw for own, later_draw in zip(tail, draws, strict=True)],
                    )
                    for one, draw, tail in kept
                ]
                now.append(_Entered(column, effect, 1.0 / pivot, draws))
                self._credit(weight, left, now)
                if rest and weight > self._floors[depth]:
                    moved = [own - effect * cross for own, cross in zip(toward[later:], rest, strict=True)]
                    self._grow(start + later, depth + 1, weight, left, smaller, moved, now)

    def _finish(
        self,
        start: int,
        logged: float,
        scatter: float,
        pivots: list[float],
        toward: list[float],
        entered: list[_Entered],
    ) -> None:
        """Let each column from ``start`` on be the last to enter."""
        known, half, least, shift = self._known, self._half, self._least, self._shift
        base = logged + half * log(scatter) - shift
        for at, own in enumerate(pivots):
            pivot = own + known
            for centre, prior in self._columns[start + at].ways:
                gain = toward[at] + centre * known
                left = max(scatter + centre * centre * known - gain * gain / pivot, least)
                weight = exp(min(base + prior - 0.5 * log(pivot) - half * log(left), _MOST_ABOVE))
                self._total += weight
                if weight < NEGLIGIBLE:
                    continue
                effect, night = gain / pivot, left / self._freedom
                self._add(start + at, weight, effect, night / pivot)
                for one in entered:
                    draw = one.draws[at]
                    mean = one.mean - draw * effect
                    self._add(one.column, weight, mean, night * (one.variance + draw * draw / pivot))

    def _credit(self, logged: float, scatter: float, entered: list[_Entered]) -> None:
        """Give a combination's weight to every column in it."""
        weight = exp(min(logged - self._shift, _MOST_ABOVE))
        self._total += weight
        if weight < NEGLIGIBLE:
            return
        night = scatter / self._freedom
        for one in entered:
            self._add(one.column, weight, one.mean, night * one.variance)

    def _add(self, column: int, weight: float, mean: float, variance: float) -> None:
        sums = self._sums[column]
        sums[0] += weight
        sums[1] += weight * mean
        sums[2] += weight * (mean * mean + variance)


def _first_of_next(columns: Sequence[Column], place: int) -> int:
    """Where the columns of the next factor begin."""
    later = (at for at in range(place, len(columns)) if columns[at].factor != columns[place].factor)
    return next(later, len(columns))
