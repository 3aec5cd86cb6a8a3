"""The rules on caffeine, stress and exercise: fire, just do not fire, missing data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stillnight.domain.night import Night
from tests.rules.worlds import ago, at, facts, fires, found


def coffee(days, clock, servings=2, **more):
    return (days, {"severity": 5, "f.caffeine": servings, "f.caffeine.at": at(days, clock), **more})


def plain(*days):
    return [(day, {"severity": 5, "f.caffeine": 0}) for day in days]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([coffee(0, "14:00"), coffee(1, "12:01")], True),
        ([coffee(0, "14:00"), coffee(1, "12:00")], False),
        ([coffee(0, "14:00"), coffee(1, "10:00")], False),
        ([coffee(0, "14:00"), coffee(1, "00:30")], True),
        ([coffee(0, "14:00"), coffee(1, "15:00", servings=0)], False),
        ([coffee(0, "14:00"), coffee(1, "15:00", servings=True)], True),
        ([coffee(0, "14:00"), coffee(1, "15:00", servings=None)], True),
        ([coffee(0, "14:00")], False),
        ([coffee(6, "14:00"), coffee(7, "14:00"), *plain(0, 1, 2, 3, 4)], True),
        ([coffee(6, "14:00"), coffee(7, "14:00"), *plain(0, 1, 2, 3, 4, 5)], False),
        ([coffee(20, "14:00"), coffee(30, "14:00")], True),
        ([coffee(60, "14:00"), coffee(70, "14:00")], False),
        ([], False),
    ],
)
def test_c06_sees_caffeine_after_midday_on_two_of_the_last_seven_logged_nights(rows, expected):
    assert fires("C06", facts(rows)) is expected


def test_c06_counts_and_names_the_nights():
    rows = [coffee(0, "14:00"), coffee(3, "16:00"), *plain(1, 2, 4)]
    finding = found(facts(rows))["C06"]
    assert finding.seen == (
        "Caffeine after 12:00 on 2 of your last 5 logged nights: Mon 16 Nov, Thu 19 Nov.",
    )
    assert (finding.rule.grade, finding.rule.level) == ("C", "tip")
    assert "mixed findings" in finding.rule.badges
    assert "14 days" in finding.rule.check


def test_c06_asks_for_the_time_when_that_alone_is_missing():
    rows = [(0, {"f.caffeine": 2}), (1, {"f.caffeine": 1}), (2, {"f.caffeine": 0})]
    finding = found(facts(rows))["C06"]
    assert finding.seen == ()
    assert "time of the last one" in finding.missing


@pytest.mark.parametrize(
    "rows",
    [
        [(0, {"severity": 5}), (1, {"severity": 5})],
        [(0, {"f.caffeine": 2}), (1, {"severity": 5})],
        [(0, {"f.caffeine": 2}), (1, {"f.caffeine": 0})],
        [],
    ],
)
def test_c06_asks_for_nothing_when_more_is_missing_or_the_time_would_not_settle_it(rows):
    assert "C06" not in found(facts(rows))


def bedtime(days, clock="18:00", bed="23:00", sol=40, servings=2, **more):
    return coffee(days, clock, servings, lights_out=at(days, bed), sol_min=sol, **more)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([bedtime(0), bedtime(1), bedtime(2)], True),
        ([bedtime(0), bedtime(1)], False),
        ([bedtime(0, clock="17:00"), bedtime(1, clock="17:00"), bedtime(2, clock="17:00")], True),
        ([bedtime(0, clock="16:59"), bedtime(1), bedtime(2)], False),
        ([bedtime(0, clock="08:00"), bedtime(1, clock="08:00"), bedtime(2, clock="08:00")], False),
        ([bedtime(0, servings=1), bedtime(1), bedtime(2)], False),
        ([bedtime(0, servings=1, **{"f.caffeine.mg": 100}), bedtime(1), bedtime(2)], True),
        ([bedtime(0, servings=5, **{"f.caffeine.mg": 99}), bedtime(1), bedtime(2)], False),
        ([bedtime(0, sol=30), bedtime(1, sol=30), bedtime(2, sol=30)], False),
        ([bedtime(0, sol=31), bedtime(1, sol=31), bedtime(2, sol=10)], True),
        ([bedtime(0, sol=None), bedtime(1), bedtime(2)], False),
        ([bedtime(0, sol=10**400), bedtime(1), bedtime(2)], False),
    ],
)
def test_c02_sees_late_caffeine_with_poor_sleep(rows, expected):
    assert fires("C02", facts(rows)) is expected


@pytest.mark.parametrize(("waking", "expected"), [("05:29", True), ("05:30", False)])
def test_c02_takes_short_sleep_for_poor_sleep(waking, expected):
    rows = [
        bedtime(day, clock="20:00", bed="23:00", sol=20, waso_min=10, final_wake=at(day, waking))
        for day in (0, 1, 2)
    ]
    assert fires("C02", facts(rows)) is expected


def test_c02_goes_by_the_usual_bedtime_where_lights_out_is_missing():
    rows = [coffee(day, "16:45", sol_min=60) for day in (0, 1, 2)]
    assert fires("C02", facts(rows))
    assert not fires("C02", replace(facts(rows), bedtime=facts().bedtime.replace(hour=23)))


@pytest.mark.parametrize(
    ("stress", "expected"),
    [
        ([7, 7], True),
        ([7, 6], False),
        ([10], False),
        ([7, None, 9], True),
        ([None, None], False),
        ([], False),
    ],
)
def test_s06_sees_two_stressful_days_of_seven(stress, expected):
    rows = [(day, {"f.stress": value}) for day, value in enumerate(stress)]
    assert fires("S06", facts(rows)) is expected


def test_s06_says_that_the_direction_is_unknown():
    finding = found(facts([(0, {"f.stress": 8}), (2, {"f.stress": 7})]))["S06"]
    assert "direction unknown" in finding.rule.badges
    assert finding.seen == ("Stress of 7 or more on 2 of your last 2 logged nights: Tue 17 Nov, Thu 19 Nov.",)


def fortnight(first=10, second=10, answered=(7, 7), **more):
    """Minutes a night in the newest week and the one before, of which so many nights were answered."""
    rows = [(day, {"f.exercise": first, **more}) for day in range(answered[0])]
    return rows + [(day, {"f.exercise": second, **more}) for day in range(7, 7 + answered[1])]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (fortnight(), True),
        (fortnight(first=0, second=0), True),
        (fortnight(first=False, second=False), True),
        (fortnight(first=18, answered=(5, 7)), False),
        (fortnight(first=17, answered=(5, 7)), True),
        (fortnight(first=13), False),
        (fortnight(second=13), False),
        (fortnight(answered=(4, 7)), False),
        (fortnight(answered=(7, 4)), False),
        (fortnight(first=60, **{"f.exercise.intensity": "light"}), True),
        (fortnight(first=60, **{"f.exercise.intensity": "hard"}), False),
        ([], False),
    ],
)
def test_a01_sees_two_weeks_with_little_exercise(rows, expected):
    assert fires("A01", facts(rows)) is expected


def test_a01_takes_a_plain_yes_for_the_usual_amount():
    assert not fires("A01", facts(fortnight(first=True, second=True)))


def test_nights_without_a_record_do_not_count_as_logged():
    world = facts([coffee(0, "14:00")])
    ghost = Night(ago(1), coffee(1, "14:00")[1], logged=False)
    assert not fires("C06", replace(world, nights=[ghost, *world.nights]))
