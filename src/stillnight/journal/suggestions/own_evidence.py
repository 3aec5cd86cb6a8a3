"""What the user's own nights say about a factor, as it stands on a card beside the literature."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from stillnight.domain.factor import Factor
from stillnight.insight.patterns import words
from stillnight.insight.patterns.pattern import Pattern
from stillnight.rules.own_nights import OwnWords


def shown_patterns(
    patterns: Iterable[Pattern],
    factors: Mapping[str, Factor],
    sealed: Collection[str],
    reliefs: Collection[str],
) -> dict[str, Pattern]:
    """The patterns that may stand on a card, by factor.

    Args:
        patterns: All there are.
        factors: The factors known here, by slug.
        sealed: The factors on which a trial runs: nothing is said about them until it ends.
        reliefs: Ids of what is done against the legs. It is done on bad nights, so a diary makes it look
            harmful: it is never rated from one, not even as a factor of the user's own.
    """
    return {
        one.factor: one
        for one in patterns
        if one.factor in factors and one.factor not in sealed and one.factor not in reliefs
    }


def own_lines(pattern: Pattern, factor: Factor, said: OwnWords) -> tuple[str, ...]:
    """What was found, what its tier means, and what stands whatever was found, line by line."""
    lines = (
        own_line(pattern, factor),
        said.meanings.get(pattern.tier, ""),
        said.held_back if pattern.is_held_back else "",
        said.beside.get(pattern.factor, ""),
    )
    return tuple(line for line in lines if line)


def own_line(pattern: Pattern, factor: Factor) -> str:
    """One sentence: how sure, how much for which days, on which evening, of how many nights."""
    tier = words.tier_words(pattern)
    if pattern.effect is None or tier.startswith("no sign"):
        return f"{tier.capitalize()}{_counted(pattern, tier)}."
    parts = (
        words.direction_words(pattern),
        words.effect_words(pattern, factor),
        words.between_words(pattern),
        words.lag_words(pattern),
        words.nights_words(pattern.nights),
    )
    return f"{tier.capitalize()}: {', '.join(part for part in parts if part)}."


def _counted(pattern: Pattern, tier: str) -> str:
    return "" if tier.startswith("no sign") else f", {words.nights_words(pattern.nights)} so far"
