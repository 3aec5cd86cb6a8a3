"""Patterns and slow changes as they are handed in to the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.rules.worlds import facts


@dataclass(frozen=True)
class Pattern:
    """What the own nights say, made up."""

    factor: str
    tier: str = "worth a test"
    effect: float | None = 1.2
    low: float | None = 0.6
    high: float | None = 1.8
    lag: int | None = 0
    nights: int = 34
    is_held_back: bool = False


@dataclass(frozen=True)
class Sign:
    """One thing that changed."""

    name: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Drift:
    """A slow change, made up."""

    occasion: str = "2026-01-01"
    signs: tuple[Sign, ...] = ()
    lacks: str = ""


def world(*patterns, rows=(), drifts=None, **rest):
    """Facts with patterns and slow changes handed in."""
    return facts(
        rows,
        patterns={one.factor: one for one in patterns},
        own_words={one.factor: (f"{one.tier.capitalize()}: {one.nights} nights.",) for one in patterns},
        drifts=drifts or {},
        **rest,
    )


def with_bleeding(*days):
    """Nights so many days ago, each a day of the period."""
    return [(day, {"severity": 5, "f.bleeding": True}) for day in days]
