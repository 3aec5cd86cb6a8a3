"""``stillnight use PATH``: keep the journal somewhere else from now on."""

from __future__ import annotations

import contextlib

from stillnight.cli.call import Call
from stillnight.cli.console import say, warn
from stillnight.cli.parser import Parser
from stillnight.domain.errors import BadInput
from stillnight.paths import JOURNAL_VARIABLE, journal_file
from stillnight.settings import write_setting


def add_arguments(parser: Parser) -> None:
    """The place."""
    parser.add_argument("path", metavar="PATH", help="the journal file, or the folder for it")


def run(call: Call) -> int:
    """Check the place, keep it, say what it means. Nothing is moved or copied."""
    house = call.house
    path = journal_file(call.args.path)
    if not path.parent.is_dir():
        raise BadInput(f"there is no folder {path.parent}: make it first")
    before = None
    with contextlib.suppress(BadInput):  # a place that was said wrongly is mended here
        before = house.place.path
    write_setting(house.folders.config, "journal", str(path))
    there = "it is there already" if path.exists() else "it begins with the first entry"
    say(f"the journal is now {path} ({there})")
    if before is not None and before != path and before.exists():
        say(f"the one in use so far stays where it is: {before}")
    if house.environ.get(JOURNAL_VARIABLE):
        warn(f"{JOURNAL_VARIABLE} is set and still wins over this setting")
    return 0
