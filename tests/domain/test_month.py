"""The month as a grid, and moving over it."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.domain.month import (
    MONDAY,
    SATURDAY,
    SUNDAY,
    MonthGrid,
    grid_of,
    next_in,
    previous_in,
    shift_day,
    shift_month,
)

WEEK_STARTS = range(7)


@pytest.mark.parametrize("week_start", WEEK_STARTS)
@pytest.mark.parametrize("year", [1, 1900, 2000, 2024, 2026, 2027, 2028, 9999])
def test_every_month_has_all_its_days_once_under_their_weekdays(year, week_start):
    for month in range(1, 13):
        grid = MonthGrid(year, month, week_start)
        cells = [cell for week in grid.weeks() for cell in week]
        days = [day for day in cells if day]
        assert len(cells) % 7 == 0
        assert [day.day for day in days] == list(range(1, calendar.monthrange(year, month)[1] + 1))
        assert {(day.year, day.month) for day in days} == {(year, month)}
        columns = grid.weekday_numbers()
        assert all(day is None or day.weekday() == columns[at % 7] for at, day in enumerate(cells))


@pytest.mark.parametrize("week_start", WEEK_STARTS)
@pytest.mark.parametrize("length", [28, 29, 30, 31])
def test_no_grid_has_a_week_without_days(week_start, length):
    months = [
        (year, month)
        for year in range(2015, 2043)
        for month in range(1, 13)
        if calendar.monthrange(year, month)[1] == length
    ]
    starts = {date(year, month, 1).weekday() for year, month in months}
    assert starts == set(range(7)) if length != 29 else len(starts) >= 5
    for year, month in months:
        assert all(any(week) for week in MonthGrid(year, month, week_start).weeks())


def test_november_2026_stands_as_on_a_wall_calendar():
    weeks = grid_of(date(2026, 11, 19)).weeks()
    assert [day.day if day else 0 for day in weeks[0]] == [0, 0, 0, 0, 0, 0, 1]
    assert [day.day if day else 0 for day in weeks[5]] == [30, 0, 0, 0, 0, 0, 0]


def test_a_february_that_fits_four_weeks_takes_four_rows():
    assert len(MonthGrid(2027, 2, MONDAY).weeks()) == 4
    assert len(MonthGrid(2027, 2, SUNDAY).weeks()) == 5


@pytest.mark.parametrize(
    ("week_start", "columns"),
    [(MONDAY, [0, 1, 2, 3, 4, 5, 6]), (SATURDAY, [5, 6, 0, 1, 2, 3, 4]), (SUNDAY, [6, 0, 1, 2, 3, 4, 5])],
)
def test_the_columns_begin_with_the_first_weekday(week_start, columns):
    assert MonthGrid(2026, 11, week_start).weekday_numbers() == columns


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ((0, 6), date(2026, 11, 1)),
        ((3, 3), date(2026, 11, 19)),
        ((5, 0), date(2026, 11, 30)),
        ((0, 0), None),
        ((5, 1), None),
        ((6, 0), None),
        ((-1, 0), None),
        ((0, 7), None),
        ((0, -1), None),
    ],
)
def test_a_cell_is_a_day_or_empty(cell, day):
    assert MonthGrid(2026, 11).day_at(*cell) == day


@pytest.mark.parametrize(
    ("day", "months", "there"),
    [
        ("2026-11-19", 1, "2026-12-19"),
        ("2026-12-19", 1, "2027-01-19"),
        ("2026-01-19", -1, "2025-12-19"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-11-19", 0, "2026-11-19"),
        ("0001-01-31", -1, "0001-01-31"),
        ("0001-02-10", -5, "0001-01-10"),
        ("9999-12-31", 1, "9999-12-31"),
        ("9999-11-30", 1, "9999-12-30"),
        ("2026-11-19", 10**9, "9999-12-19"),
        ("2026-11-19", -(10**9), "0001-01-19"),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last_there(day, months, there):
    assert shift_month(date.fromisoformat(day), months) == date.fromisoformat(there)


@given(day=st.dates(), months=st.integers(-150_000, 150_000))
def test_moving_by_months_never_leaves_the_calendar_and_keeps_the_day_if_it_can(day, months):
    there = shift_month(day, months)
    assert there.day == min(day.day, calendar.monthrange(there.year, there.month)[1])
    moved = (there.year - day.year) * 12 + there.month - day.month
    assert moved == months or there.year in (1, 9999)


@given(day=st.dates(), days=st.integers(-(10**7), 10**7))
def test_moving_by_days_is_held_within_the_calendar(day, days):
    there = shift_day(day, days)
    try:
        assert there == day + timedelta(days=days)
    except OverflowError:
        assert there == (date.max if days > 0 else date.min)


DATES = [date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 19)]


@pytest.mark.parametrize(
    ("day", "previous", "following"),
    [
        (date(2026, 11, 1), None, DATES[0]),
        (DATES[0], None, DATES[1]),
        (date(2026, 11, 5), DATES[0], DATES[1]),
        (DATES[1], DATES[0], DATES[2]),
        (DATES[2], DATES[1], None),
        (date(2026, 12, 1), DATES[2], None),
    ],
)
def test_the_entries_before_and_after_a_day_are_found(day, previous, following):
    assert (previous_in(DATES, day), next_in(DATES, day)) == (previous, following)


def test_without_entries_there_is_none_before_or_after():
    assert previous_in([], DATES[0]) is None
    assert next_in([], DATES[0]) is None
