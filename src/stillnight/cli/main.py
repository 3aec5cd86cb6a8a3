"""The front door of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from stillnight.cli.call import Call
from stillnight.cli.console import forgiving, warn
from stillnight.cli.house import House, Opener, open_file_store
from stillnight.cli.parser import command_parser, front_parser, split_command
from stillnight.cli.table import find_command
from stillnight.cli.words import take_words
from stillnight.domain.errors import StillnightError

INTERRUPTED, PIPE_CLOSED = 130, 141


def main(argv: Sequence[str] | None = None, opener: Opener = open_file_store) -> int:
    """Run the program.

    Args:
        argv: What was typed after ``stillnight``.
        opener: Opens the store of a journal file.

    Returns:
        The exit code: 0 done, 1 failed, 2 bad input, 130 interrupted, 141 the reader went away.
    """
    forgiving()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        code = run(given, opener)
        sys.stdout.flush()
        return code
    except SystemExit as end:
        # argparse leaves this way after --help and --version
        return end.code if isinstance(end.code, int) else 0
    except StillnightError as error:
        warn(str(error))
        return _is_due(given) or error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except Exception as error:
        from stillnight.cli.crash import say_crash

        say_crash(error)
        return _is_due(given) or 1


def run(argv: Sequence[str], opener: Opener) -> int:
    """Find the command, parse its arguments, run it.

    Raises:
        StillnightError: If it is not to be done, or fails.
    """
    before, name, after = split_command(argv)
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
    return command.load().run(Call(name, args, house, words, options))


def _is_due(argv: Sequence[str]) -> int:
    """``due`` says everything by its exit code, so every error of it is 2: 1 would mean *not yet*."""
    return 2 if split_command(argv)[1] == "due" else 0


def _forget_output() -> None:
    """Point stdout at nothing, so that Python does not complain about the closed pipe at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
