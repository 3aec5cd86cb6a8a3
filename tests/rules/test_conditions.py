"""Conditions as data: the shapes that rules are made of, and what they make of what is not known."""

from __future__ import annotations

import pytest

from tests.rules.asking import field, holds, judge
from tests.rules.worlds import at, facts, tsat

YES, NO = field("lab.tsat", ">", 1), field("lab.tsat", "<", 1)
OPEN = field("lab.ferritin", "<", 75)
WORLD = facts(labs=[tsat(30)])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"all": [YES, YES]}, True),
        ({"all": [YES, NO]}, False),
        ({"all": [YES, OPEN]}, None),
        ({"all": [NO, OPEN]}, False),
        ({"any": [NO, YES]}, True),
        ({"any": [NO, NO]}, False),
        ({"any": [NO, OPEN]}, None),
        ({"any": [YES, OPEN]}, True),
        ({"any": [YES, YES, NO], "at_least": 2}, True),
        ({"any": [YES, NO, NO], "at_least": 2}, False),
        ({"any": [YES, OPEN, NO], "at_least": 2}, None),
        ({"not": YES}, False),
        ({"not": NO}, True),
        ({"not": OPEN}, None),
    ],
)
def test_unknown_is_neither_yes_nor_no(data, expected):
    assert holds(data, WORLD) is expected


@pytest.mark.parametrize(
    ("data", "settles"),
    [
        (OPEN, {"lab.ferritin"}),
        ({"not": OPEN}, {"lab.ferritin"}),
        ({"all": [YES, OPEN]}, {"lab.ferritin"}),
        ({"all": [OPEN, field("lab.hb", "<", 100)]}, set()),
        ({"any": [OPEN, field("lab.hb", "<", 100)]}, {"lab.ferritin", "lab.hb"}),
        (field("lab.ferritin", ">", than="lab.tsat"), {"lab.ferritin"}),
        (field("lab.ferritin", ">", than="lab.hb"), set()),
    ],
)
def test_the_fields_that_would_settle_it_are_named(data, settles):
    assert judge(data, WORLD).settles == settles


RESTLESS = {"nights": field("severity", ">=", 4), "last": 4, "at_least": 2}


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ([4, 4, 0, 0], True),
        ([4, 3, 0, 0], False),
        ([4, None, 0, 0], None),
        ([None, None, None, None], None),
        ([0, 0, 0, None], False),
        ([0, 0, 0, 0, 9, 9], False),
        ([4], False),
        ([], False),
    ],
)
def test_nights_are_counted_among_the_last_logged_ones(severities, expected):
    world = facts([(day, {"severity": value}) for day, value in enumerate(severities)])
    assert holds(RESTLESS, world) is expected


def test_a_night_after_tonight_is_not_looked_at():
    assert holds(RESTLESS, facts([(-1, {"severity": 9}), (0, {"severity": 9})])) is False


def test_dates_count_days_and_not_entries():
    rows = [(0, {"severity": 5}), (4, {"severity": 5})]
    assert holds(RESTLESS, facts(rows)) is True
    assert holds({**RESTLESS, "over": "dates"}, facts(rows)) is False


@pytest.mark.parametrize(("days", "expected"), [((0, 1, 7, 8), True), ((0, 1, 2, 8), False)])
def test_several_weeks_each_have_to_hold(days, expected):
    data = {**RESTLESS, "last": 7, "over": "dates", "weeks": 2}
    assert holds(data, facts([(day, {"severity": 5}) for day in days])) is expected


def test_many_dates_are_counted_and_the_latest_named():
    data = {**RESTLESS, "last": 7, "seen": "{n} of {m}: {dates}"}
    world = facts([(day, {"severity": 5}) for day in range(7)])
    assert judge(data, world).seen == ("7 of 7: 3 earlier, Mon 16 Nov, Tue 17 Nov, Wed 18 Nov, Thu 19 Nov",)


def summed(statistic, name, op, value, answered=3, last=7, **more):
    rest = {"statistic": statistic, "field": name, "op": op, "value": value}
    return {**rest, "answered": answered, "last": last, **more}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (summed("sum", "severity", "=", 12), True),
        (summed("mean", "severity", "=", 4), True),
        (summed("median", "severity", "=", 3), True),
        (summed("spread", "severity", ">", 2.17), False),
        (summed("spread", "severity", ">", 2.15), True),
        (summed("sum", "severity", "=", 12, answered=4), None),
        (summed("mean", "severity", "=", 5, only=field("severity", ">", 2)), None),
        (summed("mean", "severity", "=", 5, answered=2, only=field("severity", ">", 2)), True),
        (summed("sum", "severity", "=", 10, only=field("severity", ">", 2)), True),
    ],
)
def test_a_statistic_is_taken_of_answered_nights_only(data, expected):
    world = facts([(0, {"severity": 2}), (1, {"severity": 3}), (2, {"severity": 7}), (3, {"note": "x"})])
    assert holds(data, world) is expected


def test_bedtimes_around_midnight_lie_close_together():
    rows = [(0, {"lights_out": at(0, "23:30")}), (1, {"lights_out": at(1, "00:30")})]
    assert holds(summed("spread", "lights_out", "=", 30, answered=2), facts(rows)) is True


@pytest.mark.parametrize("garbage", ["6", [], {"a": 1}, "bad"])
def test_what_a_hand_left_in_the_file_is_no_answer_and_no_crash(garbage):
    assert holds({**RESTLESS, "at_least": 1}, facts([(0, {"severity": garbage})])) is None
    data = {"nights": field("parts", "has_any", ["arms"]), "last": 1, "at_least": 1}
    assert holds(data, facts([(0, {"parts": 6})])) is None
