"""``stillnight number``: telephone numbers to have at hand; nothing here ever dials one."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.deeds import LIST, add_deeds, refuse_words
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput
from stillnight.domain.number import Number
from stillnight.journal.numbers.shipped import Shipped, shipped_numbers
from stillnight.resources import read_seed


def add_arguments(parser: Parser) -> None:
    """The deed, whose number it is, and the number."""
    add_deeds(parser, ("add", "list", "remove"))
    parser.add_argument(
        "label", nargs="?", metavar="WHOSE", help="whose it is; with remove, or its place in the list"
    )
    parser.add_argument("number", nargs="?", metavar="NUMBER", help="the number, as you would write it down")
    parser.add_json()


def run(call: Call) -> int:
    """Keep a number, take one out, or list them with those of the country."""
    journal, args = call.house.journal, call.args
    ledgers, clock = journal.ledgers, journal.desk.clock
    if args.deed == LIST:
        refuse_words("number", args, [args.label])
        _list(ledgers.numbers(), shipped_numbers(read_seed("numbers"), call.house.territory), args.json)
    elif args.label is None or (args.deed == "add" and args.number is None):
        raise BadInput(f"number {args.deed} needs {_MISSING[args.deed]}")
    elif args.deed == "add":
        receipt = ledgers.add_number(args.label, args.number)
        say_saved(receipt, clock, "number", f"{args.label.strip()}: {args.number.strip()}")
    else:
        refuse_words("number", args, [args.number])
        one = ledgers.find_number(args.label)
        say_saved(ledgers.remove_number(one), clock, "number removed", one.words)
    return 0


_MISSING = {
    "add": 'whose it is, and the number, for example: stillnight number add "night nurse" "+44 20 7946 0000"',
    "remove": "whose it is: stillnight number list shows them",
}


def _list(own: Sequence[Number], shipped: Sequence[Shipped], as_json: bool) -> None:
    if as_json:
        mine = [{"label": one.label, "number": one.number, "own": True} for one in own]
        say_json([*mine, *map(_shape, shipped)])
        return
    for place, one in enumerate(own, 1):
        say(f"{place:>2}  {one.words}")
    for known in shipped:
        say(f"    {known.words}")
    for known in shipped:
        say(f"    {known.source_words} {known.page}")
    if not own:
        say('none of your own yet: stillnight number add "night nurse" "+44 20 7946 0000"')


def _shape(one: Shipped) -> dict[str, object]:
    return {
        "label": one.service, "number": one.number, "own": False, "kind": one.kind, "where": one.where,
        "page": one.page, "read": one.read.isoformat(), "how": one.how,
    }  # fmt: skip
