"""How far the nights have come: a tier is harder to enter than to keep, and "likely" takes several looks."""

from __future__ import annotations

from typing import NamedTuple

from stillnight.insight.patterns.pattern import Tier
from stillnight.insight.patterns.settings import Settings


class Standing(NamedTuple):
    """What a look must know of the looks before it, of one factor; plain values, to be kept as JSON.

    Attributes:
        tier: What the last look called it, held back or not.
        running: Looks running that found it probable enough for "likely".
        is_coloured: Did they take ratings that were made in the evening itself?
    """

    tier: Tier = Tier.TOO_EARLY
    running: int = 0
    is_coloured: bool = False


def step(
    before: Standing, probability: float | None, settings: Settings, is_coloured: bool = False
) -> Standing:
    """Where a factor stands after one more look.

    What was said of ratings made in the evening gives those made earlier no start: they begin anew.

    Args:
        before: Where it stood.
        probability: Of it mattering; ``None`` where the model could not look at it.
        settings: The thresholds.
        is_coloured: Does this look take ratings that were made in the evening itself?
    """
    if probability is None:
        return Standing()
    tier, running, _ = before if before.is_coloured == is_coloured else Standing()
    running = running + 1 if probability >= settings.likely else 0
    return Standing(_tier(tier, probability, running, settings), running, is_coloured)


def _tier(before: Tier, probability: float, running: int, settings: Settings) -> Tier:
    stays_likely = before is Tier.LIKELY and probability >= settings.likely_until
    if stays_likely or running >= settings.looks:
        return Tier.LIKELY
    was_worth = before in (Tier.LIKELY, Tier.WORTH_A_TEST)
    if probability >= (settings.worth_until if was_worth else settings.worth):
        return Tier.WORTH_A_TEST
    return Tier.UNLIKELY if probability <= settings.unlikely else Tier.TOO_EARLY
