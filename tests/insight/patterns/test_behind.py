"""The nights that stand behind a pattern."""

from __future__ import annotations

from tests.insight.patterns.nights import CAFFEINE, diary

from stillnight.insight.patterns.behind import nights_behind
from stillnight.insight.patterns.diary import DiaryNight


def mean_departure(found, is_with: bool) -> float:
    chosen = [one.departure for one in found if one.is_with is is_with]
    return sum(chosen) / len(chosen)


def test_nights_with_much_of_a_trigger_come_worse_than_expected() -> None:
    found = nights_behind(diary(150, effects={"caffeine": 2.0}), CAFFEINE)
    assert mean_departure(found, True) > 0.6
    assert mean_departure(found, False) < -0.4


def test_only_nights_that_count_and_have_an_answer_are_named() -> None:
    nights = list(diary(60, missing=0))
    nights[20] = nights[20]._replace(answers={})
    nights[30] = nights[30]._replace(left_out="late")
    named = {one.night for one in nights_behind(nights, CAFFEINE)}
    assert named == {night.date for at, night in enumerate(nights) if at not in (0, 20, 30)}


def test_at_lag_one_the_answer_is_that_of_the_day_before() -> None:
    nights = diary(30, missing=0)
    found = nights_behind(nights, CAFFEINE, lag=1)
    assert [one.amount for one in found] == [night.answers["caffeine"] for night in nights[:-1]]


def test_no_nights_stand_behind_nothing() -> None:
    one = DiaryNight(diary(1, missing=0)[0].date, 4, {"caffeine": 1.0})
    assert nights_behind([one], CAFFEINE) == ()
