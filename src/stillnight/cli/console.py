"""Saying things on a terminal or into a pipe."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from stillnight.domain.errors import StillnightError

INTERRUPTED = 130
"""The exit code after Ctrl+C."""


class OutputLost(StillnightError):
    """What was to be said could not be written."""


def say(text: str = "") -> None:
    """Print words that may hold anything somebody typed."""
    put(harmless(text) + "\n")


def say_json(value: object, indent: int | None = None) -> None:
    """Print one JSON value, in any script the output can carry."""
    unicode = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    put(json.dumps(value, ensure_ascii=not unicode, indent=indent, allow_nan=False) + "\n")


def put(text: str) -> None:
    """Write to stdout as it is.

    Raises:
        OutputLost: If it cannot be written, because a disk is full for example.
        BrokenPipeError: If nobody reads any more.
    """
    # a process started without an output has nobody to tell
    if sys.stdout is not None:
        with _watched():
            sys.stdout.write(text)


def finish() -> None:
    """Make sure that everything said has really gone out; raises like :func:`put`."""
    if sys.stdout is not None:
        with _watched():
            sys.stdout.flush()


def forget_output() -> None:
    """Point stdout at nothing, so that Python does not complain about it once more at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())


def warn(text: str) -> None:
    """Print one line on stderr: something to know that is no failure, or the reason of one."""
    print(f"stillnight: {harmless(' '.join(text.split()))}", file=sys.stderr)


def harmless(text: str) -> str:
    """The text without the signs that steer a terminal; line breaks and tabs stay."""
    return "".join(
        sign if sign in "\n\t" or not _steers(sign) else "\N{REPLACEMENT CHARACTER}" for sign in text
    )


def forgiving() -> None:
    """Let the output take every sign: what its encoding lacks is spelled out instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@contextmanager
def _watched() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        forget_output()
        raise OutputLost(f"the output could not be written: {error.strerror or error}") from error


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")
