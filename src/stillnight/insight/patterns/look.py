"""One look at the nights, and all the looks of a diary in order of date.

``read_diary`` makes the diary, ``replay`` looks at it night by night. The same nights give the same answer
on every device, whatever order they were typed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.settings import OURS, Settings


class Standing(NamedTuple):
    """What a look must know of the looks before it, of one factor; plain values, to be kept as JSON.

    Attributes:
        tier: What the last look called it, held back or not.
        running: Looks running that found it probable enough for "likely".
    """

    tier: Tier = Tier.TOO_EARLY
    running: int = 0


class Look(NamedTuple):
    """What the nights said as of one night.

    Attributes:
        night: The last night that was known, by its evening's date.
        patterns: One for each factor, best first: by tier, then by probability.
        standings: By slug, what the next look must know of this one.
    """

    night: date
    patterns: tuple[Pattern, ...]
    standings: Mapping[str, Standing]


def look(
    diary: Sequence[DiaryNight], factors: Sequence[Factor], settings: Settings = OURS
) -> tuple[Pattern, ...]:
    """What the whole diary says now, after all looks before: the patterns of the last :func:`replay`."""
    patterns = tuple(Pattern(factor.slug) for factor in factors)
    for one in replay(diary, factors, settings):
        patterns = one.patterns
    return patterns


def replay(
    diary: Sequence[DiaryNight],
    factors: Sequence[Factor],
    settings: Settings = OURS,
    after: date | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> Iterator[Look]:
    """Look at the diary after each of its nights, in order of date.

    Args:
        diary: All nights, also those before ``after``, as :func:`read_diary` gives them.
        factors: The factors that are looked at, in any order.
        settings: The model's constants.
        after: Give only the looks of later nights; all when ``None``.
        standings: Those of the look of ``after``, to go on from there without looking at earlier nights.
    """
    yield from ()
