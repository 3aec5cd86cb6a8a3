"""The rules on pregnancy, kidneys, and how much it takes: fire, just do not fire, missing data."""

from __future__ import annotations

from datetime import datetime

import pytest

from stillnight.domain.night import Episode
from tests.rules.seeds import seed_library
from tests.rules.worlds import ago, at, facts, fires, found


def nights(severity, count, first=0, **more):
    return [(day, {"severity": severity, **more}) for day in range(first, first + count)]


@pytest.mark.parametrize(
    ("profile", "rows", "expected"),
    [
        ({"pregnant_week": 20}, nights(3, 1), True),
        ({"pregnant_week": 0}, nights(3, 1), True),
        ({"pregnant_week": 41}, nights(3, 1), True),
        ({"pregnant_week": 42}, nights(3, 1), False),
        ({"pregnant_week": False}, nights(3, 1), False),
        ({"pregnant_week": True}, nights(3, 1), True),
        ({"pregnant": True}, nights(3, 1), True),
        ({"pregnant_week": True}, nights(2, 28), False),
        ({"pregnant": True, "pregnant_week": 42}, nights(3, 1), False),
        ({"pregnant_week": 20}, nights(2, 28), False),
        ({"pregnant_week": 20}, nights(3, 1, first=27), True),
        ({"pregnant_week": 20}, nights(3, 1, first=28), False),
        ({"pregnant_week": 20}, [], False),
        ({}, nights(9, 28), False),
        ({"postpartum_weeks": 8}, nights(3, 4), True),
        ({"postpartum_weeks": 7}, nights(3, 4), False),
        ({"postpartum_weeks": 8}, nights(3, 3), False),
        ({"postpartum_weeks": 8}, [*nights(3, 3), (14, {"severity": 3})], False),
        ({"postpartum_weeks": 103}, nights(3, 4), True),
        ({"postpartum_weeks": 104}, nights(3, 4), False),
        ({"postpartum_weeks": False}, nights(3, 4), False),
        ({"postpartum_weeks": 20, "pregnant_week": False}, nights(3, 4), True),
    ],
)
def test_l01_speaks_in_pregnancy_and_long_after_a_birth(profile, rows, expected):
    assert fires("L01", facts(rows, profile=profile)) is expected


def test_l01_does_not_make_up_a_week():
    seen = found(facts(nights(3, 1), profile={"pregnant_week": True}))["L01"].seen
    assert seen[0] == "In your profile: a pregnancy."


def test_l01_counts_a_bad_bout_at_night():
    episode = Episode(ago(0), datetime.fromisoformat(at(0, "02:00")), severity=6)
    world = facts([(0, {"severity": 0})], profile={"pregnant_week": 30}, episodes={ago(0): [episode]})
    assert found(world)["L01"].seen == (
        "In your profile: week 30 of a pregnancy.",
        "Severity 3 or more on 1 of 1 logged nights in the last four weeks.",
    )


def test_l01_ends_with_the_pregnancy_line_and_suggests_nothing_to_take():
    rule = next(one for one in seed_library().rules if one.id == "L01")
    assert rule.closing == seed_library().wording.closings["pregnancy"]
    assert rule.safety == "No supplement, medicine or massage is suggested here."


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({"ckd": True}, True),
        ({"conditions": ["dialysis"]}, True),
        ({"ckd": False, "dialysis": False}, False),
        ({"diabetes": True}, False),
        ({}, False),
    ],
)
def test_l03_sends_kidneys_to_the_kidney_team(profile, expected):
    assert fires("L03", facts(profile=profile)) is expected


def test_l03_names_what_the_profile_says():
    assert found(facts(profile={"ckd": True, "dialysis": True}))["L03"].seen == (
        "In your profile: kidney disease and dialysis.",
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (nights(4, 8, nwak=2), True),
        (nights(4, 7, nwak=2), False),
        (nights(3, 28, nwak=2), False),
        (nights(4, 8, nwak=1), False),
        (nights(4, 8, disturbed=5), True),
        (nights(4, 8, disturbed=4), False),
        (nights(8, 8), True),
        (nights(8, 7), False),
        (nights(4, 8, mood=4), True),
        (nights(4, 8, mood=5), False),
        (nights(4, 8, mood=5, nwak=2), True),
        ([*nights(4, 7, nwak=2), (27, {"severity": 4, "nwak": 2})], True),
        ([*nights(4, 7, nwak=2), (28, {"severity": 4, "nwak": 2})], False),
        ([*nights(4, 4, mood=2), *nights(4, 4, first=4)], False),
        ([*nights(4, 5, mood=2), *nights(4, 3, first=5)], True),
        ([], False),
    ],
)
def test_o01_sees_often_and_disturbing(rows, expected):
    assert fires("O01", facts(rows)) is expected


def test_o01_counts_bouts_as_awakenings_and_says_what_it_saw():
    start = datetime.fromisoformat(at(0, "02:00"))
    bouts = {ago(day): [Episode(ago(day), start)] * 2 for day in range(8)}
    finding = found(facts(nights(5, 8, mood=3), episodes=bouts))["O01"]
    assert finding.seen == (
        "Severity 4 or more on 8 of 8 logged nights in the last four weeks.",
        "Awake 2 times in a typical night, of 8 nights.",
        "Mood 3 of 10 on average over 8 nights.",
    )
    assert finding.rule.level == "discuss"


def test_o01_says_where_what_it_asks_for_is_noted():
    missing = found(facts(nights(6, 8)))["O01"].missing
    assert missing.endswith("W notes awakenings, stillnight log --mood 3 a mood.")


def test_o01_asks_for_awakenings_or_mood_when_only_they_are_missing():
    assert "With the awakenings of five nights, or your mood" in found(facts(nights(6, 8)))["O01"].missing
    assert "O01" not in found(facts(nights(6, 7)))
