"""The questions themselves: whole, honest, pointing at what exists."""

from __future__ import annotations

import pytest
from tests.rules.seeds import seed_library

from stillnight.journal.checkup.question import Kind, fed_by

LIBRARY = seed_library()
QUESTIONS = LIBRARY.checkup
IDS = [question.id for question in QUESTIONS]

every_question = pytest.mark.parametrize("question", QUESTIONS, ids=IDS)


def test_there_are_nine_that_everybody_is_asked():
    assert sum(not question.after for question in QUESTIONS) == 9
    assert len(set(IDS)) == len(IDS)


def test_every_rule_that_is_fed_exists():
    assert fed_by(QUESTIONS) <= {rule.id for rule in LIBRARY.rules}


@every_question
def test_a_question_follows_one_before_it_and_an_answer_that_one_has(question):
    if not question.after:
        assert question.answers == ()
        assert question.kind is Kind.CHOICE
        assert question.feeds
        return
    before = QUESTIONS[IDS.index(question.after)]
    assert IDS.index(question.after) < IDS.index(question.id)
    assert set(question.answers) <= set(before.choices)


@every_question
def test_a_question_stores_what_the_profile_asks(question):
    assert {*question.fields, *([question.profile] if question.profile else [])} <= set(LIBRARY.questions)
    assert set(question.stores) <= set(question.choices)
    if question.profile:
        assert question.most == LIBRARY.questions[question.profile].most


@every_question
def test_a_question_is_short_enough_for_a_small_screen_and_asks(question):
    assert question.ask.endswith("?") or question.ask.endswith("if you know?")
    assert len(question.ask) <= 90
    assert all(len(words) <= 40 for words in question.choices.values())


@every_question
def test_what_the_help_claims_has_a_grade_and_known_sources(question):
    assert bool(question.grade) == bool(question.sources)
    assert set(question.sources) <= set(LIBRARY.sources)
    assert not question.grade or question.grade in LIBRARY.wording.grades
