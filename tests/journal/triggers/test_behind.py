"""The nights behind a pattern."""

from __future__ import annotations

from datetime import date

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.journal.triggers.behind import NightsBehind

CAFFEINE = Factor("caffeine", "caffeine", "", Kind.AMOUNT, most=20, high=3, direction="worse", usual=2)


def night(day: int, severity: int | None, servings: float | None, left_out: str = "") -> DiaryNight:
    answers = {} if servings is None else {"caffeine": servings}
    return DiaryNight(date(2026, 11, day), severity, answers, left_out)


NIGHTS = [night(1, 3, 0), night(2, 3, 3), night(3, 6, None), night(4, 4, 1), night(6, 5, 0, "late")]
BEHIND = NightsBehind(NIGHTS, [CAFFEINE])


def test_the_newest_night_comes_first_with_what_was_answered_and_what_came():
    found = BEHIND.of("caffeine")
    assert [(one.night.day, one.answer, one.has_it, one.severity) for one in found] == [
        (6, 0, False, 5), (4, 1, False, 4), (2, 3, True, 3), (1, 0, False, 3),
    ]  # fmt: skip


def test_where_the_day_before_matters_its_answer_stands_beside_the_night():
    found = BEHIND.of("caffeine", lag=1)
    assert [(one.night.day, one.answer, one.has_it, one.severity) for one in found] == [
        (3, 3, True, 6), (2, 0, False, 3),
    ]  # fmt: skip


def test_a_night_that_does_not_count_is_shown_and_nothing_is_expected_of_it():
    newest = BEHIND.of("caffeine")[0]
    assert (newest.left_out, newest.expected) == ("late", None)


def test_what_is_expected_follows_the_nights_before():
    expected = {one.night.day: one.expected for one in BEHIND.of("caffeine")}
    assert expected[1] is None
    assert 3 <= expected[2] < expected[4] <= 6
