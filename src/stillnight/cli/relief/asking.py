"""The few questions around a session, on plain lines; Enter skips each."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.cli.asked_lines import Answers, say_lines
from stillnight.cli.relief.offer import PAGE, offer_lines, picked
from stillnight.tips.coach.guide import Guide

BEFORE = "How strong is the urge to move?"
AFTER = "And the urge now?"
_TAKES = "0-9, x is 10. Enter skips."
_LEAVE = frozenset(("q", "quit", "s"))


class Left(Exception):
    """Somebody leaves instead of answering."""


def asked_urge(lines: Answers, question: str, takes: str = _TAKES) -> int | None:
    """The urge 0-10 that is typed; ``None`` where it was skipped.

    Raises:
        Left: If somebody leaves, or ends the input.
    """
    say_lines(question, takes)
    while True:
        typed = _next(lines)
        urge = read_urge(typed)
        if urge is not None or not typed:
            return urge
        say_lines(takes)


def read_urge(typed: str) -> int | None:
    """An urge as it is typed, one key each; ``None`` where it is none."""
    if typed in ("x", "X", "10"):
        return 10
    return int(typed) if len(typed) == 1 and typed in "0123456789" else None


def asked_guide(lines: Answers, guides: Sequence[Guide]) -> Guide:
    """The session that is chosen among some; there is at least one.

    Raises:
        Left: If somebody leaves, or ends the input.
    """
    first = 0
    say_lines(*offer_lines(guides))
    while True:
        typed = _next(lines)
        if typed.lower() in ("m", "more"):
            first = first + PAGE if first + PAGE < len(guides) else 0
        elif guide := picked(guides, typed):
            return guide
        say_lines(*offer_lines(guides, first))


def _next(lines: Answers) -> str:
    typed = lines.next()
    if typed is None or typed.lower() in _LEAVE:
        raise Left
    return typed
