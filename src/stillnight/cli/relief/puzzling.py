"""Puzzles on lines: a question, its answer on Enter, the next question; no score; pure."""

from __future__ import annotations

from stillnight.tips.coach.puzzling import Puzzling

KEYS = "Type an answer if you like, Enter shows one. ? a hint, s stop."
_ANOTHER = "Enter: another one."
_NO_HINT = "There is no hint to this one."


def replied(at: Puzzling, typed: str) -> tuple[Puzzling, list[str]]:
    """Where it goes on after a line, and what is said; an answer is never judged.

    Args:
        at: Where it was.
        typed: What was typed, be it nothing.
    """
    if typed == "?":
        return at, [at.puzzle.hint or _NO_HINT, at.puzzle.question]
    after = at.went_on()
    return after, [after.puzzle.answer, _ANOTHER] if after.is_answered else [after.puzzle.question]
