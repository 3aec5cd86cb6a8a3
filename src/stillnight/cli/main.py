"""The front door of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from stillnight.cli.console import INTERRUPTED, finish, forget_output, forgiving, warn
from stillnight.cli.house import House, Opener
from stillnight.domain.errors import StillnightError

PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None, opener: Opener | None = None) -> int:
    """Run the program.

    Args:
        argv: What was typed after ``stillnight``.
        opener: Opens the store of a journal file; ``None`` is the way of :class:`House`.

    Returns:
        The exit code: 0 done, 1 failed, 2 bad input, 130 interrupted, 141 the reader went away.
    """
    forgiving()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        code = run(given, opener)
        finish()
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
        forget_output()
        return PIPE_CLOSED
    except Exception as error:
        from stillnight.cli.crash import say_crash

        say_crash(error)
        return _is_due(given) or 1


def run(argv: Sequence[str], opener: Opener | None) -> int:
    """Open the screen, or do what was typed.

    Raises:
        StillnightError: If it is not to be done, or fails.
    """
    if not argv:
        # the way that is gone every night: it needs no parser
        from stillnight.cli.opening import open_app

        return open_app(House(os.environ, None, opener, for_screen=True), None)
    from stillnight.cli.typed import run_typed

    return run_typed(argv, opener)


def _is_due(argv: Sequence[str]) -> int:
    """``due`` says everything by its exit code, so every error of it is 2: 1 would mean *not yet*."""
    from stillnight.cli.parser import split_command

    return 2 if split_command(argv)[1] == "due" else 0
