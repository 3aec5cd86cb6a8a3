"""Asking before something that is not to happen by a slip of the hand."""

from __future__ import annotations

import sys

from stillnight.cli.console import finish, put
from stillnight.cli.keyboard_line import typed_line
from stillnight.domain.errors import BadInput


def need_answer(command: str) -> None:
    """Refuse where nobody can be asked.

    Raises:
        BadInput: If there is no terminal to answer at.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput(f"{command} asks first, and nobody can answer here: look at the list and add --yes")


def is_answered(question: str, answers: tuple[str, ...] = ("y", "yes")) -> bool:
    """Ask on the terminal; was one of the answers typed? Anything else, and the end of input, is a no."""
    put(f"{question} ")
    finish()
    line = typed_line(sys.stdin)
    if not line:
        put("\n")
    return " ".join(line.split()).lower() in answers
