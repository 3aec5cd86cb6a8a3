"""The middle of some numbers and how far they lie apart."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median, quantiles
from typing import NamedTuple


class Spread(NamedTuple):
    """Five numbers that stand for many, in the unit of what was counted.

    Attributes:
        nights: How many there were.
        low: The lowest.
        lower: A quarter of them is not above it.
        middle: Their median.
        upper: A quarter of them is not below it.
        high: The highest.
    """

    nights: int
    low: float
    lower: float
    middle: float
    upper: float
    high: float


def spread_of(numbers: Iterable[float]) -> Spread | None:
    """The spread of some numbers; ``None`` of none.

    Quartiles are those of the numbers themselves as a whole population (inclusive, R's type 7).
    """
    found = sorted(numbers)
    if len(found) < 2:
        return Spread(1, *(found[0],) * 5) if found else None
    lower, _, upper = quantiles(found, n=4, method="inclusive")
    return Spread(len(found), found[0], lower, median(found), upper, found[-1])
