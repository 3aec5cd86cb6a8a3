"""``stillnight triggers``: what your own nights say about each factor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say_json
from stillnight.cli.dates import read_night
from stillnight.cli.house import House
from stillnight.cli.parser import Parser
from stillnight.cli.progress import Meter
from stillnight.cli.wiring import knowledge_of, trials_of, triggers_of
from stillnight.cli.wrapped import say_wrapped
from stillnight.domain.errors import StillnightError
from stillnight.insight.patterns.pattern import Pattern
from stillnight.insight.patterns.words import sentence
from stillnight.journal.triggers.account_words import account_words
from stillnight.journal.triggers.triggers import Triggers


def add_arguments(parser: Parser) -> None:
    """As of when, and how."""
    parser.add_argument("--as-of", metavar="DATE", help="as it looked on that night; tonight if not given")
    parser.add_argument(
        "--history", action="store_true", help="for programs: one JSON line a night, in order of date"
    )
    parser.add_json()


def run(call: Call) -> int:
    """Say what the nights say, the likely ones first."""
    journal, args = call.house.journal, call.args
    last = read_night(args.as_of, journal.tonight, "as-of") if args.as_of is not None else journal.tonight
    triggers = triggers_of(call.house)
    with Meter("nights looked at") as meter:
        if args.history:
            _tell_history(triggers, last, meter)
            return 0
        account = triggers.account(last, meter.count)
    if args.json:
        say_json([shape_of(one, account.sealed) for one in account.patterns])
        return 0
    for said in account_words(account, _trial_of(call.house)):
        say_wrapped(said.words, indent=said.indent, hang=2)
    return 0


def shape_of(pattern: Pattern, sealed: frozenset[str]) -> dict[str, Any]:
    """A pattern for programs; what nobody knows, or what is sealed, is null."""
    names = ("probability", "effect", "low", "high", "lag", "nights", "with_it", "without_it")
    shape = {"factor": pattern.factor, "tier": str(pattern.tier)}
    shape |= {name: getattr(pattern, name) for name in names}
    return shape | {"held_back": pattern.is_held_back, "sealed": pattern.factor in sealed}


def _trial_of(house: House) -> Callable[[str], str]:
    """What a trial of a factor would need, or why there is none."""
    from stillnight.journal.trials.words import power_lines

    trials = trials_of(house, knowledge_of(house).library)

    def words(slug: str) -> str:
        try:
            found = trials.propose(slug)
        except StillnightError as error:
            return sentence(str(error).rstrip("."))
        power = power_lines(found.design, found.weeks, found.outcome, found.power)[0]
        return f"A trial can tell (stillnight trial start {slug}): {power}"

    return words


def _tell_history(triggers: Triggers, last: date, meter: Meter) -> None:
    sealed = triggers.sealed
    for night, patterns in triggers.history(meter.count):
        if night <= last:
            looks = [shape_of(one, sealed) for one in patterns]
            say_json({"night": night.isoformat(), "suggestions": looks})
