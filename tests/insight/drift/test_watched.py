"""The first feeling on the clock that the body keeps."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.insight.drift.nights import ago, night, stamp, stretch, watched

from stillnight.domain.night import Night
from stillnight.insight.drift.watched import clock_of, minutes_of, watch


def only(row):
    (one,) = watched(row)
    return one


@pytest.mark.parametrize(
    ("clock", "minutes"), [("05:00", 0), ("09:00", 240), ("21:00", 960), ("00:30", 1170), ("04:59", 1439)]
)
def test_minutes_run_from_five_so_that_the_morning_is_early_and_the_small_hours_late(clock, minutes):
    assert minutes_of(time.fromisoformat(clock)) == minutes
    assert clock_of(minutes) == time.fromisoformat(clock)


def test_a_time_is_what_it_says():
    one = only(night(0, onset="21:00"))
    assert (one.earliest, one.latest) == (960, 960)


def test_a_morning_is_before_every_evening_though_the_night_keeps_it_last():
    assert only(night(0, onset="09:00")).latest == 240


@pytest.mark.parametrize(("bed", "minutes"), [("07:30", 25 * 60 + 30), ("06:00", 90), ("23:00", 90)])
def test_a_time_in_the_morning_before_going_to_bed_is_late_and_no_morning(bed, minutes):
    assert only(night(0, onset="06:30", lights_out=stamp(ago(0), bed))).latest == minutes


def test_all_day_is_earlier_than_any_time():
    one = only(night(0, onset="all_day"))
    assert (one.earliest, one.latest) == (0, 0)


def test_not_yet_was_not_before_the_entry_and_may_come_as_late_as_lights_out():
    one = only(night(0, onset="not_yet", entered="20:00", lights_out=stamp(ago(0), "23:00")))
    assert (one.earliest, one.latest) == (900, 1080)


def test_not_yet_before_a_night_shift_may_come_until_the_morning():
    one = only(night(0, onset="not_yet", entered="20:00", lights_out=stamp(ago(0), "07:00")))
    assert one.latest == 26 * 60


def test_not_yet_goes_by_the_usual_bedtime_where_no_lights_out_is_known():
    assert only(night(0, onset="not_yet", entered="20:00")).latest == minutes_of(time(22, 30))


def test_not_yet_of_an_unknown_hour_says_nothing_about_how_early():
    assert only(night(0, onset="not_yet", entered=None)).earliest is None


def test_no_legs_at_all_have_no_first_time():
    one = only(night(0, severity=0, onset="none"))
    assert (one.earliest, one.latest) == (None, None)


def test_parts_that_spread_are_kept_and_no_legs_are_nowhere():
    assert only(night(0, parts=["calves", "arms"])).spread == {"arms"}
    assert only(night(0)).spread is None
    assert only(night(0, severity=0, onset="none")).spread == frozenset()


def left_out(*rows):
    return [one.date for one in watched(*rows) if one.latest is None]


@pytest.mark.parametrize(("before", "after"), [("+02:00", "+01:00"), ("+01:00", "+02:00")])
def test_two_nights_are_left_out_when_the_clocks_change(before, after):
    rows = stretch(20, 10, zone=before), stretch(9, 0, zone=after)
    assert left_out(*rows) == [ago(9), ago(8)]


@pytest.mark.parametrize(("away", "nights"), [("+07:00", 6), ("-05:00", 6), ("+10:00", 9), ("-08:00", 9)])
def test_after_a_flight_a_night_is_left_out_for_each_hour_there_and_back(away, nights):
    rows = stretch(50, 36), stretch(35, 20, zone=away), stretch(19, 0)
    assert left_out(*rows) == [ago(35 - at) for at in range(nights)] + [ago(19 - at) for at in range(nights)]


def test_a_short_stay_is_left_out_whole_with_the_nights_after_it():
    rows = stretch(30, 20), stretch(19, 17, zone="+07:00"), stretch(16, 0)
    assert left_out(*rows) == [ago(days) for days in range(19, 10, -1)]


def test_across_the_date_line_a_day_more_is_no_hour_more():
    rows = stretch(20, 10, zone="+12:00"), stretch(9, 0, zone="-10:00")
    assert left_out(*rows) == [ago(9), ago(8)]


def test_only_the_clock_is_left_out_not_the_night():
    rows = watched(stretch(20, 10, zone="+02:00", severity=4), stretch(9, 0, severity=5))
    assert rows[11].severity == 5


def test_a_night_without_any_time_changes_no_clock():
    silent = Night(ago(5), {"severity": 4})
    assert left_out(stretch(20, 6), [silent], stretch(4, 0)) == [ago(5)]


@pytest.mark.parametrize("broken", ["2026-11-19T25:00+01:00", "T", 7, ["x"]])
def test_what_a_hand_left_in_the_file_is_no_time(broken):
    (one,) = watch([Night(date(2026, 11, 19), {"severity": 3, "onset": broken, "evening_at": broken})])
    assert one.latest is None


def test_a_night_that_was_not_logged_is_none():
    assert watch([Night(ago(0), logged=False)]) == []
