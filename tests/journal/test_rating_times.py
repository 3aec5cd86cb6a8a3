"""When the day was rated: before the evening begins at six it counts in full."""

from __future__ import annotations

from datetime import date

import pytest

TONIGHT = date(2026, 11, 19)
AFTERNOON, LATER, EVENING = "2026-11-19T15:04", "2026-11-19T17:59", "2026-11-19T18:00"


@pytest.fixture
def rate(journal, clock):
    """Rates stress at a moment, beside other answers, and says what the night holds then."""

    def rate(at, rating, night=TONIGHT, **more):
        clock.set(at)
        journal.record.amend(night, {"f.stress": rating, **more})
        return {name: value for name, value in journal.browse.night(night).values.items() if name != "date"}

    return rate


def test_a_rating_of_the_afternoon_says_when_it_was_made_and_makes_no_evening(rate, journal):
    assert rate(AFTERNOON, 6) == {"f.stress": 6, "f.stress.at": "2026-11-19T15:04+01:00"}
    assert journal.browse.night(TONIGHT).is_day_only
    assert not journal.browse.is_unconfirmed(TONIGHT)


def test_the_evening_begins_at_six(rate):
    assert "f.stress.at" in rate(LATER, 6)
    assert "f.stress.at" not in rate("2026-11-20T18:00", 6, date(2026, 11, 20))


def test_with_anything_else_it_is_an_evening(rate, journal):
    assert rate(AFTERNOON, 6, severity=3)["evening_at"] == "2026-11-19T15:04+01:00"
    assert not journal.browse.night(TONIGHT).is_day_only


def test_the_evening_after_it_says_when_it_was_entered(rate, journal, clock):
    rate(AFTERNOON, 6)
    clock.set("2026-11-19T22:40")
    journal.record.amend(TONIGHT, {"severity": 4})
    night = journal.browse.night(TONIGHT)
    assert night.get("evening_at") == "2026-11-19T22:40+01:00"
    assert night.get("f.stress.at") == "2026-11-19T15:04+01:00"


def test_the_usual_medicines_with_it_make_an_evening(journal, clock):
    clock.set(AFTERNOON)
    journal.ledgers.add_medicine("iron", usual=True)
    journal.record.amend(TONIGHT, {"f.stress": 6}, usual=True)
    assert journal.browse.night(TONIGHT).get("evening_at") == "2026-11-19T15:04+01:00"


def test_a_rating_changed_in_the_evening_is_one_of_the_evening(rate):
    rate(AFTERNOON, 6)
    assert rate("2026-11-19T21:15", 9)["f.stress.at"] == "2026-11-19T21:15+01:00"


def test_the_same_rating_said_again_is_no_other_one(rate):
    rate(AFTERNOON, 6)
    assert rate("2026-11-19T21:15", 6)["f.stress.at"] == "2026-11-19T15:04+01:00"
    assert rate("2026-11-19T23:15", 6)["f.stress.at"] == "2026-11-19T15:04+01:00"


def test_of_a_night_that_is_over_nobody_knows_when_a_changed_rating_was_made(rate):
    rate(AFTERNOON, 6)
    assert "f.stress.at" not in rate("2026-11-21T15:04", 9)


def test_a_night_written_down_afterwards_gets_no_time(rate):
    assert "f.stress.at" not in rate("2026-11-21T15:04", 6)


def test_the_morning_after_is_no_afternoon(rate):
    assert "f.stress.at" not in rate("2026-11-20T10:30", 6)


def test_a_time_that_is_said_stands(rate):
    assert rate("2026-11-19T22:40", 6, **{"f.stress.at": "13:30"})["f.stress.at"] == "2026-11-19T13:30+01:00"


def test_an_amount_says_nothing_of_when_it_was_written_down(journal, clock):
    clock.set(AFTERNOON)
    journal.record.amend(TONIGHT, {"f.caffeine": 2})
    assert set(journal.browse.night(TONIGHT).values) == {"date", "f.caffeine", "evening_at"}


def test_a_rating_taken_back_in_the_afternoon_goes_with_its_time(rate):
    rate(AFTERNOON, 6)
    assert rate(LATER, None) == {}
