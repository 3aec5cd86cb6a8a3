"""Reading the command line: short, strict, and with errors of one line."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from copy import copy
from typing import Any, NoReturn

from stillnight import __version__
from stillnight.cli.table import COMMANDS, Command
from stillnight.domain.errors import BadInput

MOMENTS = ("evening", "night", "morning")
TAKE_VALUE = ("--journal", "--moment", "--night")
"""The options that may stand before a command or a line of keys and take a value."""


class Parser(ArgumentParser):
    """An argument parser that never guesses and never prints a usage instead of a reason."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        """Set it up for one command."""
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def add_json(self) -> None:
        """Give the command its ``--json``."""
        self.add_argument("--json", action="store_true", help="for programs: JSON instead of words")

    @property
    def options(self) -> dict[str, bool]:
        """Every option, and whether it takes a value."""
        return {name: action.nargs != 0 for name, action in self._option_string_actions.items()}

    @property
    def actions(self) -> Sequence[Action]:
        """Every argument, in order."""
        return tuple(self._actions)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse everything; options may stand before, between and after the words.

        Raises:
            BadInput: If something is left over or does not fit.
        """
        fresh = copy(namespace)
        found, left = self.parse_known_args(args, namespace)
        if any(not one.startswith("-") for one in left):
            # argparse takes all words at the first of them, unless it is told that options lie between
            found, left = self.parse_known_intermixed_args(args, fresh)
        if left:
            self.error(f"does not take {left[0]!r}")
        return found

    def error(self, message: str) -> NoReturn:
        """Refuse in one line.

        Raises:
            BadInput: Always.
        """
        name = self.prog.removeprefix("stillnight").strip()
        raise BadInput(f"{name}{': ' if name else ''}{message} ({self.prog} --help shows what it takes)")


def split_command(argv: Sequence[str]) -> tuple[list[str], str | None, list[str]]:
    """What stands before the command, the command itself, and what stands after it."""
    at = 0
    # a lone - is a key of the form
    while at < len(argv) and argv[at].startswith("-") and argv[at] != "-":
        at += 2 if argv[at] in TAKE_VALUE else 1
    return list(argv[:at]), argv[at] if at < len(argv) else None, list(argv[at + 1 :])


def front_parser() -> Parser:
    """The parser of what stands before the command."""
    listed = "\n".join(f"  {command.name:<10} {command.help}" for command in COMMANDS)
    parser = Parser(
        "stillnight",
        "A private journal for restless legs. Without a command it opens on the whole screen.",
        f"commands:\n{listed}\n\nstillnight COMMAND --help shows how each is used\n"
        "example: stillnight log 6 --onset 21:30 +caffeine=2\n\n"
        "the form's keys in one line (stillnight 6 --help): stillnight 6 . c2 s7 u L",
    )
    parser.add_argument("--version", action="version", version=f"stillnight {__version__}")
    add_shared(parser)
    return parser


def command_parser(command: Command) -> Parser:
    """The parser of one command, its arguments included."""
    parser = Parser(
        f"stillnight {command.name}",
        command.help if command.help.endswith("?") else f"{command.help}.",
        f"example: {command.example}",
    )
    add_shared(parser, default=SUPPRESS)
    command.load().add_arguments(parser)
    return parser


def add_shared(parser: Parser, default: str | None = None) -> None:
    """Give a parser what every command takes."""
    parser.add_argument("--journal", metavar="PATH", default=default, help="the journal file to work with")
    parser.add_argument(
        "--moment",
        choices=MOMENTS,
        default=default,
        help="open as if it were that time, whatever the clock says",
    )
