"""Paragraphs as lines that fit the terminal."""

from __future__ import annotations

from shutil import get_terminal_size
from textwrap import wrap

from stillnight.cli.console import say

NARROWEST, WIDEST = 40, 100


def say_wrapped(*texts: str) -> None:
    """Say each text in lines no wider than the terminal; an empty one is an empty line."""
    columns = min(max(get_terminal_size().columns, NARROWEST), WIDEST)
    for text in texts:
        for line in wrap(text, columns, break_on_hyphens=False) or [""]:
            say(line)
