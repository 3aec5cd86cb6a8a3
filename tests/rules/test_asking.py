"""Questions of the profile are asked where an answer would change what is said, and nowhere else."""

from __future__ import annotations

import pytest

from stillnight.rules.asking import asks_of
from tests.rules.seeds import seed_library
from tests.rules.worlds import facts, ferritin, found, medicine, tsat

RULES = {rule.id: rule for rule in seed_library().rules}

LEGS = [(day, {"severity": 5}) for day in range(14)]
MILD = [(day, {"severity": 1}) for day in range(14)]


def asks(rule, **world):
    return asks_of(RULES[rule], facts(**world))


@pytest.mark.parametrize(
    ("rows", "profile", "asked"),
    [
        (LEGS, {}, ("pregnant_week", "postpartum_weeks")),
        (LEGS[:3], {}, ("pregnant_week",)),
        (MILD, {}, ()),
        ([], {}, ()),
        (LEGS, {"pregnant_week": False}, ("postpartum_weeks",)),
        (LEGS, {"pregnant_week": 20}, ()),
        (LEGS, {"pregnant_week": False, "postpartum_weeks": False}, ()),
    ],
)
def test_pregnancy_is_asked_only_where_the_legs_were_restless(rows, profile, asked):
    assert asks("L01", rows=rows, profile=profile) == asked


@pytest.mark.parametrize(
    ("profile", "asked"),
    [
        ({}, ("ckd",)),
        ({"ckd": True}, ()),
        ({"ckd": False}, ()),
        ({"dialysis": False}, ("ckd",)),
    ],
)
def test_the_kidneys_are_asked_before_dialysis(profile, asked):
    assert asks("L03", profile=profile) == asked


@pytest.mark.parametrize(
    ("labs", "asked"),
    [([ferritin(40)], ("haemochromatosis", "ckd")), ([ferritin(90)], ("haemochromatosis", "ckd")), ([], ())],
)
def test_iron_numbers_ask_what_could_make_them_mean_something_else(labs, asked):
    rule = "I03" if labs and labs[0].value == 90 else "I02"
    assert asks(rule, labs=labs) == asked


def test_a_rule_that_is_silent_for_another_reason_asks_nothing():
    assert asks("I02", labs=[ferritin(40), tsat(50)]) == ()
    assert asks("I02D", labs=[ferritin(40), tsat(50)]) == ("ckd",)


def test_a_rule_without_the_profile_in_it_asks_nothing():
    assert asks("M05", medicines=[medicine("quetiapine")]) == ()
    assert RULES["M05"].questions == {}


def idle(**more):
    return [(day, {"f.exercise": 0, **more}) for day in range(14)]


@pytest.mark.parametrize(
    ("profile", "asked"),
    [
        ({}, ("heart_unstable", "pregnant_week")),
        ({"heart_unstable": False}, ("pregnant_week",)),
        ({"heart_unstable": False, "pregnant_week": False}, ()),
        ({"heart_unstable": False, "pregnant_week": 12}, ("pregnancy_complications",)),
    ],
)
def test_a_rule_that_speaks_asks_what_its_gates_want_to_know(profile, asked):
    assert found(facts(idle(), profile=profile))["A01"].asks == asked


def test_a_silent_rule_asks_nothing_for_its_gates():
    assert asks("A01") == ()


def test_asking_changes_nothing_of_what_was_known():
    profile = {"haemochromatosis": False}
    world = facts(labs=[ferritin(40)], profile=profile)
    asks_of(RULES["I02"], world)
    assert (world.profile, profile) == ({"haemochromatosis": False}, {"haemochromatosis": False})


def test_every_rule_knows_the_questions_that_it_asks_and_those_before_them():
    assert list(RULES["I02"].questions) == ["haemochromatosis", "dialysis", "ckd"]
    assert set(RULES["A01"].questions) == {"heart_unstable", "pregnancy_complications", "pregnant_week"}
    assert set(RULES["S03"].questions) == {"witnessed_apnoea", "snore", "sleep_apnoea"}
