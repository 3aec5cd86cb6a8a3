"""Commands of several deeds: add, list, remove; each deed takes only what belongs to it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence

from stillnight.cli.parser import Parser
from stillnight.domain.errors import BadInput

LIST = "list"


def add_deeds(parser: Parser, deeds: Sequence[str]) -> None:
    """The deed as the first word; the list where none is named."""
    parser.add_argument("deed", nargs="?", choices=deeds, default=LIST, metavar="|".join(deeds))


def refuse_stray(
    command: str, args: Namespace, options: Sequence[str], taken: Mapping[str, Sequence[str]]
) -> None:
    """Refuse an option that another deed takes: it would be dropped without a word.

    Args:
        command: The command.
        args: What was parsed.
        options: The names of the options that belong to some deed only, as parsed.
        taken: Deed to the options that it takes.

    Raises:
        BadInput: At the first one.
    """
    allowed = taken.get(args.deed, ())
    stray = next((name for name in options if getattr(args, name) is not None and name not in allowed), None)
    if stray is not None:
        deeds = " and ".join(deed for deed, names in taken.items() if stray in names)
        raise BadInput(f"--{_shown(stray)} belongs to {command} {deeds}, not to {command} {args.deed}")


def refuse_words(command: str, args: Namespace, words: Sequence[str | None]) -> None:
    """Refuse words that nothing would be done with.

    Raises:
        BadInput: If there are any.
    """
    left = [word for word in words if word is not None]
    if left:
        raise BadInput(f"{command} {args.deed} does not take {left[0]!r} (stillnight {command} --help)")


def _shown(name: str) -> str:
    return {"klass": "class", "start": "from", "end": "to", "usual": "usual"}.get(name, name).replace(
        "_", "-"
    )
