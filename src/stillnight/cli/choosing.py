"""Listing what devices disagree on, and choosing, without a screen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import Any

from stillnight.cli.call import Call
from stillnight.cli.console import say
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.errors import BadInput
from stillnight.domain.ids import night_of_id
from stillnight.domain.ports import NIGHTS, Receipt
from stillnight.domain.values import Value
from stillnight.journal.disagreeing import Disagreeing, both, can_both_stay
from stillnight.journal.side_words import value_words, written_words

BOTH, ALL = "both", "all"

HELP = """what differs:
  Two devices may have answered one question while neither saw the other's answer. The newer answer is
  shown, the other stays in the history, and verify lists both until somebody chooses:
  --choose 1 b       takes answer b of number 1; its value does it, too: --choose 1 6
  --choose 2 both    lets both of two notes stay, one after the other
  --keep 1           keeps what is shown of number 1; --keep all of every one
  stillnight undo takes a choice back. In the program the key D shows the same list.
"""


def add_choosing(parser: Parser) -> None:
    """The options, and what they are for."""
    parser.epilog = f"{HELP}\n{parser.epilog}"
    parser.add_argument(
        "--choose", nargs=2, metavar=("N", "WHICH"), action="append", default=[],
        help="of number N take an answer: its letter, its value, or both",
    )  # fmt: skip
    parser.add_argument(
        "--keep", metavar="N", action="append", default=[], help="of number N keep what is shown, or all"
    )


def is_choosing(args: Namespace) -> bool:
    """Was anything chosen?"""
    return bool(args.choose or args.keep)


def choose(call: Call) -> None:
    """Do what was chosen and say what is on record now; what does not fit is refused before all of it.

    Raises:
        BadInput: If there is no such number or answer.
        StoreError: If it could not be made safe.
    """
    deeds = Disagreeing(call.house.journal)
    found = deeds.open()
    chosen = [(_numbered(found, number), which) for number, which in call.args.choose]
    kept = found if ALL in call.args.keep else [_numbered(found, number) for number in call.args.keep]
    sides = [(one, None if _is_both(one, which) else _side(call, one, which)) for one, which in chosen]
    for one, side in sides:
        receipt = deeds.take(one, side) if side else deeds.take_both(one)
        _say_chosen(call, deeds, receipt, one, side.value if side else both(one))
    if kept:
        receipt = deeds.keep_shown(kept)
        for one in kept:
            _say_chosen(call, deeds, receipt, one, one.sides[0].value)


def say_open(call: Call, found: Sequence[Disagreement]) -> None:
    """List what differs, numbered, and say how to choose; nothing where nothing differs."""
    journal = call.house.journal
    deeds, factors, zone = Disagreeing(journal), journal.ledgers.factors(), journal.desk.clock.zone
    for number, one in enumerate(found, start=1):
        say(f"\n{number:>3}  {deeds.where(one)}")
        for letter, side in zip(ascii_lowercase, one.sides, strict=False):
            shown = "shown, " if side is one.sides[0] else ""
            words = value_words(one, side.value, factors).replace("\n", f"\n{'':8}")
            say(f"     {letter}  {words}  ({shown}{written_words(side, zone)})")
    if found:
        say("\nchoose: stillnight verify --choose 1 b · keep what is shown: stillnight verify --keep all")


def open_objects(found: Sequence[Disagreement]) -> Iterator[dict[str, Any]]:
    """What differs, as JSON has it."""
    for number, one in enumerate(found, start=1):
        where = {"night": night_of_id(one.id).isoformat()} if one.table == NIGHTS else {"id": one.id}
        values = [
            {
                "letter": letter,
                "value": side.value,
                "at": side.at.isoformat(timespec="seconds") if side.at else None,
                "device": side.device,
                "shown": side is one.sides[0],
            }
            for letter, side in zip(ascii_lowercase, one.sides, strict=False)
        ]
        can = can_both_stay(one)
        yield {"number": number, "table": one.table, **where, "field": one.field, "values": values, BOTH: can}


def _numbered(found: Sequence[Disagreement], typed: str) -> Disagreement:
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(found):
        return found[int(typed) - 1]
    if not found:
        raise BadInput("nothing differs between your devices, so there is nothing to choose")
    most = f"1 to {len(found)}" if len(found) > 1 else "1"
    raise BadInput(f"there is no number {typed}: stillnight verify lists {most}")


def _is_both(one: Disagreement, which: str) -> bool:
    if which != BOTH:
        return False
    if not can_both_stay(one):
        raise BadInput(f"{one.field}: only of words can both stay; choose one, such as a")
    return True


def _side(call: Call, one: Disagreement, which: str) -> Side:
    """The answer that is meant by its letter or its value."""
    factors = call.house.journal.ledgers.factors()
    known = dict(zip(ascii_lowercase, one.sides, strict=False))
    if which.lower() in known:
        return known[which.lower()]
    for side in one.sides:
        if which in (str(side.value), value_words(one, side.value, factors)):
            return side
    letters = " or ".join(known)
    raise BadInput(f"{one.field}: {which!r} is none of the answers; choose {letters}")


def _say_chosen(call: Call, deeds: Disagreeing, receipt: Receipt, one: Disagreement, value: Value) -> None:
    words = value_words(one, value, call.house.journal.ledgers.factors())
    say_saved(receipt, call.house.clock, deeds.where(one), words)
