"""Plain lines out and in: nothing is redrawn, nothing needs a colour, 40 columns are enough."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO

from stillnight.cli.console import finish, put, say
from stillnight.cli.keyboard_line import typed_line

COLUMNS, NARROWEST = 40, 20
"""No line is wider, whatever the terminal's width; on a narrower one they are as narrow as it, to a bound."""

_PROMPT = "> "


def say_lines(*texts: str) -> None:
    """Say something in lines that are narrow enough; its own line breaks stay."""
    for line in fitted(texts, max(min(get_terminal_size().columns, COLUMNS), NARROWEST)):
        say(line)


def fitted(texts: Iterable[str], columns: int = COLUMNS) -> list[str]:
    """Paragraphs as lines of so many columns at most; their own line breaks stay, and their indents."""
    lines = (line for text in texts for line in text.split("\n"))
    return [part for line in lines for part in _folded(line, columns)]


def _folded(line: str, columns: int) -> list[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return wrap(line, columns, subsequent_indent=indent) or [""]


class Answers:
    """The lines that somebody types, or that come from a pipe.

    Attributes:
        is_typed: Does somebody type them at a terminal?
        number: How many there were so far.
    """

    def __init__(self, stream: TextIO | None) -> None:
        """Read from a stream; a process without one has none."""
        self._stream = stream
        self.is_typed = stream is not None and stream.isatty()
        self.number = 0

    def next(self) -> str | None:
        """The next line; ``None`` when there are no more. What comes from a pipe is repeated aloud."""
        put(_PROMPT)
        finish()
        line = typed_line(self._stream) if self._stream else ""
        if not line:
            put("\n")
            return None
        self.number += 1
        text = line.strip()
        if not self.is_typed:
            put("\n".join(wrap(text, COLUMNS - len(_PROMPT), subsequent_indent="  ")) + "\n")
        return text


def answers() -> Answers:
    """The lines of the standard input."""
    stream = sys.stdin
    # what is no UTF-8 is refused by the field it was meant for, not by the pipe
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="surrogateescape")
    return Answers(stream)


def is_at_terminal() -> bool:
    """Does somebody read and type here? What is redirected waits for nobody."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
