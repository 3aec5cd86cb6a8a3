"""``stillnight merge``: two versions of one journal into one, for git and Unison."""

from __future__ import annotations

import os
from pathlib import Path

from stillnight.cli.call import Call
from stillnight.cli.parser import Parser
from stillnight.domain.errors import StoreError

_SET_UP = """\
The result is written to A, or to FILE. Everything that either version knows is in it,
whichever comes first; where both changed an answer the later one is shown and the other
kept. No other file is touched. A damaged version, or two different journals: exit 1,
nothing written.

git, one line in .gitattributes:
  journal.json merge=stillnight
and two in .git/config:
  [merge "stillnight"]
  driver = stillnight merge %O %A %B
Unison, two lines in the profile:
  backupcurrent = Name journal.json
  merge = Name journal.json -> stillnight merge --output NEW CURRENTARCHOPT CURRENT1 CURRENT2"""


def add_arguments(parser: Parser) -> None:
    """The versions, and where the result goes."""
    # Unison says nothing where it has none, not even an empty word
    parser.add_argument(
        "base", metavar="BASE", nargs="?", default="", help="what both were made of; may be empty or missing"
    )
    parser.add_argument("one", metavar="A", help="a version of the journal")
    parser.add_argument("other", metavar="B", help="another version of it")
    parser.add_argument("--output", metavar="FILE", help="write the result there and leave A as it is")
    parser.epilog = f"{_SET_UP}\n\n{parser.epilog}"


def run(call: Call) -> int:
    """Merge; any error leaves every file as it was."""
    from stillnight.storage.disk.atomic import replace_file
    from stillnight.storage.merging import Version, merge

    args = call.args
    one, other = (Version(name, _bytes(name)) for name in (args.one, args.other))
    merged = merge(_base(args.base), one, other)
    into = Path(args.output or args.one)
    if into.exists() and not into.is_file():
        raise StoreError(f"{into} is no ordinary file; nothing was written")
    try:
        replace_file(into.resolve(), merged)
    except OSError as error:
        raise StoreError(f"{into} could not be written: {error.strerror or error}") from None
    return 0


def _base(name: str) -> bytes:
    """The version that both were made of; nothing where there is none."""
    return _bytes(name) if name and os.path.exists(name) else b""


def _bytes(name: str) -> bytes:
    """A version's bytes.

    Raises:
        StoreError: If it cannot be read.
    """
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise StoreError(f"{name} cannot be read: {error.strerror or error}; nothing was written") from None
