"""Puzzles on lines: nothing is judged, and it ends when somebody stops."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.cli.relief.guides import every_guide
from tests.clocks import EVENING

from stillnight.cli.asked_lines import COLUMNS, fitted
from stillnight.cli.relief.course import begin_course, turn
from stillnight.cli.relief.puzzling import KEYS, replied
from stillnight.resources import read_seed
from stillnight.tips.coach.puzzle_words import parse_puzzle_words
from stillnight.tips.coach.puzzling import Puzzling

GUIDE = next(guide for guide in every_guide() if guide.tip == "alert_mind")


@pytest.fixture
def course():
    return begin_course(GUIDE, EVENING, puzzling=Puzzling(parse_puzzle_words(read_seed("puzzles")), seed=7))


def test_it_begins_with_the_first_question_and_its_own_keys(course):
    assert course.said[-2:] == (KEYS, course.puzzling.puzzle.question)
    assert not any("p pause" in line for line in course.said)


@pytest.mark.parametrize("typed", ["", "42", "p", "b"])
def test_whatever_is_typed_shows_the_answer_and_the_next_enter_another_question(course, typed):
    first = course.puzzling.puzzle
    course = turn(course, EVENING, typed)
    assert course.said == (first.answer, "Enter: another one.")
    course = turn(course, EVENING, "")
    assert course.said == (course.puzzling.puzzle.question,)
    assert course.puzzling.puzzle != first


def test_a_hint_is_given_with_the_question_again(course):
    at = next(at for at in map(course.puzzling.moved, range(20)) if at.puzzle.hint)
    assert replied(at, "?") == (at, [at.puzzle.hint, at.puzzle.question])


def test_where_there_is_no_hint_that_is_said(course):
    at = next(at for at in map(course.puzzling.moved, range(20)) if not at.puzzle.hint)
    assert replied(at, "?") == (at, ["There is no hint to this one.", at.puzzle.question])
    assert turn(course, EVENING, "?").puzzling == course.puzzling


@pytest.mark.parametrize("word", ["s", "q"])
def test_who_has_had_enough_is_done_not_stopped(course, word):
    assert turn(course, EVENING + timedelta(seconds=20), word).is_done


def test_without_puzzles_the_step_is_one_that_enter_ends():
    course = begin_course(GUIDE, EVENING)
    assert course.said[-1].endswith("Enter when you have done it.")
    assert turn(course, EVENING, "").is_done


def test_no_line_of_the_first_hundred_is_too_wide(course):
    said = list(course.said)
    for _ in range(100):
        for typed in ("?", "", ""):
            course = turn(course, EVENING, typed)
            said += course.said
    assert max(map(len, fitted(said))) <= COLUMNS
