"""From the words that were typed to the command that does them."""

from __future__ import annotations

import os
from collections.abc import Sequence

from stillnight.cli.call import Call
from stillnight.cli.house import House, Opener
from stillnight.cli.parser import command_parser, front_parser, split_command
from stillnight.cli.table import NAMES, find_command
from stillnight.cli.words import take_words

_NOT_LOOKING = frozenset(("due", "ask", "completion"))
"""They say nothing of a journal that is not there: cron wants an exit code, and a shell peace."""

_WITH_NIGHTS = frozenset((
    "log", "awake", "sit-still", "ask", "show", "find", "compare", "suggest", "triggers", "relief", "tips",
    "helped", "programme", "due", "export", "move",
))  # fmt: skip
"""They write nights or read them, so what a phone left in the inbox is taken in before."""


def run_typed(argv: Sequence[str], opener: Opener | None) -> int:
    """Find the command, parse its arguments, run it; without a command the screen opens.

    Args:
        argv: What was typed after ``stillnight``.
        opener: Opens the store of a journal file; ``None`` is the way of :class:`House`.

    Raises:
        StillnightError: If it is not to be done, or fails.
    """
    before, name, after = split_command(argv)
    if name == "help":
        return run_typed([*after[:1], "--help"], opener)
    if name is not None and name not in NAMES:
        from stillnight.cli.line import is_line, run_line

        if is_line(name):
            return run_line(argv, opener)
    front = front_parser().parse_args(before)
    if name is None:
        from stillnight.cli.opening import open_app

        return open_app(House(os.environ, front.journal, opener, for_screen=True), front.moment)
    command = find_command(name)
    parser = command_parser(command)
    options = parser.options
    rest, words = take_words(after, options) if command.takes_words else (after, [])
    args = parser.parse_args(rest, front)
    house = House(os.environ, args.journal, opener)
    if name in _WITH_NIGHTS:
        house.take_in_mail()
    code = command.load().run(Call(name, args, house, words, options))
    house.say_news(is_asked=name not in _NOT_LOOKING)
    return code
