"""The line under the cards: of which factors the nights say nothing, or nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.words import nights_words

NAMED = 4
"""So many factors are named in one sentence; the page names all of them."""

LEAST_NIGHTS = 14
"""Fewer rated nights than these say nothing about a factor of the user's own."""


def quiet_words(patterns: Sequence[Pattern], sealed: Collection[str], label: Callable[[str], str]) -> str:
    """What no card says, in a sentence or three; empty where every factor has a card.

    Args:
        patterns: What the nights say of each factor.
        sealed: The factors on which a trial runs.
        label: A factor's name on the screen.
    """
    open_ones = [one for one in patterns if one.factor not in sealed]
    return " ".join(
        [
            *_unlikely([one for one in open_ones if one.tier is Tier.UNLIKELY], label),
            *_too_early([one for one in open_ones if one.tier is Tier.TOO_EARLY], label),
            *([f"Sealed while a trial runs: {_names(sealed, label)}."] if sealed else []),
        ]
    )


def few_words(rated: int) -> str:
    """What is said while there are too few nights for anything."""
    return f"Your own nights: too early to tell, {rated} of {LEAST_NIGHTS} rated."


def _unlikely(patterns: Sequence[Pattern], label: Callable[[str], str]) -> Iterator[str]:
    if patterns:
        fewest, most = (few(one.nights for one in patterns) for few in (min, max))
        many = nights_words(fewest) if fewest == most else f"{fewest} to {nights_words(most)}"
        yield f"No sign in {many}: {_names([one.factor for one in patterns], label)}."


def _too_early(patterns: Sequence[Pattern], label: Callable[[str], str]) -> Iterator[str]:
    if patterns:
        yield f"Not known so far: {_names([one.factor for one in patterns], label)}."


def _names(factors: Collection[str], label: Callable[[str], str]) -> str:
    names = sorted(map(label, factors))
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
