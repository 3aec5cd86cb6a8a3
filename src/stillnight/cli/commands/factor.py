"""``stillnight factor``: what the form asks about the day."""

from __future__ import annotations

from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.factor import Factor, Kind
from stillnight.journal.journal import Journal

_WORDS = ("label", "question", "unit", "key")
_NUMBERS = ("least", "most", "usual", "low", "high")


def add_arguments(parser: Parser) -> None:
    """Add, list, show or hide, and what an own factor is."""
    deeds = ("add", "list", "hide", "show")
    parser.add_argument("deed", nargs="?", choices=deeds, default="list", metavar="|".join(deeds))
    parser.add_argument("slug", nargs="?", metavar="NAME", help="small letters, digits and _, two or more")
    parser.add_argument("--kind", metavar="|".join(Kind), help="how it is answered; yes_no if not given")
    for name in _WORDS:
        parser.add_argument(f"--{name}", metavar="TEXT")
    for name in _NUMBERS:
        parser.add_argument(f"--{name}", metavar="NUMBER")
    parser.add_json()


def run(call: Call) -> int:
    """Change what the form asks, or list it."""
    journal, args = call.house.journal, call.args
    if args.deed == "list":
        _list(list(journal.ledgers.factors().values()), args.json)
        return 0
    if args.slug is None:
        raise BadInput(
            f"factor {args.deed} needs a name, for example: stillnight factor {args.deed} late_meal"
        )
    spec = _spec(call)
    if args.deed == "add":
        return _add(journal, args.slug, spec)
    if spec:
        raise BadInput(f"factor {args.deed} takes only the name; --{next(iter(spec))} belongs to factor add")
    receipt = journal.ledgers.show_factor(args.slug, args.deed == "show")
    asked = "asked in the form" if args.deed == "show" else "no longer asked; its answers so far stay"
    say_saved(receipt, journal.desk.clock, args.slug, asked)
    return 0


def _add(journal: Journal, slug: str, spec: dict[str, Any]) -> int:
    if len(slug) < 2:
        raise FieldError("factor", slug, "two letters or more, so that +name can say it")
    receipt = journal.ledgers.add_factor(slug, **spec)
    say_saved(receipt, journal.desk.clock, "factor", _words(journal.ledgers.factors()[slug]))
    return 0


def _spec(call: Call) -> dict[str, Any]:
    args = vars(call.args)
    spec: dict[str, Any] = {name: args[name] for name in ("kind", *_WORDS) if args[name] is not None}
    return spec | {name: _number(name, args[name]) for name in _NUMBERS if args[name] is not None}


def _number(name: str, typed: str) -> float:
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        raise FieldError(name, typed, "a number") from None
    if not abs(number) < 1_000_000:
        raise FieldError(name, typed, "a number under a million")
    return int(number) if number.is_integer() else number


def _list(factors: list[Factor], as_json: bool) -> None:
    if as_json:
        say_json([_shape(factor) for factor in factors])
        return
    for factor in factors:
        say(f"{factor.slug:<16} {'asked' if factor.shown else 'not asked':<10} {_words(factor)}")


def _words(factor: Factor) -> str:
    key = f", key {factor.key}" if factor.key else ""
    return f"{factor.label}: {factor.range_words}{key}"


def _shape(factor: Factor) -> dict[str, Any]:
    names = ("slug", "label", "question", "kind", "unit", "key", *_NUMBERS, "shown")
    return {name: getattr(factor, name) for name in names}
