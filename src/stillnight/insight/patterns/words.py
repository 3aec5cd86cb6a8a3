"""A pattern in plain words, the same ones on the screen, in the pane and on the command line.

It is a question that a diary asks, so the words are "goes with" and "about"; what was never seen is
"no sign", not an all-clear.
"""

from __future__ import annotations

from stillnight.domain.factor import Factor, Kind
from stillnight.domain.sentence import capital
from stillnight.insight.patterns.pattern import Pattern, Tier


def tier_words(pattern: Pattern) -> str:
    """How far the nights have come, in a few words."""
    if pattern.tier is Tier.UNLIKELY:
        return f"no sign in {nights_words(pattern.nights)}"
    return str(pattern.tier)


def nights_words(number: int) -> str:
    """So many nights."""
    return "1 night" if number == 1 else f"{number} nights"


def points_words(points: float) -> str:
    """Points with their sign: ``+1.2``, ``–0.5``, ``0``."""
    text = f"{abs(points):.1f}".removesuffix(".0")
    return text if text == "0" else f"{'+' if points > 0 else '–'}{text}"


def amount_words(factor: Factor, amount: float) -> str:
    """An amount with its unit: ``3 servings``, ``1 drink``; of a rating the bare number."""
    if factor.kind is not Kind.AMOUNT:
        return f"{amount:g}"
    return f"{amount:g} {_one(factor.unit) if amount == 1 else factor.unit}".rstrip()


def _one(unit: str) -> str:
    """One of a unit that is named in the plural, as English makes it."""
    if unit.endswith(("sses", "shes", "ches", "xes")):
        return unit[:-2]
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit


def dose_words(factor: Factor) -> str:
    """The two days that are compared: ``3 servings instead of 0``."""
    if factor.kind is Kind.YES_NO:
        return "a day with it instead of one without"
    if factor.kind is Kind.RATING:
        return f"{factor.high:g} of 10 instead of {factor.low:g}"
    return f"{amount_words(factor, factor.high)} instead of {factor.low:g}"


def effect_words(pattern: Pattern, factor: Factor) -> str:
    """How much goes with it: ``about +1.2 points for 3 servings instead of 0``; empty where nobody knows."""
    if pattern.effect is None:
        return ""
    return f"about {points_words(pattern.effect)} points for {dose_words(factor)}"


def between_words(pattern: Pattern) -> str:
    """How sure that is: ``probably between +0.6 and +1.8``; empty where nobody knows."""
    if pattern.low is None or pattern.high is None:
        return ""
    return f"probably between {points_words(pattern.low)} and {points_words(pattern.high)}"


def brief_words(pattern: Pattern, factor: Factor) -> str:
    """The one figure of the pane: ``about +1.2 for 3 servings, 34 nights``."""
    nights = nights_words(pattern.nights)
    if pattern.effect is None:
        return nights
    amount = " on days with it" if factor.kind is Kind.YES_NO else f" for {_high(factor)}"
    return f"about {points_words(pattern.effect)}{amount}, {nights}"


def direction_words(pattern: Pattern) -> str:
    """What it goes with: worse nights, or better ones."""
    return "goes with better nights" if (pattern.effect or 0) < 0 else "goes with worse nights"


def lag_words(pattern: Pattern) -> str:
    """When it seems to matter; empty where nobody knows."""
    return {0: "the same day", 1: "the day before"}.get(-1 if pattern.lag is None else pattern.lag, "")


def sentence(words: str) -> str:
    """Words as a sentence of their own."""
    return f"{capital(words)}."


def _high(factor: Factor) -> str:
    if factor.kind is Kind.RATING:
        return f"{factor.high:g} of 10"
    return amount_words(factor, factor.high)
