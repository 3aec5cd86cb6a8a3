"""``stillnight triggers``: what your own nights say about each factor. So far they only count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.domain.factor import PREFIX, amount
from stillnight.domain.night import Night

TOO_EARLY = "too early"


def add_arguments(parser: Parser) -> None:
    """As of when, and how."""
    parser.add_argument("--as-of", metavar="DATE", help="as it looked on that night; tonight if not given")
    parser.add_argument("--history", action="store_true", help="for programs: one JSON line a night")
    parser.add_json()


def run(call: Call) -> int:
    """Say for each factor that the form asks how many nights there are with an answer and an urge."""
    journal, args = call.house.journal, call.args
    last = read_night(args.as_of, journal.tonight, "as-of") if args.as_of is not None else journal.tonight
    nights = journal.browse.nights(date.min, last)
    counts = dict.fromkeys((factor.slug for factor in journal.ledgers.shown_factors()), 0)
    for night in nights:
        _count(night, counts)
        if args.history:
            say_json({"night": night.date.isoformat(), "suggestions": _looks(counts)})
    if args.history:
        return 0
    if args.json:
        say_json(_looks(counts))
        return 0
    say("Too early to say anything about a factor; nights so far with an answer and an urge:")
    for one in _looks(counts):
        say(f"  {one['factor']:<16} {one['nights']}")
    return 0


def _count(night: Night, counts: dict[str, int]) -> None:
    """Count a night for each factor that was answered beside an urge."""
    for slug in counts if night.severity is not None else ():
        counts[slug] += amount(night.get(PREFIX + slug)) is not None


def _looks(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    unknown = dict.fromkeys(("probability", "effect", "low", "high", "lag"))
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    return [{"factor": slug, "tier": TOO_EARLY, **unknown, "nights": nights} for slug, nights in ranked]
