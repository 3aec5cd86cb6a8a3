"""Which mark is a long sit that is still to come, and how long it takes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stillnight.domain.mark import Mark
from stillnight.journal.long_sit.planned import Planned, is_to_come, length_in, planned_sit, sit_words

SAT, SUN, MON = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)
KINDS = {"flight", "meeting"}


def flight(day: date, text: str = "5 h", kind: str = "flight") -> Mark:
    return Mark(day, kind, text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("5 h", 300), ("5h30", 330), ("90 min", 90), ("to Lisbon, 5 h", 300), ("2.5 hours to Rome", 150),
        ("1h 15 min in row 30", 75), ("3 h, gate 7", 180), ("45m", 45),
        ("", None), ("to Lisbon", None), ("14:30", None), ("gate 12", None), ("5 hotels", None),
        ("3 months", None), ("300 h", None), ("at 14:30 h", None),
    ],
)  # fmt: skip
def test_the_length_is_read_where_a_unit_stands_with_it(text, minutes):
    assert length_in(text) == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("tonight", "today", "is_near"),
    [
        (SAT - timedelta(days=1), SAT, False),  # Saturday morning: the evening before has not begun
        (SAT, SAT, True),  # Saturday evening
        (SAT, SUN, True),  # Saturday's night, after midnight, and Sunday morning
        (SUN, SUN, True),  # Sunday afternoon and evening: it may be an evening flight
        (SUN, MON, False),  # Sunday's night, after midnight: it is over
        (MON, MON, False),
    ],
)
def test_it_is_near_from_the_evening_before_until_its_day_is_over(tonight, today, is_near):
    assert (planned_sit([flight(SUN)], KINDS, tonight, today) is not None) is is_near


def test_what_comes_first_is_meant_and_of_a_day_the_longest():
    marks = [flight(SUN, "8 h"), flight(SAT, "2 h", "meeting"), flight(SAT, "4 h")]
    assert planned_sit(marks, KINDS, SAT, SAT) == Planned(marks[2], timedelta(hours=4))


@pytest.mark.parametrize(
    ("mark", "is_long"),
    [
        (flight(SUN, "59 min"), False), (flight(SUN, "60 min"), True), (flight(SUN, ""), True),
        (flight(SUN, "5 h", "new_job"), False),
    ],
)  # fmt: skip
def test_under_an_hour_is_no_long_sit_and_without_a_length_it_may_be_one(mark, is_long):
    assert (planned_sit([mark], KINDS, SAT, SAT) is not None) is is_long
    assert is_to_come(mark, KINDS, SAT) is is_long


def test_what_is_over_is_not_to_come():
    assert not is_to_come(flight(SAT), KINDS, SUN)


@pytest.mark.parametrize(
    ("today", "length", "words"),
    [
        (SAT, timedelta(hours=5), "Tomorrow, Sun 22 Nov: flight, 5 h."),
        (SUN, timedelta(minutes=90), "Today, Sun 22 Nov: flight, 1 h 30 min."),
        (SAT, None, "Tomorrow, Sun 22 Nov: flight."),
    ],
)
def test_it_is_said_with_its_day(today, length, words):
    assert sit_words(Planned(flight(SUN), length), "flight", today) == words
