"""All commands as one plain parser, with the words that fit in each place."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser
from collections.abc import Iterable, Sequence

from stillnight.cli.completion.offered import Offered
from stillnight.cli.parser import command_parser, front_parser
from stillnight.cli.table import COMMANDS, Command

_RATINGS = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "x")


def tree_of(offered: Offered, file: object) -> ArgumentParser:
    """The parser; it is read by those who write scripts and never parses anything.

    Args:
        offered: What fits where.
        file: The mark that their library wants where a file fits.
    """
    root = ArgumentParser("stillnight")
    for action in front_parser().actions:
        _add(root, action, action.choices or _said(action), file if action.dest == "journal" else None)
    commands = root.add_subparsers()
    for command in COMMANDS:
        parser = commands.add_parser(command.name, help=_plain(command.help))
        _add_command(parser, command, offered, file)
    return root


def _add_command(parser: ArgumentParser, command: Command, offered: Offered, file: object) -> None:
    for action in command_parser(command).actions:
        place = (command.name, action.dest)
        if command.takes_words and not action.option_strings:
            continue
        words = offered.places.get(place) or action.choices or _said(action)
        is_file = place in offered.files or action.dest == "journal"
        _add(parser, action, words, file if is_file else None)
    if command.takes_words:
        _add_words(parser, command, offered)


def _add_words(parser: ArgumentParser, command: Command, offered: Offered) -> None:
    """``+factor`` stands among the words, ``-factor`` looks like an option."""
    ratings = _RATINGS if command.name == "log" else ()
    yes = [f"+{slug}" for slug in offered.factors]
    parser.add_argument("words", nargs="*", choices=[*ratings, *yes], help="a factor of the day")
    for slug, factor in offered.factors.items():
        parser.add_argument(f"-{slug}", action="store_true", help=_plain(f"no {factor.label}"))


def _add(parser: ArgumentParser, action: Action, words: Iterable[object], file: object) -> None:
    """The same argument, under a name and with words that no shell can mistake for its own signs."""
    if action.dest == "help":
        return
    about = _plain(action.help)
    if action.option_strings and action.nargs == 0:
        parser.add_argument(*action.option_strings, action="store_true", help=about)
        return
    made = parser.add_argument(*(action.option_strings or [action.dest]), nargs=action.nargs, help=about)
    made.metavar = re.sub(r"\W", "", action.dest)
    made.choices = [str(word) for word in words] or None
    if file is not None:
        made.complete = file  # type: ignore[attr-defined]


def _said(action: Action) -> Sequence[str]:
    """The words that an argument's own name lists: ``both|left|right``."""
    name = action.metavar if isinstance(action.metavar, str) else ""
    words = [word for word in re.split(r"[|,]", name) if re.fullmatch(r"[a-z_]+", word)]
    return words if len(words) > 1 else []


def _plain(text: str | None) -> str:
    """A help without the signs that a shell or a parser would take for its own."""
    return re.sub(r"[^\w\s.,;/+-]", "", (text or "").replace("%%", "percent")).strip()
