"""``stillnight move PATH|SERVICE``: take the journal to another place, with everything that belongs to it."""

from __future__ import annotations

import os
from pathlib import Path

from stillnight.cli.call import Call
from stillnight.cli.console import say, warn
from stillnight.cli.living import meant, take_to
from stillnight.cli.parser import Parser
from stillnight.storage.inbox import NAME


def add_arguments(parser: Parser) -> None:
    """The place."""
    parser.add_argument(
        "place",
        metavar="PATH|SERVICE",
        help="a folder, a new file, or a service: dropbox, icloud, nextcloud …",
    )


def run(call: Call) -> int:
    """Take it there and say where the old file is kept; any error leaves everything as it was."""
    old = call.house.place.path
    moved = take_to(call.house, meant(call.house, call.args.place))
    if moved.kept is None and moved.left is None:
        say(f"there was no journal yet; it will be {moved.path}")
        return 0
    say(f"the journal is now {moved.path}, read back and complete")
    if moved.kept:
        say(f"the old file is kept in {moved.kept}")
    if moved.left:
        warn(f"the old file {_why(moved.left)}: {moved.left}")
    if moved.devices:
        others = "one other device" if moved.devices == 1 else f"{moved.devices} other devices"
        say(f"{others} wrote in it and still look at {old}: say stillnight use there, too")
    if os.path.exists(inbox := old.parent / NAME):
        say(f"{inbox} stays where it is: let your phone write into {moved.path.parent / NAME} from now on")
    return 0


def _why(left: Path) -> str:
    """Why a file was not put away."""
    if os.path.exists(left):
        return "could not be taken away and stays where it is"
    return "is out of reach, so what other devices wrote there last did not come along"
