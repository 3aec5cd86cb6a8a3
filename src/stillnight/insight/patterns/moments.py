"""Sums of products of all raw columns, kept up night by night, so that a look need not go over the nights.

The doses are adjusted with numbers that change from look to look, but the adjustment is linear: the sums of
products of adjusted doses come out of those of the raw ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.insight.patterns.rows import Row
from stillnight.insight.patterns.settings import Settings

TINY = 1e-9
"""A share of a column's own square: what is left of it below this is rounding, the column is no new one."""

LEVEL, PREV = 2, 3
"""Where the recent level and last night's departure stand among the covariates."""

Matrix = list[list[float]]


class Moments:
    """Cross-products of covariates, severity, doses, their levels and their departures."""

    def __init__(self, covariates: int, columns: int) -> None:
        self.rows = 0
        self.covariates, self._columns = covariates, columns
        width = covariates + 1 + 3 * columns
        # only one half: each list begins at its own column
        self._half: Matrix = [[0.0] * (width - place) for place in range(width)]

    def add(self, row: Row) -> None:
        """Take one more row into account."""
        numbers = [*row.covariates, row.severity, *row.doses, *row.levels, *row.prevs]
        for place, one in enumerate(numbers):
            if one:
                rest = zip(self._half[place], numbers[place:], strict=True)
                self._half[place] = [total + one * other for total, other in rest]
        self.rows += 1

    def copied(self) -> Moments:
        """A copy that goes its own way."""
        copy = Moments(0, 0)
        copy.rows, copy.covariates, copy._columns = self.rows, self.covariates, self._columns
        copy._half = list(self._half)  # a row is replaced, never changed
        return copy

    def _between(self, place: int, other: int) -> float:
        first, second = sorted((place, other))
        return self._half[first][second - first]

    def _whole(self) -> Matrix:
        """Both halves."""
        whole = [[0.0] * place + row for place, row in enumerate(self._half)]
        for place, row in enumerate(whole):
            for other in range(place):
                row[other] = whole[other][place]
        return whole

    def _expectation(self, settings: Settings) -> list[float]:
        """How a night follows from 1, weekend, recent level and last night's departure, by least squares.

        Pseudo-information for the last two stands for what is usual: a few nights don't run away.
        """
        size = PREV + 1
        square = [[self._between(place, other) for other in range(size)] for place in range(size)]
        with_severity = [self._between(place, self.covariates) for place in range(size)]
        for place, guess in ((LEVEL, settings.carry_level), (PREV, settings.carry_prev)):
            square[place][place] += settings.carry_information
            with_severity[place] += settings.carry_information * guess
        return solve(square, with_severity)

    def carry(self, settings: Settings) -> tuple[float, float]:
        """How much of the level and of last night's departure carries over into a night, each 0-1."""
        found = self._expectation(settings)
        return min(max(found[LEVEL], 0.0), 1.0), min(max(found[PREV], 0.0), settings.most_prev)

    def residual(self, picked: Sequence[int], carried: tuple[float, float]) -> Matrix:
        """Cross-products of the picked columns' adjusted doses and, last, severity, without the covariates.

        Args:
            picked: Which columns of doses.
            carried: What :meth:`carry` found.
        """
        level, prev = carried
        doses, levels, prevs = (self.covariates + 1 + part * self._columns for part in range(3))

        def adjusted(of: Matrix, column: int) -> list[float]:
            parts = zip(of[doses + column], of[levels + column], of[prevs + column], strict=True)
            return [dose - level * usual - prev * last for dose, usual, last in parts]

        def chosen(of: Matrix) -> Matrix:
            first = of[: self.covariates]
            return [*first, *(adjusted(of, column) for column in picked), of[self.covariates]]

        half = chosen(self._whole())
        return swept(chosen([list(column) for column in zip(*half, strict=True)]), self.covariates)


def least_scatter(residual: Matrix) -> float:
    """The scatter below which nothing is left but rounding; never 0, also where severity never changes."""
    return max(residual[-1][-1], 1.0) * TINY


def swept(matrix: Matrix, count: int) -> Matrix:
    """What is left of the cross-products once the first ``count`` columns are projected out."""
    squares = [row[place] for place, row in enumerate(matrix)]
    for done in range(count):
        first, rest = matrix[0], matrix[1:]
        pivot = first[0]
        if pivot <= TINY * squares[done]:
            matrix = [row[1:] for row in rest]
            continue
        matrix = [
            [own - row[0] / pivot * top for own, top in zip(row[1:], first[1:], strict=True)] for row in rest
        ]
    return matrix


def solve(square: Matrix, right: Sequence[float]) -> list[float]:
    """Least squares from normal equations; a column that says nothing new gets 0."""
    size = len(square)
    rows = [[*row, value] for row, value in zip(square, right, strict=True)]
    squares = [row[place] for place, row in enumerate(rows)]
    for place in range(size):
        pivot = rows[place][place]
        if pivot <= TINY * squares[place]:
            continue
        for other in range(size):
            if other != place:
                share = rows[other][place] / pivot
                rows[other] = [own - share * top for own, top in zip(rows[other], rows[place], strict=True)]
    found = [0.0] * size
    for place in range(size):
        if rows[place][place] > TINY * squares[place]:
            found[place] = rows[place][-1] / rows[place][place]
    return found
