"""What a pattern looks like from here: it is worked out from the own nights elsewhere, and handed in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

TIERS = ("too early", "unlikely", "worth a test", "likely")
"""How far the nights have come, from the least to the most."""

STANDING = ("worth a test", "likely")
"""The tiers that are worth a card: a hypothesis, and what chance alone would hardly make."""

EVERY = "every"
"""In the place of a factor: each factor that no other pattern rule is about."""

EFFECTS = ("worse", "better", "either")
"""Which way the legs go with more of a factor."""


class Pattern(Protocol):
    """What the user's own nights say about one factor."""

    @property
    def factor(self) -> str:
        """The factor's slug."""
        ...

    @property
    def tier(self) -> str:
        """One of :data:`TIERS`."""
        ...

    @property
    def effect(self) -> float | None:
        """Points of severity that go with the high reference day instead of the low one."""
        ...

    @property
    def low(self) -> float | None:
        """Lower end of its interval, points."""
        ...

    @property
    def high(self) -> float | None:
        """Upper end of its interval, points."""
        ...

    @property
    def lag(self) -> int | None:
        """Days before the evening on which it seems to matter."""
        ...

    @property
    def nights(self) -> int:
        """Rated nights on which it was answered and that count."""
        ...

    @property
    def is_held_back(self) -> bool:
        """Would it be likely, were it not rated in the very evening it is compared with?"""
        ...


def is_standing(pattern: Pattern) -> bool:
    """Is it worth a card?"""
    return pattern.tier in STANDING


def fits(pattern: Pattern, effect: str) -> bool:
    """Do the legs go that way with more of the factor? ``either`` takes both."""
    wanted = {"worse": 1, "better": -1}.get(effect)
    return wanted is None or (pattern.effect or 0) * wanted > 0


def in_order(patterns: Mapping[str, Pattern]) -> list[Pattern]:
    """Those worth a card: the likely ones first, then the largest; of equals by name."""
    standing = [pattern for pattern in patterns.values() if is_standing(pattern)]
    return sorted(standing, key=lambda one: (-TIERS.index(one.tier), -abs(one.effect or 0), one.factor))
