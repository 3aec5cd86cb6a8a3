"""Late recall: when a night was written down."""

from __future__ import annotations

from datetime import date, time

import pytest

from stillnight.domain.night import Night
from stillnight.domain.recall import Recall, recall_of

NIGHT = date(2026, 11, 19)


def recalled(rollover=time(12), night=NIGHT, **values):
    return recall_of(Night(night, values), rollover).names


@pytest.mark.parametrize(
    ("entered", "late"),
    [
        ("2026-11-19T22:40+01:00", []),
        ("2026-11-20T03:00+01:00", []),
        ("2026-11-20T11:59+01:00", []),
        ("2026-11-20T12:00+01:00", ["evening"]),
        ("2026-12-24T18:00+01:00", ["evening"]),
        ("2026-11-18T22:40+01:00", []),
    ],
)
def test_an_evening_is_late_once_its_night_is_over(entered, late):
    assert recalled(evening_at=entered) == late


@pytest.mark.parametrize(
    ("confirmed", "late"),
    [
        ("2026-11-20T06:50+01:00", []),
        ("2026-11-20T21:00+01:00", []),
        ("2026-11-21T11:59+01:00", []),
        ("2026-11-21T12:00+01:00", ["morning"]),
    ],
)
def test_a_morning_is_late_a_day_after_the_evening_form_offered_it(confirmed, late):
    assert recalled(morning_at=confirmed) == late


def test_both_can_be_late_and_say_when():
    night = Night(NIGHT, {"evening_at": "2026-11-25T10:00+01:00", "morning_at": "2026-11-25T10:05+01:00"})
    recall = recall_of(night)
    assert recall.is_late
    assert (str(recall.evening), str(recall.morning)) == (
        "2026-11-25 10:00:00+01:00",
        "2026-11-25 10:05:00+01:00",
    )


@pytest.mark.parametrize("values", [{}, {"source": "import"}, {"evening_at": "late"}, {"evening_at": 7}])
def test_a_night_of_which_nobody_knows_when_it_was_entered_is_on_time(values):
    assert recall_of(Night(NIGHT, values)) == Recall()
    assert not Recall().is_late


def test_the_rollover_of_the_journal_and_the_clock_it_was_written_with_decide():
    assert recalled(rollover=time(15), evening_at="2026-11-20T14:00+01:00") == []
    # 11:30 in New York, though 17:30 in Berlin
    assert recalled(evening_at="2026-11-20T11:30-05:00") == []


@pytest.mark.parametrize("night", [date.min, date.max])
def test_at_the_ends_of_the_calendar_nothing_raises(night):
    assert isinstance(recalled(night=night, evening_at="2026-11-20T11:30-05:00"), list)
    assert isinstance(recalled(night=night, morning_at="0001-01-01T23:00+00:00"), list)
