"""``stillnight mark``: something that happened on a day, shown with its night."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.deeds import LIST, add_deeds, refuse_stray, refuse_words
from stillnight.cli.parser import Parser
from stillnight.cli.said import say_saved
from stillnight.domain.errors import BadInput
from stillnight.domain.mark import Mark, read_mark
from stillnight.journal.journal import Journal
from stillnight.journal.long_sit.planned import GET_READY, is_to_come, long_sit_kinds
from stillnight.journal.typed_date import NEAREST, read_date
from stillnight.resources import read_seed


def add_arguments(parser: Parser) -> None:
    """The deed, what it was, and when."""
    add_deeds(parser, ("add", "list", "remove"))
    what = 'what it was (donation, new job, "flight, 5 h", or your own words), then what else there is to say'
    parser.add_argument("words", nargs="*", metavar="WHAT", help=f"{what}; with remove, its number")
    parser.add_argument("--date", metavar="DATE", help="the day; today if not given")
    parser.add_json()


def run(call: Call) -> int:
    """Mark a day, take a mark out, or list them all."""
    journal, args = call.house.journal, call.args
    refuse_stray("mark", args, ("date",), {"add": ("date",)})
    words = " ".join(args.words).strip()
    if args.deed == LIST:
        refuse_words("mark", args, args.words[:1])
        _list(journal.ledgers.marks(), args.json)
    elif not words:
        raise BadInput(f"mark {args.deed} needs {_MISSING[args.deed]}")
    elif args.deed == "add":
        _add(call, journal, words)
    else:
        mark = journal.ledgers.find_mark(words)
        say_saved(journal.ledgers.remove_mark(mark), journal.desk.clock, "mark removed", _words(mark))
    return 0


_MISSING = {
    "add": 'a word for what it was, for example: stillnight mark add flight "to Lisbon" --date yesterday',
    "remove": "its number: stillnight mark list shows them",
}


def _add(call: Call, journal: Journal, words: str) -> None:
    today = journal.desk.today
    day = read_date(call.args.date, None, today, "date", NEAREST) if call.args.date is not None else today
    profile = read_seed("profile")
    labels = {name: str(spec["label"]) for name, spec in profile.get("mark", {}).items()}
    mark = Mark(day, *read_mark(words, labels))
    receipt = journal.ledgers.add_mark(mark.date, mark.kind, mark.text)
    say_saved(receipt, journal.desk.clock, "mark", _words(mark))
    if is_to_come(mark, long_sit_kinds(profile), today):
        say(GET_READY)


def _list(marks: list[Mark], as_json: bool) -> None:
    if as_json:
        say_json([_shape(mark) for mark in marks])
        return
    for number, mark in enumerate(marks, 1):
        say(f"{number:>2}  {_words(mark)}")
    if not marks:
        say("no marks yet: stillnight mark add donation --date 2026-11-02")


def _words(mark: Mark) -> str:
    return f"{mark.date}  {mark.words}"


def _shape(mark: Mark) -> dict[str, object]:
    shape: dict[str, object] = {"date": mark.date.isoformat(), "kind": mark.kind}
    return shape | ({"text": mark.text} if mark.text else {})
