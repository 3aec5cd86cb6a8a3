"""Paragraphs as lines that fit the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap

from stillnight.cli.console import say

NARROWEST, WIDEST = 40, 100
"""The columns that lines have at least and at most."""


def say_wrapped(*texts: str, indent: int = 0, hang: int = 0) -> None:
    """Say each text in lines no wider than the terminal; an empty one is an empty line.

    Args:
        texts: The paragraphs.
        indent: The columns by which they are set in.
        hang: So many columns more by which what is folded is set in.
    """
    columns = min(max(get_terminal_size().columns, NARROWEST), WIDEST)
    first, later = " " * indent, " " * (indent + hang)
    for text in texts:
        lines = wrap(text, columns, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)
        for line in lines or [""]:
            say(line)


def say_card(lines: Iterable[str]) -> None:
    """Say the lines of a card, each folded under its own first word."""
    for line in lines:
        text = line.lstrip()
        indent = len(line) - len(text)
        say_wrapped(text, indent=indent, hang=2 if indent else 0)
