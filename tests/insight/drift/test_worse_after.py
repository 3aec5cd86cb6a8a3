"""M02: fourteen nights after against fourteen before."""

from __future__ import annotations

import pytest
from tests.insight.drift.nights import TONIGHT, ago, night, stretch, watched

from stillnight.insight.drift.worse_after import is_due, worse_after

CHANGED = ago(20)


def found(before, after, on=5):
    rows = watched(stretch(34, 21, severity=before), night(20, severity=on), stretch(19, 6, severity=after))
    return worse_after(rows, CHANGED)


@pytest.mark.parametrize(
    ("before", "after", "seen"), [(3, 5, True), (3, 4, False), (5, 3, False), (4, 4, False)]
)
def test_one_and_a_half_points_more_are_told(before, after, seen):
    assert (found(before, after) is not None) is seen


def test_exactly_one_and_a_half_points_count():
    after = [night(days, severity=4 + days % 2) for days in range(19, 5, -1)]
    assert worse_after(watched(stretch(34, 21, severity=3), after), CHANGED).values["by"] == 1.5


def test_the_night_of_the_change_is_in_neither():
    assert found(3, 5, on=10).values == {"now": 5, "then": 3, "by": 2, "n": 14, "m": 14}


@pytest.mark.parametrize(("kept", "seen"), [(7, True), (6, False)])
def test_seven_rated_nights_are_needed_on_each_side(kept, seen):
    few, all_of_them = stretch(34, 21, severity=3)[:kept], stretch(19, 6, severity=6)
    assert (worse_after(watched(few, all_of_them), CHANGED) is not None) is seen
    before, few = stretch(34, 21, severity=3), stretch(19, 6, severity=6)[:kept]
    assert (worse_after(watched(before, few), CHANGED) is not None) is seen


def test_nights_beyond_the_fortnights_are_not_looked_at():
    rows = watched(stretch(60, 35, severity=10), stretch(34, 21, severity=3), stretch(19, 6, severity=5))
    assert worse_after(rows, CHANGED).values["then"] == 3


@pytest.mark.parametrize(("days", "due"), [(13, False), (14, True), (41, True), (42, False), (-3, False)])
def test_it_is_looked_at_when_the_fortnight_is_over_and_for_four_weeks(days, due):
    assert is_due(ago(days), TONIGHT) is due
