"""Puzzles on lines: a question, its answer on Enter, the next question; no score; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stillnight.tips.coach.puzzle_words import PuzzleWords
from stillnight.tips.coach.puzzles import Puzzle, puzzle

KEYS = "Type an answer if you like, Enter shows one. ? a hint, s stop."
_ANOTHER = "Enter: another one."
_NO_HINT = "There is no hint to this one."


@dataclass(frozen=True, slots=True)
class Puzzling:
    """Where somebody is in a row of puzzles that never ends.

    Attributes:
        words: What they are made of.
        seed: Which row.
        number: Which puzzle of it, from 0.
        is_answered: Was its answer shown?
    """

    words: PuzzleWords
    seed: int
    number: int = 0
    is_answered: bool = False

    @property
    def puzzle(self) -> Puzzle:
        """The one that is asked."""
        return puzzle(self.words, self.seed, self.number)

    def hint(self) -> str:
        """What helps with it."""
        return self.puzzle.hint or _NO_HINT


def replied(at: Puzzling, typed: str) -> tuple[Puzzling, list[str]]:
    """Where it goes on after a line, and what is said; an answer is never judged.

    Args:
        at: Where it was.
        typed: What was typed, be it nothing.
    """
    if typed == "?":
        return at, [at.hint(), at.puzzle.question]
    if not at.is_answered:
        return replace(at, is_answered=True), [at.puzzle.answer, _ANOTHER]
    after = replace(at, number=at.number + 1, is_answered=False)
    return after, [after.puzzle.question]
