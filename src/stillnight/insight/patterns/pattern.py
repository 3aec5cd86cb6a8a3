"""What the user's own nights say about one factor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """How far the nights have come, in the words of the screen."""

    LIKELY = "likely"
    WORTH_A_TEST = "worth a test"
    TOO_EARLY = "too early"
    UNLIKELY = "unlikely"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One factor as of one night.

    Attributes:
        factor: Its slug.
        tier: How far the nights have come.
        probability: Of the factor mattering at all, 0-1; ``None`` where the model has not looked at it.
        effect: Points of severity (0-10) that go with its high reference day instead of its low one.
        low: Lower end of the 90 % interval of the effect, points.
        high: Upper end of the interval, points.
        lag: Days before the evening on which it seems to matter: 0 the same day, 1 the day before.
        nights: Rated nights on which it was answered and that count.
        with_it: Those of them with at least half a dose.
        without_it: Those of them with less.
        is_held_back: Would it be "likely", were the rating not made in the very evening it is compared with?
    """

    factor: str
    tier: Tier = Tier.TOO_EARLY
    probability: float | None = None
    effect: float | None = None
    low: float | None = None
    high: float | None = None
    lag: int | None = None
    nights: int = 0
    with_it: int = 0
    without_it: int = 0
    is_held_back: bool = False
