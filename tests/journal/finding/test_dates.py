"""Stretches of time in a query, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import FieldError
from stillnight.journal.finding.dates import read_dates

TONIGHT = date(2026, 11, 19)
EVER, NEVER = date.min, date.max


def span(typed: str) -> tuple[date, date] | None:
    found = read_dates(typed.split(), TONIGHT)
    if found is None:
        return None
    dates, used = found
    assert used == len(typed.split())
    return dates.first, dates.last


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2026-10", (2026, 10, 1), (2026, 10, 31)),
        ("2026-10-14", (2026, 10, 14), (2026, 10, 14)),
        ("14 oct", (2026, 10, 14), (2026, 10, 14)),
        ("14 oct 2025", (2025, 10, 14), (2025, 10, 14)),
        ("oct 14", (2026, 10, 14), (2026, 10, 14)),
        ("14.10.", (2026, 10, 14), (2026, 10, 14)),
        ("oct 2025", (2025, 10, 1), (2025, 10, 31)),
        ("december", (2025, 12, 1), (2025, 12, 31)),
        ("in may", (2026, 5, 1), (2026, 5, 31)),
        ("on 14 oct", (2026, 10, 14), (2026, 10, 14)),
        ("on mon", (2026, 11, 16), (2026, 11, 16)),
        ("last night", (2026, 11, 18), (2026, 11, 18)),
        ("this month", (2026, 11, 1), (2026, 11, 30)),
        ("last month", (2026, 10, 1), (2026, 10, 31)),
        ("last year", (2025, 1, 1), (2025, 12, 31)),
        ("2026-10-01..2026-10-14", (2026, 10, 1), (2026, 10, 14)),
    ],
)
def test_a_stretch_has_two_ends(typed, first, last):
    assert span(typed) == (date(*first), date(*last))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("since 1 oct", (2026, 10, 1)),
        ("since oct", (2026, 10, 1)),
        ("from 2025", (2025, 1, 1)),
        ("after oct", (2026, 11, 1)),
        ("last 1", (2026, 11, 19)),
        ("last 30", (2026, 10, 21)),
        ("last 30 nights", (2026, 10, 21)),
        ("last 2 weeks", (2026, 11, 6)),
        ("last 3 months", (2026, 8, 20)),
        ("last week", (2026, 11, 13)),
    ],
)
def test_some_reach_until_now(typed, first):
    assert span(typed) == (date(*first), NEVER)


@pytest.mark.parametrize(
    ("typed", "last"),
    [("until oct", (2026, 10, 31)), ("before oct", (2026, 9, 30)), ("before 2026", (2025, 12, 31))],
)
def test_some_reach_back_to_the_first_night(typed, last):
    assert span(typed) == (EVER, date(*last))


@pytest.mark.parametrize(
    "typed",
    ["may", "march", "today", "friday", "since", "last", "last 0", "after dinner", "in bed", "3.5", "14",
     "9999", "1026", "2026-13", "12 34"],
)  # fmt: skip
def test_words_and_numbers_that_are_no_date_stay_words(typed):
    assert read_dates(typed.split(), TONIGHT) is None


@pytest.mark.parametrize(("typed", "used"), [("oct flight", 1), ("last 5 oranges", 2), ("14 oct 9+", 2)])
def test_what_follows_a_date_is_left(typed, used):
    dates = read_dates(typed.split(), TONIGHT)
    assert dates is not None
    assert dates[1] == used


@pytest.mark.parametrize("typed", ["since 32 oct", "until 2026-02-30", "in 99"])
def test_a_date_that_cannot_be_is_said(typed):
    with pytest.raises(FieldError, match=r"a date such as 2026-10-14"):
        read_dates(typed.split(), TONIGHT)


def test_several_dates_narrow_each_other(find, write):
    for day in ("2026-09-30", "2026-10-01", "2026-10-14", "2026-10-15"):
        write(day, severity=1)
    assert find("since 1 Oct until 14 Oct") == ["2026-10-14", "2026-10-01"]
    assert find("2026-09 2026-10") == []
