"""Asking on plain lines: for screen readers, for ssh, for input that comes out of a pipe."""

from __future__ import annotations

import shutil
import sys
import textwrap

from stillnight.cli.console import finish, put, say

NARROWEST, WIDEST = 40, 80
"""Columns that words are wrapped to at least and at most."""


def say_wrapped(text: str, indent: str = "") -> None:
    """Print words, wrapped to the terminal's width and set in."""
    columns = min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    say(
        textwrap.fill(
            text, columns - 1, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
    )


def next_line(prompt: str = "> ") -> str | None:
    """The next line that is typed or comes out of the pipe; ``None`` at its end."""
    if sys.stdin is None:
        return None
    put(prompt)
    finish()
    line = sys.stdin.readline()
    if not line:
        say()
        return None
    if not is_typed():
        # what comes out of a pipe leaves no trace of itself
        say()
    return line.rstrip("\n")


def is_typed() -> bool:
    """Does somebody sit there who can answer again after a slip?"""
    return sys.stdin is not None and sys.stdin.isatty()
