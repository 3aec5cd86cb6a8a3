"""What a factor does to the legs: how much, how late, and in what shape."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from stillnight.domain.factor import Factor


class Shape(StrEnum):
    """How the effect grows with the dose."""

    LINEAR = "linear"
    THRESHOLD = "threshold"
    SATURATING = "saturating"
    CUMULATIVE = "adds up over three days"


@dataclass(frozen=True)
class Effect:
    """One planted effect.

    Attributes:
        factor: Its slug.
        points: What goes from the low reference day to the high one, points of severity.
        lag: Days until it is felt, 0 or 1.
        shape: How it grows with the dose.
    """

    factor: str
    points: float
    lag: int = 0
    shape: Shape = Shape.LINEAR

    def on(self, night: int, doses: Sequence[float]) -> float:
        """Points that it adds on a night, given the doses of all days (1 = the high reference day)."""
        if self.shape is Shape.CUMULATIVE:
            days = [doses[max(night - back, 0)] for back in range(3)]
            return self.points * sum(days) / 3
        dose = doses[max(night - self.lag, 0)]
        if self.shape is Shape.THRESHOLD:
            return self.points * (dose >= 0.6)
        if self.shape is Shape.SATURATING:
            return self.points * (1 - math.exp(-2 * max(dose, 0))) / (1 - math.exp(-2))
        return self.points * dose


def dose(factor: Factor, amount: float) -> float:
    """An amount in reference doses: 0 the low day, 1 the high one; at most 2."""
    return min((amount - factor.low) / (factor.high - factor.low), 2.0)
