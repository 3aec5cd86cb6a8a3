"""What is counted for the pictures: columns, medians, spreads, events, stretches."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from tests.insight.charts.diary import LAST, diary, one

from stillnight.domain.factor import Factor, Kind
from stillnight.domain.mark import Mark
from stillnight.domain.medicine import DoseChange, Medicine
from stillnight.insight.charts.events import Event, What, events_of
from stillnight.insight.charts.nights import first_of, ratings
from stillnight.insight.charts.severity import columns_of, moving_medians, nights_per_column
from stillnight.insight.charts.spread import Spread, spread_of
from stillnight.insight.charts.stretches import Quantity, Stretch, around, summary_of, within
from stillnight.insight.charts.strips import factor_strips, weekday_strips

CAFFEINE = Factor("caffeine", "caffeine", "Coffee?", Kind.AMOUNT, usual=2, most=20)
LATE_MEAL = Factor("late_meal", "late meal", "Late?", Kind.YES_NO)


def test_gaps_are_no_ratings():
    assert ratings(diary(3, None, 0, 7), first_of(LAST, 4), LAST) == [3, 0, 7]


@pytest.mark.parametrize(
    ("nights", "room", "per"), [(30, 70, 1), (90, 70, 2), (90, 38, 3), (365, 70, 7), (365, 38, 14), (1, 0, 1)]
)
def test_nights_share_a_column_where_there_are_more_of_them_than_columns(nights, room, per):
    assert nights_per_column(nights, room) == per


def test_columns_end_with_the_last_night_and_only_the_oldest_is_short():
    columns = columns_of(diary(*range(10)), first_of(LAST, 10), LAST, 7)
    assert [(one.first, one.last) for one in columns] == [
        (date(2026, 11, 10), date(2026, 11, 12)), (date(2026, 11, 13), LAST),
    ]  # fmt: skip
    assert [one.ratings for one in columns] == [[0, 1, 2], [3, 4, 5, 6, 7, 8, 9]]
    assert columns[1].middle == 6


def test_the_quiet_line_needs_four_rated_of_seven_nights_and_looks_back_only():
    nights = diary(9, None, None, None, 1, 1, 5)
    assert moving_medians(nights, first_of(LAST, 7), LAST) == {LAST: 3}
    assert moving_medians(diary(9, None, None, None, None, 1, 5), first_of(LAST, 7), LAST) == {}
    assert LAST - timedelta(days=1) not in moving_medians(nights, first_of(LAST, 7), LAST)


def test_a_spread_is_five_numbers_and_of_one_number_that_number():
    assert spread_of([5, 1, 2, 3, 4]) == Spread(5, 1, 2, 3, 4, 5)
    assert spread_of([7]) == Spread(1, 7, 7, 7, 7, 7)
    assert spread_of([]) is None


def test_a_medicine_begins_changes_and_ends_the_day_after_its_last():
    medicine = Medicine(
        1, "Pramipexol", dose_text="1 tablet", start=date(2026, 3, 1), end=date(2026, 9, 30),
        changes=(DoseChange(date(2026, 5, 1), "2 tablets"),),
    )  # fmt: skip
    assert events_of([Mark(date(2026, 4, 1), "new_job")], [medicine]) == [
        Event(date(2026, 3, 1), What.BEGUN, "Pramipexol begun: 1 tablet"),
        Event(date(2026, 4, 1), What.MARK, "new job"),
        Event(date(2026, 5, 1), What.CHANGED, "Pramipexol changed: 2 tablets"),
        Event(date(2026, 10, 1), What.ENDED, "without Pramipexol"),
    ]


def test_a_medicine_taken_to_the_calendars_end_never_ends():
    assert events_of([], [Medicine(1, "iron", end=date.max)]) == []


def test_a_weekday_counts_its_rated_nights_from_the_first_day_of_the_week_on():
    nights = diary(4, 0, None, 2, 2, 2, 2, 4)  # Thursday to Thursday
    strips = weekday_strips(nights, first_of(LAST, 8), LAST, week_start=6)
    assert [strip.weekday for strip in strips] == [6, 0, 1, 2, 3, 4, 5]
    thursday = strips[4]
    assert (thursday.nights, thursday.middle, thursday.counts[4]) == (2, 4, 2)
    assert (strips[6].nights, strips[6].middle) == (0, None)


def test_a_factor_not_asked_is_no_no_and_a_bare_yes_is_the_usual_amount():
    nights = {
        day: one(day, severity=1, **answer)
        for day, answer in zip(
            map(date.fromordinal, range(LAST.toordinal() - 3, LAST.toordinal() + 1)),
            ({"f_caffeine": 4}, {"f_caffeine": False}, {}, {"f_caffeine": True}), strict=True,
        )
    }  # fmt: skip
    columns = columns_of(nights, first_of(LAST, 4), LAST)
    [strip] = factor_strips(nights, columns, [CAFFEINE], frozenset())
    assert (strip.amounts, strip.asked, strip.most) == ((4, 0, None, 2), 3, 4)


def test_of_a_sealed_factor_nothing_is_read():
    nights = {LAST: one(severity=1, f_late_meal=True)}
    columns = columns_of(nights, LAST, LAST)
    [strip] = factor_strips(nights, columns, [LATE_MEAL], frozenset(["late_meal"]))
    assert (strip.is_sealed, strip.amounts, strip.asked) == (True, (), 0)


def test_before_and_after_meet_at_the_day_and_end_with_tonight():
    assert around(date(2026, 11, 10), 30, LAST) == (
        Stretch(date(2026, 10, 11), date(2026, 11, 9)), Stretch(date(2026, 11, 10), LAST),
    )  # fmt: skip


def test_a_stretch_is_summed_up_with_the_nights_that_each_number_is_of():
    morning = {
        "morning_at": "2026-11-20T07:00+01:00", "lights_out": "2026-11-19T23:00+01:00", "sol_min": 20,
        "waso_min": 10, "final_wake": "2026-11-20T06:00+01:00",
    }  # fmt: skip
    nights = diary(*[3] * 6, None)
    nights[LAST] = one(
        severity=0, onset="2026-11-19T21:30+01:00", bouts=(("2026-11-20T02:00+01:00", 8),), **morning
    )
    found = summary_of(nights, Stretch(first_of(LAST, 10), LAST))
    assert (found.logged, found.rated, found.with_legs) == (7, 7, 7)
    assert found.values[Quantity.TST] == [390]
    assert found.values[Quantity.ONSET] == [9 * 60 + 30]
    assert found.values[Quantity.EPISODES] == [1]
    assert found.spread(Quantity.SEVERITY) == Spread(7, 0, 3, 3, 3, 3)


def test_a_session_before_bed_is_no_awakening_of_a_stretch():
    nights = {LAST: one(severity=5, bouts=(("2026-11-19T20:00+01:00", 6), ("2026-11-20T02:00+01:00", 8)))}
    assert summary_of(nights, Stretch(LAST, LAST)).values[Quantity.EPISODES] == [1]
    late = summary_of(nights, Stretch(LAST, LAST), bedtime=time(1, 30))
    assert late.values[Quantity.EPISODES] == []


@pytest.mark.parametrize(
    ("quantity", "needed"), [(Quantity.TST, 7), (Quantity.WASO, 14), (Quantity.ONSET, 14)]
)
def test_a_median_waits_for_enough_nights(quantity, needed):
    found = summary_of({}, Stretch(LAST, LAST))
    found.values[quantity].extend([30] * (needed - 1))
    assert found.spread(quantity) is None
    found.values[quantity].append(30)
    assert found.spread(quantity) is not None


def test_what_else_lies_in_the_stretches_is_named():
    flight, change = Event(date(2026, 11, 1), What.MARK, "flight"), Event(LAST, What.CHANGED, "dose")
    stretches = (Stretch(date(2026, 10, 20), date(2026, 11, 18)), Stretch(LAST, LAST))
    assert within([flight, change], stretches, but=LAST) == [flight]
