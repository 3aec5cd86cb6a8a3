"""``stillnight factor``: what the form asks about the day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.factor import Factor, Kind
from stillnight.journal.factor_definition import COUNTED, DIRECTIONS, SPOKEN, read_number
from stillnight.journal.journal import Journal

DEEDS = ("list", "show", "hide", "order", "add", "edit", "remove")
_DEFINING = ("add", "edit")
_OF_SEVERAL = ("show", "hide", "order")

_HELP = {
    "label": "its name on the screen",
    "question": "what is asked, in plain words",
    "unit": "the unit of the amount, such as glasses",
    "key": "its letter in the form; a free one is found if none is given",
    "direction": f"what more of it may do to the legs: {', '.join(DIRECTIONS)}",
    "least": "the smallest amount that can be meant",
    "most": "the largest amount that can be meant",
    "usual": "the amount that one press of its letter stands for",
    "low": "a day without it, to compare with",
    "high": "a day with it, to compare with",
}


def add_arguments(parser: Parser) -> None:
    """The deed, the factors, and what an own factor is."""
    parser.add_argument("deed", nargs="?", choices=DEEDS, default="list", metavar="|".join(DEEDS))
    parser.add_argument("slugs", nargs="*", metavar="NAME", help="small letters, digits and _, two or more")
    parser.add_argument("--kind", metavar="|".join(Kind), help="how it is answered; yes_no if not given")
    for name in (*SPOKEN, *COUNTED):
        parser.add_argument(f"--{name}", metavar="TEXT" if name in SPOKEN else "NUMBER", help=_HELP[name])
    parser.add_json()


def run(call: Call) -> int:
    """Change what the form asks, or list it."""
    journal, deed, slugs = call.house.journal, call.args.deed, call.args.slugs
    if deed == "list":
        _list(_listed(journal, slugs), call.args.json)
        return 0
    _check_names(deed, slugs)
    spec = _spec(call)
    if deed in _DEFINING:
        return _define(journal, deed, slugs[0], spec)
    if spec:
        raise BadInput(f"factor {deed} takes only names; --{next(iter(spec))} belongs to factor add or edit")
    if deed == "order":
        receipt = journal.ledgers.order_factors(slugs)
        say_saved(receipt, journal.desk.clock, "asked in this order", _asked(journal))
    elif deed == "remove":
        _remove(journal, slugs[0])
    else:
        for slug in slugs:
            _show(journal, slug, deed == "show")
    return 0


def _listed(journal: Journal, slugs: Sequence[str]) -> list[Factor]:
    return [journal.ledgers.factor(slug) for slug in slugs] or list(journal.ledgers.factors().values())


def _check_names(deed: str, slugs: Sequence[str]) -> None:
    if not slugs:
        raise BadInput(f"factor {deed} needs a name, for example: stillnight factor {deed} late_meal")
    if len(slugs) > 1 and deed not in _OF_SEVERAL:
        raise BadInput(f"factor {deed} takes one name at a time, not also {slugs[1]!r}")


def _define(journal: Journal, deed: str, slug: str, spec: dict[str, Any]) -> int:
    ledgers = journal.ledgers
    if deed == "add" and len(slug) < 2:
        raise FieldError("factor", slug, "two letters or more, so that +name can say it")
    if deed == "edit" and not spec:
        raise BadInput(
            f"factor edit needs something to change, for example: stillnight factor edit {slug} --key g"
        )
    receipt = ledgers.add_factor(slug, **spec) if deed == "add" else ledgers.edit_factor(slug, **spec)
    say_saved(receipt, journal.desk.clock, "factor", _words(ledgers.factor(slug)))
    return 0


def _show(journal: Journal, slug: str, shown: bool) -> None:
    receipt = journal.ledgers.show_factor(slug, shown)
    asked = "no longer asked; its answers so far stay"
    if shown:
        key = journal.ledgers.factor(slug).key
        asked = f"asked in the form, letter {key}" if key else _NO_LETTER
    say_saved(receipt, journal.desk.clock, slug, asked)


_NO_LETTER = "shown in the form, but no letter is free to answer it: hide another one, or use log +name"


def _remove(journal: Journal, slug: str) -> None:
    receipt = journal.ledgers.remove_factor(slug)
    nights = journal.ledgers.nights_with(slug)
    kept = f"; its answers stay in {nights} {'night' if nights == 1 else 'nights'}" if nights else ""
    say_saved(receipt, journal.desk.clock, slug, f"removed{kept} (stillnight undo brings it back)")


def _asked(journal: Journal) -> str:
    return " ".join(factor.slug for factor in journal.ledgers.shown_factors())


def _spec(call: Call) -> dict[str, Any]:
    args = vars(call.args)
    spec: dict[str, Any] = {name: args[name] for name in ("kind", *SPOKEN) if args[name] is not None}
    return spec | {name: read_number(name, args[name]) for name in COUNTED if args[name] is not None}


def _list(factors: list[Factor], as_json: bool) -> None:
    if as_json:
        say_json([_shape(factor) for factor in factors])
        return
    for factor in factors:
        say(f"{factor.slug:<16} {'asked' if factor.shown else 'not asked':<10} {_words(factor)}")


def _words(factor: Factor) -> str:
    words = [f"{factor.label}: {factor.range_words}"]
    words += [f"letter {factor.key}"] if factor.key else []
    if factor.kind is not Kind.YES_NO:
        words += [f"usually {factor.usual:g}"] if factor.usual is not None else []
        words.append(f"compared {factor.low:g} → {factor.high:g}")
    words += [factor.direction] if factor.direction != "either" else []
    return ", ".join(words)


def _shape(factor: Factor) -> dict[str, Any]:
    names = ("slug", "label", "question", "kind", "unit", "key", *COUNTED, "direction", "shown")
    return {name: getattr(factor, name) for name in names}
