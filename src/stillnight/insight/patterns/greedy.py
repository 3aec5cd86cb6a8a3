"""Which factors explain most, one after the other: the order in which all combinations are gone through.

With the strongest first, a combination that lacks them and is far behind can only be joined by weaker ones,
so nothing need be built on it. That leaves out most combinations when many factors are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import NamedTuple

from stillnight.insight.patterns.columns import Column
from stillnight.insight.patterns.moments import Matrix, least_scatter
from stillnight.insight.patterns.settings import Settings


class _Try(NamedTuple):
    """One more column in its better way: the log weight with it, its effect and the scatter left."""

    logged: float
    column: int
    effect: float
    scatter: float


class Greedy:
    """Takes the best column, then the best one beside it, as long as that adds weight.

    Attributes:
        logs: The log weight without any, with one, with two …; the last is near the highest of all.
    """

    def __init__(self, columns: Sequence[Column], residual: Matrix, freedom: int, settings: Settings) -> None:
        self._columns, self._half, self._known = columns, freedom / 2, 1.0 / settings.spread
        self._least = least_scatter(residual)
        self._square = [row[:-1] for row in residual[:-1]]
        self._toward = [row[-1] for row in residual[:-1]]
        self._scatter = max(residual[-1][-1], self._least)
        self._logged = -self._half * log(self._scatter)
        self.logs = [self._logged]
        self._taken: list[int] = []
        for _ in range(settings.most_at_once):
            if not self._take():
                break

    def in_order(self, columns: Sequence[Column], residual: Matrix) -> tuple[list[Column], Matrix]:
        """The columns and their cross-products by factor, the strongest first."""
        rank = {factor: place for place, factor in enumerate(self._taken)}
        for one in sorted(self._tries(), key=lambda one: (-one.logged, one.column)):
            rank.setdefault(columns[one.column].factor, len(rank))
        order = sorted(range(len(columns)), key=lambda at: (rank[columns[at].factor], at))
        whole = [*order, len(columns)]
        return [columns[at] for at in order], [[residual[at][other] for other in whole] for at in whole]

    def _take(self) -> bool:
        """Let the best column enter; ``False`` where none adds weight."""
        best = max(self._tries(), key=lambda one: (one.logged, -one.column), default=None)
        if best is None or best.logged <= self._logged:
            return False
        _, at, effect, self._scatter = best
        self._logged = best.logged
        self.logs.append(best.logged)
        row, pivot = self._square[at], self._square[at][at] + self._known
        self._toward = [own - effect * cross for own, cross in zip(self._toward, row, strict=True)]
        self._square = [
            [own - other[at] / pivot * cross for own, cross in zip(other, row, strict=True)]
            for other in self._square
        ]
        self._taken.append(self._columns[at].factor)
        return True

    def _tries(self) -> list[_Try]:
        """Every free column, as it would be with the ones taken."""
        free = [at for at, column in enumerate(self._columns) if column.factor not in self._taken]
        return [self._try(at) for at in free]

    def _try(self, at: int) -> _Try:
        pivot = self._square[at][at] + self._known
        tries = []
        for way in self._columns[at].ways:
            gain = self._toward[at] + way.centre * self._known
            left = max(self._scatter + way.centre**2 * self._known - gain * gain / pivot, self._least)
            fit = self._half * (log(self._scatter) - log(left))
            tries.append(_Try(self._logged + way.prior - 0.5 * log(pivot) + fit, at, gain / pivot, left))
        return max(tries)
