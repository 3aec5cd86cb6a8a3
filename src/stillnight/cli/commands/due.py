"""``stillnight due``: for cron and shells, the exit code says whether tonight is logged."""

from __future__ import annotations

from stillnight.cli.call import Call
from stillnight.cli.console import say, say_json
from stillnight.cli.parser import Parser
from stillnight.cli.said import night_title

LOGGED, NOT_YET = 0, 1


def add_arguments(parser: Parser) -> None:
    """How to say it."""
    parser.add_json()
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing, only exit 0, 1 or 2")


def run(call: Call) -> int:
    """Exit 0 when tonight is logged, 1 when not yet."""
    journal = call.house.journal
    night = journal.browse.night(journal.tonight)
    if call.args.json:
        say_json({"night": night.date.isoformat(), "logged": night.logged})
    elif not call.args.quiet:
        say(f"{night_title(night.date)}: {'logged' if night.logged else 'not logged yet'}")
    return LOGGED if night.logged else NOT_YET
