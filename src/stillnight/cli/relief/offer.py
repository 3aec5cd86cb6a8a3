"""What can be chosen, as numbered lines, and which one a typed line means; pure."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.cli.relief.words import about
from stillnight.tips.coach.guide import Guide

PAGE = 6
"""How many are offered at once."""


def offer_lines(guides: Sequence[Guide], first: int = 0) -> list[str]:
    """A page of what can be chosen; Enter takes the first of all, the others go by number.

    Args:
        guides: All of it, the best first.
        first: How many were offered before.
    """
    page = list(enumerate(guides[first : first + PAGE], start=first + 1))
    lines = [f"{'Enter:' if number == 1 else number} {about(guide)}" for number, guide in page]
    last = ["m more"] if first + PAGE < len(guides) else ["m from the top"] if first else []
    last += ["Enter takes 1"] if first else []
    return [*lines, ", ".join([*last, "q leaves."])]


def picked(guides: Sequence[Guide], typed: str) -> Guide | None:
    """The session that a line means: nothing is the first, a number its place, a word its name.

    ``None`` where it means none.
    """
    word = typed.strip().lower().replace("-", "_")
    if not word:
        return guides[0]
    if word.isascii() and word.isdigit() and len(word) < 4:
        return guides[int(word) - 1] if 0 < int(word) <= len(guides) else None
    return next((guide for guide in guides if word in (guide.id, guide.tip)), None)
