"""The questions about oneself: every one is whole, and a no is an answer."""

from __future__ import annotations

import pytest

from stillnight.domain.profile import WEEKS
from stillnight.domain.question import Question, is_answered, is_yes, parse_questions, to_ask
from stillnight.resources import read_seed

QUESTIONS = parse_questions(read_seed("profile"))


def test_the_questions_of_the_seeds_are_read_in_order():
    assert list(QUESTIONS)[:4] == ["pregnant_week", "postpartum_weeks", "snore", "witnessed_apnoea"]
    assert QUESTIONS["ckd"] == Question("ckd", "kidney disease", "Kidney disease?", is_condition=True)
    assert not QUESTIONS["snore"].is_condition


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.id)
def test_a_question_ends_with_a_question_mark_and_knows_its_answers(question):
    assert question.question.endswith("?")
    assert question.label
    assert question.most == WEEKS.get(question.id, 0)
    weeks = (0, question.most // 2, question.most, False)
    assert question.possible == (weeks if question.id in WEEKS else (True, False))
    assert question.answers == ("WEEKS|no" if question.id in WEEKS else "yes|no")


@pytest.mark.parametrize(
    ("profile", "answered"),
    [
        ({}, False),
        ({"ckd": None}, False),
        ({"ckd": True}, True),
        ({"ckd": False}, True),
        ({"conditions": ["ckd"]}, True),
        ({"conditions": ["falls"]}, False),
    ],
)
def test_yes_and_no_are_answers_and_nothing_is_none(profile, answered):
    assert is_answered(profile, "ckd") is answered


@pytest.mark.parametrize(("weeks", "answered"), [(0, True), (20, True), (False, True), (None, False)])
def test_weeks_and_a_no_to_them_are_answers(weeks, answered):
    assert is_answered({"pregnant_week": weeks}, "pregnant_week") is answered


@pytest.mark.parametrize(
    ("profile", "asked"),
    [
        ({}, ("ckd",)),
        ({"ckd": False}, ()),
        ({"ckd": True}, ("dialysis",)),
        ({"conditions": ["ckd"]}, ("dialysis",)),
        ({"ckd": True, "dialysis": False}, ()),
        ({"dialysis": False}, ()),
    ],
)
def test_a_question_that_comes_after_another_waits_for_its_yes(profile, asked):
    assert to_ask(profile, ["dialysis"], QUESTIONS) == asked


@pytest.mark.parametrize(
    ("weeks", "asked"), [(None, "pregnant_week"), (0, "pregnancy_complications"), (False, None)]
)
def test_week_nought_is_a_yes(weeks, asked):
    profile = {"pregnant_week": weeks}
    assert to_ask(profile, ["pregnancy_complications"], QUESTIONS) == ((asked,) if asked else ())


def test_what_is_asked_is_asked_once_and_what_is_no_question_not_at_all():
    assert to_ask({}, ["falls", "ckd", "dialysis", "colour"], QUESTIONS) == ("falls", "ckd")


def test_what_comes_first_is_a_question():
    assert {question.after for question in QUESTIONS.values()} <= {"", *QUESTIONS}


@pytest.mark.parametrize(
    ("value", "yes"), [(True, True), (0, True), (12, True), (False, False), (None, False), ("yes", False)]
)
def test_a_yes_is_a_plain_yes_or_a_number(value, yes):
    assert is_yes({"falls": value}, "falls") is yes
