"""What the nights say, as one thing to be shown: what goes with them, what shows no sign, what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.knowing.knowing import Knowing
from stillnight.insight.patterns.pattern import Pattern, Tier

TELLING = (Tier.LIKELY, Tier.WORTH_A_TEST)
"""The tiers that say something goes with a factor."""


class Missing(NamedTuple):
    """What a factor needs before its nights can be looked at; nothing where they are.

    Attributes:
        nights: Rated nights with an answer.
        with_it: Of them, nights with at least half a dose.
        without_it: Of them, nights with less.
    """

    nights: int = 0
    with_it: int = 0
    without_it: int = 0


class NightBehind(NamedTuple):
    """One night behind a pattern.

    Attributes:
        night: Its evening's date.
        answer: The amount that was answered for that day, or for the day before if that is what seems to
            matter, in the factor's unit.
        has_it: Was it at least half a dose?
        severity: What was rated, 0-10.
        expected: What recent nights led to expect, 0-10; ``None`` where there were none.
        left_out: Why nothing is worked out from it: ``""`` (it counts), ``late``, ``batch`` or ``repeat``.
    """

    night: date
    answer: float
    has_it: bool
    severity: int
    expected: float | None = None
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that the nights say as of one of them.

    Attributes:
        night: The last night that was known.
        patterns: One for each factor that is looked at, best first; a sealed one says nothing, last.
        factors: Those factors by slug.
        sealed: The factors on which a trial runs.
        reliefs: Factors that are named like something done against the legs; never rated from a diary.
        rated: Rated nights up to then.
        left_out: Why rated nights are shown but not counted, and how many: ``late``, ``batch``, ``repeat``.
        missing: By slug, what a factor needs before its nights can be looked at.
        knowing: By slug, when more can be known; only of those that are too early.
    """

    night: date
    patterns: tuple[Pattern, ...] = ()
    factors: Mapping[str, Factor] = field(default_factory=dict)
    sealed: frozenset[str] = frozenset()
    reliefs: tuple[Factor, ...] = ()
    rated: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    missing: Mapping[str, Missing] = field(default_factory=dict)
    knowing: Mapping[str, Knowing] = field(default_factory=dict)

    @property
    def telling(self) -> list[Pattern]:
        """What goes with worse or better nights, best first."""
        return [one for one in self.open if one.tier in TELLING]

    @property
    def no_sign(self) -> list[Pattern]:
        """Of what there was no sign, the most nights first."""
        found = [one for one in self.open if one.tier is Tier.UNLIKELY]
        return sorted(found, key=lambda one: -one.nights)

    @property
    def rarely_asked(self) -> list[Pattern]:
        """What has not been answered often enough, or always the same, so that nothing can be told of it."""
        return [one for one in self.open if one.tier is Tier.TOO_EARLY and self.missing.get(one.factor)]

    @property
    def undecided(self) -> list[Pattern]:
        """What is looked at and could be either."""
        return [one for one in self.open if one.tier is Tier.TOO_EARLY and not self.missing.get(one.factor)]

    def is_small(self, slug: str) -> bool:
        """Do the nights speak against every effect for which anybody would wait?

        What is left is too small for a diary, and for a trial of some weeks: more nights change nothing
        about that, so it is not called too early any more.
        """
        knowing = self.knowing.get(slug)
        return (
            knowing is not None
            and bool(knowing.forecasts)
            and all(one.is_ruled_out for one in knowing.forecasts)
        )

    @property
    def open(self) -> list[Pattern]:
        """Everything that is not sealed."""
        return [one for one in self.patterns if one.factor not in self.sealed]

    @property
    def counted(self) -> int:
        """Rated nights that count."""
        return self.rated - sum(self.left_out.values())
