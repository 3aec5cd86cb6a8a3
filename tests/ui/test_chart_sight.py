"""Moving through the nights: by ranges, over gaps, never into nothing."""

from __future__ import annotations

from datetime import date, timedelta

from stillnight.insight.charts.stretches import Stretch
from stillnight.ui.chart_sight import Sight, earlier, later, turned, widened
from stillnight.ui.charts import View

TONIGHT = date(2026, 11, 19)
HERE = Sight(TONIGHT)
LATELY = [TONIGHT - timedelta(days=back) for back in range(60, -1, -1)]
LONG_AGO = date(2025, 3, 2)


def test_thirty_nights_up_to_tonight_are_looked_at_first():
    assert HERE.stretch == Stretch(date(2026, 10, 21), TONIGHT)


def test_the_range_goes_round():
    ranges = [HERE.nights]
    sight = HERE
    for _ in range(3):
        sight = widened(sight)
        ranges.append(sight.nights)
    assert ranges == [30, 90, 365, 30]


def test_the_charts_go_round():
    assert turned(HERE, -1).view is View.COMPARE
    assert turned(turned(HERE, -1), 1) == HERE


def test_one_range_back_and_on_again():
    back = earlier(HERE, LATELY, 30)
    assert back == HERE._replace(last=date(2026, 10, 20))
    assert later(back, LATELY, 30, TONIGHT) == HERE


def test_a_gap_is_leapt_over_in_both_directions():
    dates = [LONG_AGO, TONIGHT]
    back = earlier(HERE, dates, 30)
    assert back == HERE._replace(last=LONG_AGO)
    on = later(back, dates, 30, TONIGHT)
    assert on == HERE
    assert later(back, [LONG_AGO, date(2026, 6, 1), TONIGHT], 30, TONIGHT).last == date(2026, 6, 30)


def test_there_is_nothing_before_the_first_night_and_after_the_newest():
    assert earlier(HERE, [date(2026, 11, 2)], 30) is None
    assert earlier(HERE, [], 30) is None
    assert later(HERE, LATELY, 30, TONIGHT) is None


def test_the_ends_of_the_calendar_are_no_trouble():
    assert earlier(Sight(date.min), [date.min], 30) is not None
    assert later(Sight(date.max - timedelta(days=3)), [date.max], 30, date.max).last == date.max
