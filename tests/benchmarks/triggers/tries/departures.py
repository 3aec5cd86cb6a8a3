"""Onset and bouts of a night as departures from a person's usual ones, and what they are worth."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import median

from tests.benchmarks.triggers.draws import clipped
from tests.benchmarks.triggers.tries.readings import Reading

EARLY, BOUTS = 0, 1

RELIABLE = 0.8
"""The share of severity's variance that is taken for the legs', the rest for the rating's; a guess."""


@dataclass
class _Spread:
    """Running means and cross-products of severity and one other reading."""

    count: int = 0
    mean: list[float] = field(default_factory=lambda: [0.0, 0.0])
    square: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])

    def add(self, one: float, other: float) -> None:
        self.count += 1
        first, second = one - self.mean[0], other - self.mean[1]
        self.mean[0] += first / self.count
        self.mean[1] += second / self.count
        self.square[0] += first * (one - self.mean[0])
        self.square[1] += second * (other - self.mean[1])
        self.square[2] += first * (other - self.mean[1])

    @property
    def variances(self) -> tuple[float, float, float]:
        """Of severity, of the other, and between both; the last drawn to 0 while there are few."""
        one, other, both = (part / max(self.count - 1, 1) for part in self.square)
        return max(one, 0.25), max(other, 0.1), both * self.count / (self.count + 20)


class Readings:
    """A person's readings so far, each as departure from what was usual before the night."""

    def __init__(self) -> None:
        self._early: deque[float] = deque(maxlen=28)
        self._spread = [_Spread(), _Spread()]

    def departures(self, reading: Reading) -> list[float | None]:
        """Hours earlier than the recent median, and bouts more than the mean; ``None`` where not written."""
        usual = median(self._early) if self._early else reading.early or 0.0
        early = None if reading.early is None else clipped(reading.early - usual, -3, 3)
        return [early, None if reading.bouts is None else reading.bouts - self._spread[BOUTS].mean[1]]

    def learn(self, severity: float, reading: Reading, departures: Sequence[float | None]) -> None:
        """Take one more night into what is usual."""
        if reading.early is not None:
            self._early.append(reading.early)
        for which, other in ((EARLY, departures[EARLY]), (BOUTS, reading.bouts)):
            if other is not None:
                self._spread[which].add(severity, float(other))

    def weighed(self, which: int, departure: float) -> tuple[float, float]:
        """A reading as points of severity, and its weight beside severity's of 1: one common factor."""
        severity, own, both = self._spread[which].variances
        load = max(both, 0.0) / (RELIABLE * severity)
        noise = max(own - load * load * RELIABLE * severity, 0.3 * own)
        rating = (1 - RELIABLE) * severity
        return departure / max(load, 1e-6), load * load * rating / noise

    def scaled(self, which: int, departure: float) -> float:
        """A reading in severity's own spread."""
        severity, own, _ = self._spread[which].variances
        return departure * sqrt(severity / own)

    @property
    def usual(self) -> float:
        """Severity so far."""
        return self._spread[EARLY].mean[0] or self._spread[BOUTS].mean[0]
