"""``stillnight purge [NIGHT]``: remove a night for good, or everything that was deleted."""

from __future__ import annotations

from typing import Any

from stillnight.cli.agreeing import is_answered, need_answer
from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json, warn
from stillnight.cli.dates import read_night
from stillnight.cli.parser import Parser
from stillnight.domain.keeping import Purging
from stillnight.journal.journal import Journal
from stillnight.journal.purging import WARNING, Doomed, doomed_bin, doomed_night, purge


def add_arguments(parser: Parser) -> None:
    """Which night."""
    parser.add_argument(
        "night", nargs="?", metavar="NIGHT", help="the night; without it everything that was deleted"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_json()


def run(call: Call) -> int:
    """Show what would go, ask, and remove it wherever it is within reach."""
    journal, args = call.house.journal, call.args
    doomed = _doomed(journal, args.night)
    if args.json and not args.yes:
        say_json(_shape(doomed))
        return 0
    if not doomed.records:
        say("nothing to purge: the bin is empty")
        return 0
    if not args.json:
        for line in doomed.lines(journal.ledgers.factors()):
            say(f"  {line}".replace("\n", " / "))
    if not args.yes and not _is_agreed(doomed):
        say("left as it is")
        return 0
    done = purge(journal.desk.store.keeping, doomed)
    _say_done(journal, doomed, done, args.json)
    return 0


def _doomed(journal: Journal, typed: str | None) -> Doomed:
    keeping = journal.desk.store.keeping
    return doomed_bin(keeping) if typed is None else doomed_night(keeping, read_night(typed, journal.tonight))


def _is_agreed(doomed: Doomed) -> bool:
    need_answer("purge")
    say(WARNING)
    return is_answered(f"type {doomed.consent} to purge {doomed.count}:", (doomed.consent,))


def _say_done(journal: Journal, doomed: Doomed, done: Purging, as_json: bool) -> None:
    receipt = done.receipt
    if as_json:
        shape = _shape(doomed) | {"purged": receipt.changed, "published": receipt.published}
        say_json(shape | {"left": list(done.left)})
    else:
        say(f"purged {receipt.at.astimezone(journal.desk.clock.zone):%H:%M}: {doomed.count}")
    if receipt.problem:
        warn(receipt.problem)
    for path in done.left:
        warn(f"words of it still stand in {path}: delete that file yourself if you do not need it")


def _shape(doomed: Doomed) -> dict[str, Any]:
    return {
        "night": doomed.night.isoformat() if doomed.night else None,
        "records": [{"table": table, "id": number} for (table, number), _ in doomed.records],
    }
