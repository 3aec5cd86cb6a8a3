"""``stillnight medicine``: what is taken, as its user wrote it down. Nothing here judges or doses."""

from __future__ import annotations

import sys

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.ledger import Medicine
from stillnight.resources import read_seed
from stillnight.rules.medicines import Medicines, parse_medicines

OTHER = "other"


def add_arguments(parser: Parser) -> None:
    """Add or list, the name and what is known of it."""
    parser.add_argument("deed", nargs="?", choices=("add", "list"), default="list", metavar="add|list")
    parser.add_argument("name", nargs="?", metavar="NAME", help="its name, best the generic one")
    parser.add_argument("--class", dest="klass", metavar="CLASS", help="its class, if the name is not known")
    parser.add_argument("--usual", action="store_true", help="it is taken every evening")
    parser.add_argument("--dose", metavar="TEXT", default="", help="the dose in your own words")
    parser.add_argument("--from", dest="start", metavar="DATE", help="since when")
    parser.add_json()


def run(call: Call) -> int:
    """Add one medicine, or list them all."""
    journal, args = call.house.journal, call.args
    known = parse_medicines(read_seed("medicines"))
    if args.deed == "list":
        _list(journal.ledgers.medicines(), known, args.json)
        return 0
    if not (args.name or "").strip():
        raise BadInput(
            'medicine add needs a name, for example: stillnight medicine add "evening tablet" --usual'
        )
    klass = _class(args.name, args.klass, known)
    start = read_night(args.start, journal.tonight, "from") if args.start is not None else None
    receipt = journal.ledgers.add_medicine(args.name, klass, args.usual, args.dose, start)
    say_saved(receipt, journal.desk.clock, "medicine", _words(journal.ledgers.medicines()[-1], known))
    return 0


def _class(name: str, wanted: str | None, known: Medicines) -> str:
    """The class that was said, that the name has, or that is picked on the terminal; else ``other``."""
    if wanted is not None:
        if wanted not in known.classes:
            raise UnknownName("class", wanted, list(known.classes), f"there are {', '.join(known.classes)}")
        return wanted
    guessed = known.guess(name)
    if guessed:
        return guessed[0]
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        return _ask(name, known)
    say(f"{name} is not in the list of names, so its class is {OTHER}; --class says it better")
    return OTHER


def _ask(name: str, known: Medicines) -> str:
    ids = list(known.classes)
    for number, one in enumerate(known.classes.values(), 1):
        say(f"{number:>3}  {one.label}: {one.examples}")
    try:
        answer = input(f"What sort of medicine is {name}? Its number, Enter for {OTHER}: ").strip()
    except EOFError:
        return OTHER
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(ids):
        return ids[int(answer) - 1]
    if answer and answer not in ids:
        raise BadInput(f"{answer!r} is no number from 1 to {len(ids)}; nothing was added")
    return answer or OTHER


def _list(medicines: list[Medicine], known: Medicines, as_json: bool) -> None:
    if as_json:
        say_json([_shape(medicine) for medicine in medicines])
        return
    for medicine in medicines:
        say(_words(medicine, known))
    if not medicines:
        say('no medicines yet: stillnight medicine add "evening tablet" --usual')


def _words(medicine: Medicine, known: Medicines) -> str:
    klass = known.classes[medicine.klass].label if medicine.klass in known.classes else medicine.klass
    parts = [medicine.name, medicine.dose_text, klass, "usual" if medicine.usual else ""]
    parts += [
        f"since {medicine.start}" if medicine.start else "",
        f"until {medicine.end}" if medicine.end else "",
    ]
    return ", ".join(part for part in parts if part)


def _shape(medicine: Medicine) -> dict[str, object]:
    shape: dict[str, object] = {"name": medicine.name, "class": medicine.klass, "usual": medicine.usual}
    shape |= {"dose_text": medicine.dose_text} if medicine.dose_text else {}
    shape |= {"from": medicine.start.isoformat()} if medicine.start else {}
    return shape | ({"to": medicine.end.isoformat()} if medicine.end else {})
