"""Whom to reach, in words: filled into what a card says to do, and as lines under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from stillnight.domain.number import Number
from stillnight.journal.numbers.shipped import CRISIS, EMERGENCY, Shipped


def crisis_words(own: Sequence[Number], shipped: Sequence[Shipped], plain: str) -> str:
    """Whom to reach in a crisis: the own numbers, the line of the country, the plain words.

    The plain words always end it where no line of the country is known, and an emergency number always does.
    """
    mine = [f"{one.label} ({one.number})" for one in own]
    lines = [f"{one.service} ({one.number})" for one in shipped if one.kind == CRISIS]
    if not lines:
        return ", ".join([*mine, plain])
    emergency = next((f" ({one.number})" for one in shipped if one.kind == EMERGENCY), "")
    return ", ".join([*mine, *lines, f"or your local emergency number{emergency}"])


def number_lines(own: Sequence[Number], shipped: Iterable[Shipped], has_crisis: bool) -> tuple[str, ...]:
    """The numbers as lines for a card that cannot wait, and where those that came with the program are from.

    Args:
        own: The user's own.
        shipped: Those of the country.
        has_crisis: Is the card about dark thoughts? Elsewhere a crisis line is out of place.
    """
    ours = [one for one in shipped if has_crisis or one.kind == EMERGENCY]
    return (*(one.words for one in own), *(one.words for one in ours), *(one.source_words for one in ours))


def with_numbers(
    wording: Mapping[str, Any], own: Sequence[Number], shipped: Sequence[Shipped]
) -> dict[str, Any]:
    """The parsed ``wording.toml`` with the numbers that are known here."""
    return {
        **wording,
        "crisis": crisis_words(own, shipped, str(wording.get("crisis", ""))),
        "numbers": number_lines(own, shipped, has_crisis=False),
        "crisis_numbers": number_lines(own, shipped, has_crisis=True),
    }
