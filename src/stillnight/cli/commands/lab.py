"""``stillnight lab``: blood tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_night
from stillnight.cli.deeds import LIST, add_deeds, refuse_stray, refuse_words
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput
from stillnight.domain.lab import LAB_KINDS, LAB_RANGES, Lab
from stillnight.domain.lab_units import Result, read_kind, read_result, shown_unit
from stillnight.journal.journal import Journal
from stillnight.journal.ledger_words import lab_value, lab_words

_OPTIONS = ("date", "ill", "lab")
_TAKEN = {"add": _OPTIONS, "edit": _OPTIONS}


def add_arguments(parser: Parser) -> None:
    """The deed, the kind, the value and its unit."""
    add_deeds(parser, ("add", "list", "edit", "remove"))
    units = ", ".join(f"{kind} {shown_unit(kind)}" for kind in LAB_KINDS).replace("%", "%%")
    parser.add_argument(
        "which", nargs="?", metavar="KIND", help=f"one of {', '.join(LAB_KINDS)}, or its number"
    )
    parser.add_argument("value", nargs="?", metavar="VALUE", help=f"the result: {units}")
    parser.add_argument("unit", nargs="?", metavar="UNIT", help="another unit: ng/mL, g/dL, mg/dL")
    parser.add_argument("--date", metavar="DATE", help="when the blood was taken; today if not given")
    ill = parser.add_mutually_exclusive_group()
    ill.add_argument("--ill", action="store_const", const=True, help="it was taken while ill")
    ill.add_argument("--well", dest="ill", action="store_const", const=False, help="it was taken while well")
    parser.add_argument("--lab", metavar="TEXT", help="the laboratory, in your own words")
    parser.add_json()


def run(call: Call) -> int:
    """Do one deed to one result, or list them all."""
    journal, args = call.house.journal, call.args
    refuse_stray("lab", args, _OPTIONS, _TAKEN)
    if args.deed == LIST:
        refuse_words("lab", args, [args.which, args.value, args.unit])
        _list(journal, args.json)
    elif args.which is None or (args.deed == "add" and args.value is None):
        raise BadInput(_MISSING[args.deed])
    elif args.deed == "add":
        _add(call, journal)
    else:
        _mend(call, journal, journal.ledgers.find_lab(args.which))
    return 0


_MISSING = {
    "add": "lab add needs a kind and a value, for example: stillnight lab add ferritin 42",
    "edit": "lab edit needs the number of a result (stillnight lab list shows them), for example: "
    "stillnight lab edit 1 --ill",
    "remove": "lab remove needs the number of a result: stillnight lab list shows them",
}


def _add(call: Call, journal: Journal) -> None:
    args = call.args
    kind = read_kind(args.which)
    result = read_result(kind, args.value, args.unit or "")
    day = _day(journal, args.date) or journal.desk.today
    before = {lab.id for lab in journal.ledgers.labs()}
    receipt = journal.ledgers.add_lab(day, kind, result.value, args.ill, lab=args.lab or "")
    lab = next(one for one in journal.ledgers.labs() if one.id not in before)
    say_saved(receipt, journal.desk.clock, "blood test", _words(lab, journal, result))


def _mend(call: Call, journal: Journal, lab: Lab) -> None:
    args = call.args
    if args.deed == "remove":
        refuse_words("lab", args, [args.value, args.unit])
        receipt = journal.ledgers.remove_lab(lab)
        say_saved(receipt, journal.desk.clock, "blood test removed", _words(lab, journal))
        return
    values: dict[str, Any] = {"ill": args.ill} if args.ill is not None else {}
    values |= {"lab": args.lab} if args.lab is not None else {}
    values |= {"date": _day(journal, args.date)} if args.date is not None else {}
    result = read_result(lab.kind, args.value, args.unit or "") if args.value is not None else None
    values |= {"value": result.value} if result else {}
    receipt = journal.ledgers.edit_lab(lab, **values)
    now = next(one for one in journal.ledgers.labs() if one.id == lab.id)
    said = _words(now, journal, result) + ("" if receipt.changed else ": nothing new")
    say_saved(receipt, journal.desk.clock, "blood test", said)


def _day(journal: Journal, typed: str | None) -> date | None:
    return read_night(typed, journal.desk.today, "date") if typed is not None else None


def _list(journal: Journal, as_json: bool) -> None:
    labs = journal.ledgers.labs()
    if as_json:
        say_json([_shape(lab) for lab in labs])
        return
    for number, lab in enumerate(labs, 1):
        say(f"{number:>2}  {_words(lab, journal)}")
    if not labs:
        say("no blood tests yet: stillnight lab add ferritin 42 --date 2026-11-02")


def _words(lab: Lab, journal: Journal, result: Result | None = None) -> str:
    counted = f" ({result.typed} is {lab_value(lab)})" if result and result.typed else ""
    return f"{lab.date}  {lab_words(lab, journal.desk.today)}{counted}"


def _shape(lab: Lab) -> dict[str, object]:
    shape = {
        "date": lab.date.isoformat(),
        "kind": lab.kind,
        "value": lab.value,
        "unit": LAB_RANGES[lab.kind][2],
    }
    shape |= {"ill": lab.ill} if lab.ill is not None else {}
    return shape | ({"lab": lab.lab} if lab.lab else {})
