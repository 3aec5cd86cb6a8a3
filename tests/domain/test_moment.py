"""Evening, night or morning."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clocks import BERLIN

from stillnight.domain.clock_rule import night_of
from stillnight.domain.moment import Moment, moment_of, night_over


def at(wall: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("wall", "moment"),
    [
        ("2026-11-19T12:00", "evening"),
        ("2026-11-19T22:40", "evening"),
        ("2026-11-20T00:29", "evening"),
        ("2026-11-20T00:30", "night"),
        ("2026-11-20T04:59", "night"),
        ("2026-11-20T05:00", "morning"),
        ("2026-11-20T11:59", "morning"),
        ("2026-11-20T12:00", "evening"),
    ],
)
def test_the_moment_follows_the_wall_clock(wall, moment):
    assert moment_of(at(wall)) is Moment(moment)


@pytest.mark.parametrize(
    ("wall", "moment"),
    [
        ("2026-11-19T22:59", "evening"),
        ("2026-11-19T23:00", "night"),
        ("2026-11-20T03:00", "night"),
        ("2026-11-20T05:00", "morning"),
    ],
)
def test_lights_out_begins_the_night_before_its_usual_time(wall, moment):
    assert moment_of(at(wall), lights_out=at("2026-11-19T23:00")) is Moment(moment)


@pytest.mark.parametrize(
    ("bedtime", "wall", "moment"),
    [
        (time(21), "2026-11-19T22:59", "evening"),
        (time(21), "2026-11-19T23:00", "night"),
        (time(1), "2026-11-20T02:59", "evening"),
        (time(1), "2026-11-20T03:00", "night"),
        (time(4), "2026-11-20T04:59", "evening"),
        (time(4), "2026-11-20T05:00", "morning"),
        (time(13), "2026-11-19T15:00", "night"),
    ],
)
def test_the_night_begins_two_hours_after_the_usual_bedtime(bedtime, wall, moment):
    assert moment_of(at(wall), bedtime=bedtime) is Moment(moment)


@pytest.mark.parametrize(
    ("rollover", "wall", "moment"),
    [
        (time(18), "2026-11-19T18:00", "evening"),
        (time(18), "2026-11-20T17:59", "morning"),
        (time(4), "2026-11-19T20:00", "evening"),
        (time(4), "2026-11-20T03:59", "night"),
        (time(5), "2026-11-19T06:00", "evening"),
        (time(0), "2026-11-19T20:00", "evening"),
        (time(5, 1), "2026-11-20T05:00", "morning"),
    ],
)
def test_a_night_that_rolls_over_by_five_has_no_morning(rollover, wall, moment):
    assert moment_of(at(wall), rollover=rollover) is Moment(moment)


@pytest.mark.parametrize(
    ("wall", "moment"),
    [
        ("2026-03-29T01:59+01:00", "night"),
        ("2026-03-29T03:00+02:00", "night"),
        ("2026-10-25T02:30+02:00", "night"),
        ("2026-10-25T02:30+01:00", "night"),
        ("2026-10-25T05:00+01:00", "morning"),
    ],
)
def test_a_clock_change_leaves_the_moment_to_the_wall_clock(wall, moment):
    assert moment_of(datetime.fromisoformat(wall).astimezone(BERLIN)) is Moment(moment)


def test_lights_out_in_another_zone_is_the_same_instant():
    lights_out = datetime.fromisoformat("2026-11-19T17:00-05:00")
    assert moment_of(at("2026-11-19T23:00"), lights_out) is Moment.NIGHT
    assert moment_of(at("2026-11-19T22:59"), lights_out) is Moment.EVENING


ORDER = [Moment.EVENING, Moment.NIGHT, Moment.MORNING]


@given(
    walls=st.tuples(*[st.datetimes(datetime(2026, 11, 18), datetime(2026, 11, 21))] * 2).map(sorted),
    bedtime=st.times(),
    rollover=st.times(),
)
def test_within_one_night_the_moments_never_run_backwards(walls, bedtime, rollover):
    first, second = (wall.replace(tzinfo=BERLIN) for wall in walls)
    if night_of(first, rollover) == night_of(second, rollover):
        earlier, later = (moment_of(now, bedtime=bedtime, rollover=rollover) for now in (first, second))
        assert ORDER.index(earlier) <= ORDER.index(later)


@pytest.mark.parametrize(
    ("now", "tonight", "over"),
    [
        ("2026-11-20T06:50", 19, 19),
        ("2026-11-20T00:10", 19, 19),
        ("2026-11-20T11:59", 19, 19),
        ("2026-11-20T12:00", 20, 19),
        ("2026-11-20T23:59", 20, 19),
    ],
)
def test_a_morning_is_about_the_night_that_ends_and_in_the_evening_about_the_last(now, tonight, over):
    assert night_over(at(now), date(2026, 11, tonight)) == date(2026, 11, over)


def test_before_the_first_night_of_the_calendar_there_is_no_other():
    assert night_over(datetime(1, 1, 1, 20, tzinfo=UTC), date.min) == date.min
