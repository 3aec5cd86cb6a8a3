"""What recent nights led to expect, and the doses beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.insight.patterns.nights import CAFFEINE, FIRST

from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import Series, dose
from stillnight.insight.patterns.rows import Rows
from stillnight.insight.patterns.settings import PLAIN

DAYS = {0: (2, 3.0), 1: (6, None), 4: (4, 6.0), 5: (None, 1.5), 6: (3, 0.0)}


def rows(settings=PLAIN):
    reader = Rows((Series(CAFFEINE),), settings)
    nights = [
        DiaryNight(FIRST + timedelta(days=day), severity, {} if amount is None else {"caffeine": amount})
        for day, (severity, amount) in DAYS.items()
    ]
    return [reader.read(night) for night in nights]


def test_the_first_night_and_unrated_ones_are_no_rows() -> None:
    assert [row is not None for row in rows()] == [False, True, True, False, True]


def test_level_and_departure_are_those_of_the_nights_before() -> None:
    at_four = rows()[2]
    level = (6 * 0.93**3 + 2 * 0.93**4) / (0.93**3 + 0.93**4)
    assert at_four.covariates == pytest.approx([1, 1, level, (6 - level) * 0.5**2])


def test_a_missing_dose_is_the_usual_one_so_far_and_the_day_before_goes_by_the_calendar() -> None:
    found = rows()
    assert found[1].doses == [1.0, 1.0]
    assert found[2].doses == [1.6, 1.0]
    assert found[4].doses == [0.0, 0.5]
    assert [row.answered for row in found if row] == [[None], [1.6], [0.0]]


def test_an_answer_of_two_days_before_is_not_that_of_the_day_before() -> None:
    reader = Rows((Series(CAFFEINE),), PLAIN)
    for day, amount in ((0, 3.0), (1, 0.0)):
        reader.read(DiaryNight(FIRST + timedelta(days=day), 4, {"caffeine": amount}))
    row = reader.read(DiaryNight(FIRST + timedelta(days=3), 4, {"caffeine": 3.0}))
    assert row.doses == [1.0, 0.5]


def test_doses_have_levels_and_departures_like_severity() -> None:
    last = rows()[4]
    weights = [0.93**6, 0.93**5, 0.93**2]
    level = sum(w * d for w, d in zip(weights, (1.0, 1.0, 1.6), strict=True)) / sum(weights)
    assert last.levels[0] == pytest.approx(level)
    assert last.prevs[0] == pytest.approx((1.6 - level) * 0.5)


def test_a_faster_level_stands_beside_the_slow_one_where_it_is_wanted() -> None:
    at_four = rows(replace(PLAIN, fast_decay=0.75))[2]
    assert at_four.covariates[-1] == pytest.approx((6 * 0.75**3 + 2 * 0.75**4) / (0.75**3 + 0.75**4))


@pytest.mark.parametrize(("amount", "of"), [(18, 0.0), (24, 1.0), (40, 1.6), (0, -1.6)])
def test_a_dose_reaches_no_further_below_none_than_above_it(amount, of) -> None:
    room = replace(CAFFEINE, slug="room", low=18, high=24)
    assert dose(room, amount, PLAIN.most_dose) == of
