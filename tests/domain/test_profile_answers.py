"""Answers to the questions about oneself."""

from __future__ import annotations

import pytest

from stillnight.domain.errors import FieldError
from stillnight.domain.profile_answers import answer_words, given_answer, read_answer
from stillnight.domain.question import Question

KIDNEY = Question("ckd", "kidney disease", "Kidney disease?", is_condition=True)
WEEK = Question("pregnant_week", "pregnant", "Pregnant?", "weeks", 42)
BIRTH = Question("postpartum_weeks", "weeks since a birth", "A birth?", "weeks", 104)


@pytest.mark.parametrize(
    ("question", "typed", "answer"),
    [
        (KIDNEY, "yes", True), (KIDNEY, " No ", False), (KIDNEY, "y", True), (KIDNEY, "n", False),
        (KIDNEY, "not_asked", None), (KIDNEY, "not asked", None), (KIDNEY, "-", None),
        (WEEK, "20", 20), (WEEK, "0", 0), (WEEK, "42", 42), (WEEK, "no", False), (WEEK, "not_asked", None),
        (BIRTH, "104", 104),
    ],
)  # fmt: skip
def test_an_answer_is_read(question, typed, answer):
    assert read_answer(question, typed) == answer
    assert type(read_answer(question, typed)) is type(answer)


@pytest.mark.parametrize(
    ("question", "typed", "says"),
    [
        (KIDNEY, "maybe", "ckd: 'maybe' does not fit, it takes yes, no or not_asked"),
        (KIDNEY, "20", "yes, no or not_asked"),
        (KIDNEY, "", "yes, no"),
        (WEEK, "43", "a number of weeks from 0 to 42, no or not_asked"),
        (WEEK, "yes", "a number of weeks from 0 to 42"),
        (WEEK, "-1", "a number of weeks"),
        (WEEK, "\u0662", "a number of weeks"),
        (WEEK, "1" * 5000, "a number of weeks"),
    ],
)
def test_what_answers_another_question_is_refused(question, typed, says):
    with pytest.raises(FieldError, match=says):
        read_answer(question, typed)


@pytest.mark.parametrize(
    ("question", "profile", "answer"),
    [
        (KIDNEY, {}, None),
        (KIDNEY, {"ckd": True}, True),
        (KIDNEY, {"ckd": False}, False),
        (KIDNEY, {"conditions": ["ckd"]}, True),
        (KIDNEY, {"conditions": ["implant"]}, None),
        (KIDNEY, {"ckd": "perhaps"}, None),
        (WEEK, {"pregnant_week": 0}, 0),
        (WEEK, {"pregnant_week": False}, False),
        (WEEK, {"pregnant_week": "20"}, None),
    ],
)
def test_the_answer_on_record_is_told(question, profile, answer):
    assert given_answer(profile, question) == answer
    assert type(given_answer(profile, question)) is type(answer)


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        (KIDNEY, True, "yes"), (KIDNEY, False, "no"), (KIDNEY, None, "not asked"),
        (WEEK, 20, "week 20"), (WEEK, 0, "week 0"), (BIRTH, 1, "1 week"), (BIRTH, 9, "9 weeks"),
    ],
)  # fmt: skip
def test_an_answer_is_told_in_words(question, answer, words):
    assert answer_words(question, answer) == words
