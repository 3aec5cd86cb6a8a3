"""Telling a line of the form's keys from a command, and running it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from stillnight.cli.call import Call
from stillnight.cli.house import House, Opener
from stillnight.cli.parser import TAKE_VALUE, Parser, add_shared
from stillnight.cli.table import COMMANDS
from stillnight.journal.line.words import NOTE_WORDS, begins_line

_ABOUT = """\
Write tonight down with the keys of the form, in one line. A word is one answer, and the whole line is
saved at once or not at all."""

_KEYS = """\
evening:
  6, x            how strong the urge to move was, 0-9, x is 10
  2130, 21:30     when it was first felt; . same as last time, - not yet, * all day
                  (a shell keeps * for itself: write all_day)
  c2, s7, y       a factor's letter, and how much; cc is no, c2@1530 says when last
  n               no to every factor that is asked and not answered
  wctl, fcb       where, what it feels like: the letters of the form, in one word
  u               the usual medicines
  L               the lights go out now
  note WORDS      a note, to the end of the line; o is the same
night:
  7               awake, urge 7
morning:
  4 3 2 20        quality, rested, disturbed, minutes until asleep; what is supposed is saved along
  q4 s20 w0640    a row's letter and its answer; b. takes what the row offers

stillnight factor list shows the letters
example: stillnight 6 . c2 s7 u L"""


def is_line(first: str) -> bool:
    """Does a line of keys begin with this word? A word that is nearly a command is a slip of that."""
    if first.isalpha() and len(first) > 2 and first not in NOTE_WORDS:
        from difflib import get_close_matches

        names = [command.name for command in COMMANDS]
        if get_close_matches(first, names) or any(name.startswith(first) for name in names):
            return False
    return begins_line(first)


def run_line(argv: Sequence[str], opener: Opener | None) -> int:
    """Run a line of keys.

    Raises:
        StillnightError: If it is not to be done, or fails.
    """
    from stillnight.cli.commands import keys

    options, words = split_line_options(argv)
    args = _parser().parse_args(options)
    args.keys = words
    house = House(os.environ, args.journal, opener)
    house.take_in_mail()
    code = keys.run(Call("keys", args, house))
    house.say_news()
    return code


def split_line_options(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """The options around the keys, and the keys; what follows ``note`` is text, whatever it looks like."""
    options: list[str] = []
    words: list[str] = []
    rest = list(argv)
    while rest and rest[0] not in NOTE_WORDS:
        word = rest.pop(0)
        if not word.startswith("--") and word != "-h":
            words.append(word)
            continue
        options.append(word)
        if word in TAKE_VALUE and rest:
            options.append(rest.pop(0))
    return options, words + rest


def _parser() -> Parser:
    parser = Parser("stillnight", _ABOUT, _KEYS)
    parser.usage = "stillnight KEY [KEY …] [--night DATE] [note WORDS …]"
    add_shared(parser)
    parser.add_argument(
        "--night", metavar="DATE", help="another night than tonight: 2026-11-18, yesterday, mon, 18 Nov"
    )
    return parser
