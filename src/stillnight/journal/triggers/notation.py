"""A look as one line: its mark, its night, its patterns, and what the next look must know of it."""

from __future__ import annotations

import json
from dataclasses import astuple
from datetime import date

from stillnight.insight.patterns.look import Look
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.tiers import Standing


def look_line(mark: str, look: Look) -> str:
    """The line of a look."""
    patterns = [astuple(pattern) for pattern in look.patterns]
    standings = {slug: [str(one.tier), *one[1:]] for slug, one in look.standings.items()}
    return f"{mark} {json.dumps([look.night.isoformat(), patterns, standings], separators=(',', ':'))}"


def read_look(line: str) -> Look:
    """The look of a line.

    Raises:
        ValueError: If it is none.
    """
    try:
        night, patterns, standings = json.loads(line.partition(" ")[2])
        return Look(
            date.fromisoformat(night),
            tuple(_pattern(*values) for values in patterns),
            {
                slug: Standing(Tier(tier), int(running), bool(is_coloured))
                for slug, (tier, running, is_coloured) in standings.items()
            },
        )
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no look: {error}") from None


def _pattern(factor: str, tier: str, *rest: float) -> Pattern:
    return Pattern(factor, Tier(tier), *rest)  # type: ignore[arg-type]
