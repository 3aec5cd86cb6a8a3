"""Where somebody is in a row of puzzles: a question, its answer, the next question. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stillnight.tips.coach.puzzle_words import PuzzleWords
from stillnight.tips.coach.puzzles import Puzzle, puzzle


@dataclass(frozen=True, slots=True)
class Puzzling:
    """A place in a row of puzzles that never ends; no answer is judged.

    Attributes:
        words: What the puzzles are made of.
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

    @property
    def beside(self) -> str:
        """The answer once it is shown; before that what helps to begin."""
        return self.puzzle.answer if self.is_answered else self.puzzle.hint

    def went_on(self) -> Puzzling:
        """The answer, and after it the next question."""
        return self.moved(1) if self.is_answered else replace(self, is_answered=True)

    def moved(self, puzzles: int) -> Puzzling:
        """So many puzzles on, or back."""
        return replace(self, number=max(self.number + puzzles, 0), is_answered=False)
