"""``stillnight medicine``: what is taken, as its user wrote it down. Nothing here judges or doses."""

from __future__ import annotations

from datetime import date
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_night
from stillnight.cli.deeds import LIST, add_deeds, refuse_stray, refuse_words
from stillnight.cli.medicine_class import class_of, class_of_edit
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput
from stillnight.domain.medicine import SLOTS, Medicine
from stillnight.domain.ports import Receipt
from stillnight.journal.journal import Journal
from stillnight.journal.ledger_words import history_lines, medicine_words
from stillnight.journal.typed_medicine import read_slots
from stillnight.resources import read_seed
from stillnight.rules.medicines import Medicines, parse_medicines

NONE = "none"

_OPTIONS = ("klass", "usual", "dose", "slot", "start", "end", "name")
_TAKEN = {
    "add": ("klass", "usual", "dose", "slot", "start", "end"),
    "change": ("dose", "start"),
    "end": ("end",),
    "edit": _OPTIONS,
}


def add_arguments(parser: Parser) -> None:
    """The deed, the name, and what is known of it."""
    add_deeds(parser, ("add", "list", "change", "end", "edit", "remove"))
    parser.add_argument(
        "which", nargs="?", metavar="NAME", help="its name, best the generic one, or its number"
    )
    parser.add_argument("--class", dest="klass", metavar="CLASS", help="its class, if the name is not known")
    usual = parser.add_mutually_exclusive_group()
    usual.add_argument("--usual", action="store_const", const=True, help="it is taken every day")
    usual.add_argument(
        "--not-usual", dest="usual", action="store_const", const=False, help="only now and then"
    )
    parser.add_argument("--dose", metavar="TEXT", help="the dose in your own words; with change, the new one")
    parser.add_argument("--slot", metavar="WHEN", help=f"when in the day, commas between: {', '.join(SLOTS)}")
    parser.add_argument("--from", dest="start", metavar="DATE", help="since when; with change, the first day")
    parser.add_argument("--to", dest="end", metavar="DATE", help="the last day it was taken")
    parser.add_argument("--name", metavar="NEW", help="with edit: another name")
    parser.add_json()


def run(call: Call) -> int:
    """Do one deed to one medicine, or list them all."""
    journal, args = call.house.journal, call.args
    refuse_stray("medicine", args, _OPTIONS, _TAKEN)
    known = parse_medicines(read_seed("medicines"))
    if args.deed == LIST:
        refuse_words("medicine", args, [args.which])
        _list(journal, known, args.json)
        return 0
    if not (args.which or "").strip():
        raise BadInput(
            f"medicine {args.deed} needs a name, for example: "
            + (
                'stillnight medicine add "evening tablet" --usual'
                if args.deed == "add"
                else _EXAMPLES[args.deed]
            )
        )
    if args.deed == "add":
        _add(call, journal, known)
    else:
        _mend(call, journal, journal.ledgers.find_medicine(args.which), known)
    return 0


_EXAMPLES = {
    "change": 'stillnight medicine change "evening tablet" --dose "2 tablets" --from yesterday',
    "end": 'stillnight medicine end "evening tablet"',
    "edit": 'stillnight medicine edit "evening tablet" --slot evening,night',
    "remove": 'stillnight medicine remove "evening tablet"',
}


def _add(call: Call, journal: Journal, known: Medicines) -> None:
    args = call.args
    found, values = class_of(args.which, args.klass, known), _values(call, journal)
    before = {medicine.id for medicine in journal.ledgers.medicines()}
    receipt = journal.ledgers.add_medicine(args.which, found.klass, generic=found.generic, **values)
    medicine = next(one for one in journal.ledgers.medicines() if one.id not in before)
    say_saved(receipt, journal.desk.clock, "medicine", _words(medicine, journal, known))
    if found.said:
        say(found.said)


def _mend(call: Call, journal: Journal, medicine: Medicine, known: Medicines) -> None:
    receipt = _deed(call, journal, medicine, known)
    if call.args.deed == "remove":
        say_saved(receipt, journal.desk.clock, "medicine removed", medicine.name)
        doses = receipt.changed - 1
        if doses > 0:
            say(f"{doses} dose{'s' if doses > 1 else ''} went with it; stillnight undo brings all of it back")
        return
    now = next(one for one in journal.ledgers.medicines() if one.id == medicine.id)
    said = _words(now, journal, known) if receipt.changed else f"{_words(now, journal, known)}: nothing new"
    say_saved(receipt, journal.desk.clock, "medicine", said)
    for line in history_lines(now) if call.args.deed == "change" else ():
        say(f"    {line}")


def _deed(call: Call, journal: Journal, medicine: Medicine, known: Medicines) -> Receipt:
    ledgers, args = journal.ledgers, call.args
    if args.deed == "remove":
        return ledgers.remove_medicine(medicine)
    if args.deed == "end":
        return ledgers.end_medicine(medicine, _day(journal, args.end, "to") or journal.desk.today)
    if args.deed == "change":
        day = _day(journal, args.start, "from") or journal.desk.today
        return ledgers.change_medicine(medicine, day, args.dose or "")
    values = _values(call, journal)
    if args.name is not None:
        values["name"] = args.name
    return ledgers.edit_medicine(medicine, **values, **class_of_edit(args.klass, args.name, known))


def _values(call: Call, journal: Journal) -> dict[str, Any]:
    """What was said of the medicine, by its names in the ledger."""
    args = call.args
    values: dict[str, Any] = {} if args.usual is None else {"usual": args.usual}
    if args.dose is not None:
        values["dose_text"] = "" if args.dose == NONE else args.dose
    if args.slot is not None:
        values["slots"] = read_slots(args.slot)
    for name in ("start", "end"):
        typed = getattr(args, name)
        if typed is not None:
            values[name] = (
                None if typed == NONE else _day(journal, typed, "from" if name == "start" else "to")
            )
    return values


def _day(journal: Journal, typed: str | None, field: str) -> date | None:
    return read_night(typed, journal.desk.today, field) if typed is not None else None


def _list(journal: Journal, known: Medicines, as_json: bool) -> None:
    medicines = journal.ledgers.medicines()
    if as_json:
        say_json([_shape(medicine, journal.desk.today) for medicine in medicines])
        return
    for number, medicine in enumerate(medicines, 1):
        say(f"{number:>2}  {_words(medicine, journal, known)}")
        for line in history_lines(medicine):
            say(f"      {line}")
    if not medicines:
        say('no medicines yet: stillnight medicine add "evening tablet" --usual')


def _words(medicine: Medicine, journal: Journal, known: Medicines) -> str:
    labels = {name: one.label for name, one in known.classes.items()}
    return medicine_words(medicine, labels, journal.desk.today)


def _shape(medicine: Medicine, today: date) -> dict[str, object]:
    shape: dict[str, object] = {"name": medicine.name, "class": medicine.klass, "usual": medicine.usual}
    dose = medicine.dose_on(today)
    shape |= {"dose_text": dose} if dose else {}
    shape |= {"slots": list(medicine.slots)}
    shape |= {"generic": medicine.generic} if medicine.generic else {}
    shape |= {"from": medicine.start.isoformat()} if medicine.start else {}
    shape |= {"to": medicine.end.isoformat()} if medicine.end else {}
    changes = [{"from": one.date.isoformat(), "dose_text": one.dose_text} for one in medicine.changes]
    return shape | ({"changes": changes} if changes else {})
