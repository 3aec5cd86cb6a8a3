"""``stillnight lab``: blood tests."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.ledger import LAB_KINDS, LAB_RANGES, Lab


def add_arguments(parser: Parser) -> None:
    """Add or list, the kind and the value."""
    parser.add_argument("deed", nargs="?", choices=("add", "list"), default="list", metavar="add|list")
    parser.add_argument("kind", nargs="?", metavar="KIND", help=f"one of {', '.join(LAB_KINDS)}")
    units = ", ".join(f"{kind} {unit}" for kind, (_, _, unit) in LAB_RANGES.items())
    parser.add_argument("value", nargs="?", metavar="VALUE", help=f"the result: {units.replace('%', '%%')}")
    parser.add_argument("--date", metavar="DATE", help="when the blood was taken; today if not given")
    parser.add_argument("--ill", action="store_const", const=True, help="it was taken while ill")
    parser.add_json()


def run(call: Call) -> int:
    """Add one result, or list them all."""
    journal, args = call.house.journal, call.args
    if args.deed == "list":
        _list(journal.ledgers.labs(), args.json)
        return 0
    if args.kind is None or args.value is None:
        raise BadInput("lab add needs a kind and a value, for example: stillnight lab add ferritin 42")
    today = journal.desk.clock.now().astimezone(journal.desk.clock.zone).date()
    day = read_night(args.date, today, "date") if args.date is not None else today
    receipt = journal.ledgers.add_lab(day, args.kind, _number(args.kind, args.value), args.ill)
    lab = next(lab for lab in reversed(journal.ledgers.labs()) if (lab.date, lab.kind) == (day, args.kind))
    say_saved(receipt, journal.desk.clock, "blood test", _words(lab))
    return 0


def _list(labs: list[Lab], as_json: bool) -> None:
    if as_json:
        say_json([_shape(lab) for lab in labs])
        return
    for lab in labs:
        say(_words(lab))
    if not labs:
        say("no blood tests yet: stillnight lab add ferritin 42 --date 2026-11-02")


def _number(kind: str, typed: str) -> float:
    try:
        return float(typed.replace(",", "."))
    except ValueError:
        raise FieldError(kind, typed, "a number") from None


def _words(lab: Lab) -> str:
    ill = ", taken while ill" if lab.ill else ""
    return f"{lab.date}  {lab.kind} {lab.value:g} {LAB_RANGES[lab.kind][2]}{ill}"


def _shape(lab: Lab) -> dict[str, object]:
    shape = {
        "date": lab.date.isoformat(),
        "kind": lab.kind,
        "value": lab.value,
        "unit": LAB_RANGES[lab.kind][2],
    }
    return shape | ({"ill": lab.ill} if lab.ill is not None else {})
