"""The questions that would decide something tonight, the weightiest first."""

from __future__ import annotations

import pytest
from tests.rules.seeds import seed_library
from tests.rules.worlds import facts, ferritin

from stillnight.journal.questions import OpenQuestion, open_questions, tip_asks

LIBRARY = seed_library()

LEGS = [(day, {"severity": 5}) for day in range(14)]


def asked(**world):
    return {one.question.id: one.decides for one in open_questions(LIBRARY, facts(**world))}


def test_an_empty_journal_asks_for_the_kidneys_breathing_and_what_speaks_against_tips():
    questions = list(asked())
    assert questions[:2] == ["ckd", "witnessed_apnoea"]
    assert "dvt_past" in questions
    assert "dialysis" not in questions
    assert "pregnancy_complications" not in questions


def test_low_iron_asks_first_what_it_means_beside_iron():
    found = asked(labs=[ferritin(40)])
    assert list(found)[:2] == ["haemochromatosis", "ckd"]
    assert found["haemochromatosis"] == ("I02", "I02D")
    assert found["ckd"] == ("I02", "L03")


def test_restless_legs_ask_for_pregnancy_before_the_kidneys():
    assert list(asked(rows=LEGS))[:3] == ["pregnant_week", "postpartum_weeks", "ckd"]


def test_of_the_questions_for_tips_the_one_with_the_most_tips_stands_first():
    found = asked()
    tips = [ids for ids in found.values() if ids[0] in LIBRARY.tips]
    assert [len(ids) for ids in tips] == sorted(map(len, tips), reverse=True)


@pytest.mark.parametrize("answer", [True, False])
def test_what_is_answered_is_not_asked(answer):
    profile = {id: answer if one.most == 0 else 12 for id, one in LIBRARY.questions.items()}
    assert asked(profile=profile) == {}


def test_a_tip_that_is_gone_already_asks_nothing_more():
    assert any("heat_pad" in ids for ids in asked().values())
    assert not any("heat_pad" in ids for ids in asked(profile={"neuropathy": True}).values())


def test_what_is_for_information_only_asks_nothing():
    assert "metal_leg" not in asked()


def test_a_tip_asks_for_what_would_take_it_away():
    bath = LIBRARY.tips["warm_bath"]
    assert tip_asks(bath, LIBRARY, facts()) == (
        "pregnant_week", "neuropathy", "diabetes", "pad", "heat_rub", "dizziness", "epilepsy",
    )  # fmt: skip
    known = dict.fromkeys(("pregnant_week", "neuropathy", "diabetes", "pad", "heat_rub", "dizziness"), False)
    assert tip_asks(bath, LIBRARY, facts(profile=known)) == ("epilepsy",)


def test_a_question_is_handed_out_whole():
    first = open_questions(LIBRARY, facts())[0]
    assert isinstance(first, OpenQuestion)
    assert first.question.question == "Kidney disease?"
