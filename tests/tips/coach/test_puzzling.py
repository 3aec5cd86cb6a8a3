"""A place in a row of puzzles."""

from __future__ import annotations

from stillnight.tips.coach.puzzle_words import PuzzleWords
from stillnight.tips.coach.puzzles import puzzle
from stillnight.tips.coach.puzzling import Puzzling

WORDS = PuzzleWords(wonders=("What is at the end of a rainbow?",))
FIRST = Puzzling(WORDS, seed=7)


def test_after_a_question_comes_its_answer_and_then_the_next_question():
    answered = FIRST.went_on()
    assert (FIRST.puzzle, FIRST.beside) == (puzzle(WORDS, 7, 0), puzzle(WORDS, 7, 0).hint)
    assert (answered.puzzle, answered.beside) == (FIRST.puzzle, FIRST.puzzle.answer)
    assert answered.went_on() == Puzzling(WORDS, 7, number=1)


def test_another_puzzle_is_not_answered_and_nothing_is_before_the_first():
    assert FIRST.went_on().moved(2) == Puzzling(WORDS, 7, number=2)
    assert FIRST.moved(1).moved(-5) == FIRST
