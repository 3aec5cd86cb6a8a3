"""What came out of a trial, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the nights of a trial say about one measure."""

    BETTER = "better"
    WORSE = "worse"
    NO_DIFFERENCE = "no difference found"
    """The whole interval lies within what would hardly be felt."""

    INCONCLUSIVE = "inconclusive"
    """The nights do not settle it: a difference that counts is neither seen nor ruled out."""

    TOO_FEW = "too few nights"
    """So few blocks have both kinds of nights that nothing could be seen, or no end to what may be."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One measure against nights without it, by intention: as drawn, whatever was done.

    Attributes:
        measure: Which measure of the trial, 0 or 1.
        verdict: What the nights say.
        change: The outcome with it against without it; below 0 is better. ``None`` with too few nights.
        low: Lower end of the 90 % interval of the change; ``None`` where there is none.
        high: Upper end of the interval.
        chance: How often a drawn order alone would look at least as good (or, where the change is above 0,
            at least as bad), 0-1.
        blocks: Blocks with nights that count.
        nights_with: Nights with it that count.
        nights_without: Nights without it that count.
        if_followed: What it would about be, had the plan always been followed; ``None`` where not known.
        differences: For each block with nights of both kinds, in their order, the mean with it minus the mean
            without: what the screen draws.
    """

    measure: int
    verdict: Verdict
    change: float | None = None
    low: float | None = None
    high: float | None = None
    chance: float | None = None
    blocks: int = 0
    nights_with: int = 0
    nights_without: int = 0
    if_followed: float | None = None
    differences: tuple[float, ...] = ()
