"""Looking at nights, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from tests.clocks import BERLIN

from stillnight.domain.moment import Moment
from stillnight.domain.ports import NIGHTS, Change
from stillnight.journal.browse import Mark

TONIGHT = date(2026, 11, 19)


def day(number: int) -> date:
    return date(2026, 11, number)


def at(wall: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=BERLIN)


def amend(journal, number, **values):
    fields = {name.replace("f_", "f.", 1) if name.startswith("f_") else name: values[name] for name in values}
    journal.record.amend(day(number), fields)


def test_a_night_without_an_entry_is_empty_and_not_logged(journal):
    night = journal.browse.night(TONIGHT)
    assert (night.logged, dict(night.values)) == (False, {})


def test_nights_come_in_order_whatever_the_order_of_writing(journal):
    for number in (12, 3, 7):
        amend(journal, number, severity=number % 10)
    found = journal.browse.nights(day(3), day(11))
    assert [night.date for night in found] == [day(3), day(7)]
    assert journal.browse.dates() == [day(3), day(7), day(12)]


def test_an_id_that_is_no_date_is_passed_over(journal, store):
    amend(journal, 18, severity=4)
    store.records[NIGHTS, 20261131] = {"severity": 9}
    assert [night.date for night in journal.browse.nights(day(1), date(2026, 12, 1))] == [day(18)]
    assert list(journal.browse.marks(day(1), date(2026, 12, 1))) == [day(18)]


def test_the_calendar_shows_the_worst_of_evening_and_night(journal):
    amend(journal, 17, severity=3)
    journal.record.awake(at("2026-11-18T03:10"), {"severity": 8})
    amend(journal, 16, severity=7)
    journal.record.awake(at("2026-11-17T02:00"), {"severity": 2})
    amend(journal, 15, note="no rating")
    found = journal.browse.marks(day(1), day(30))
    assert {night: mark.worst for night, mark in found.items()} == {day(17): 8, day(16): 7, day(15): None}


def test_the_calendar_knows_what_was_recalled_late(journal, clock):
    amend(journal, 18, severity=3)
    amend(journal, 19, severity=4)
    amend(journal, 17, severity=2, evening_at="2026-11-17T22:00+01:00")
    amend(journal, 16, severity=1, source="import", evening_at="2026-11-16T22:00+01:00")
    clock.set("2026-11-21T13:00")
    journal.record.amend(TONIGHT, {"quality": 3}, form="morning_at")
    found = journal.browse.marks(day(1), day(30))
    assert {night.day: mark.is_late for night, mark in found.items()} == {
        16: False,
        17: False,
        18: True,
        19: True,
    }
    assert journal.browse.page(TONIGHT).recall.names == ["morning"]


def test_a_night_that_has_only_an_episode_is_marked(journal):
    journal.record.awake(at("2026-11-18T03:10"), {"severity": 5})
    assert journal.browse.marks(day(17), day(17)) == {day(17): Mark(5)}


def test_marks_stop_at_the_edges_of_what_was_asked(journal):
    for number in (9, 10, 12, 13):
        amend(journal, number, severity=1)
    assert sorted(journal.browse.marks(day(10), day(12))) == [day(10), day(12)]


def test_a_page_holds_the_night_its_episodes_in_order_and_what_was_taken(journal):
    journal.ledgers.add_medicine("iron", "iron", usual=True, dose_text="1 tablet")
    journal.record.amend(
        day(18),
        {
            "severity": 4, "lights_out": "22:30", "sol_min": 30, "waso_min": 20,
            "final_wake": "06:30", "out_of_bed": "07:00",
        },
        usual=True,
    )  # fmt: skip
    journal.record.awake(at("2026-11-19T04:00"), {"severity": 9})
    journal.record.awake(at("2026-11-19T01:00"), {"severity": 2})
    page = journal.browse.page(day(18))
    assert [episode.severity for episode in page.episodes] == [2, 9]
    assert [(medicine.name, dose.amount_text) for medicine, dose in page.doses] == [("iron", "1 tablet")]
    assert (page.worst, page.sleep.tst, page.sleep.tib) == (9, 430, 510)


def test_a_dose_of_a_medicine_nobody_knows_is_left_out_of_the_page(journal, store):
    store.write("dose", [Change("doses", 1, "night", "2026-11-18"), Change("doses", 1, "medicine", 99)])
    assert journal.browse.page(day(18)).doses == []


def test_the_last_onset_is_the_newest_time_before_the_night_and_words_are_no_time(journal):
    amend(journal, 10, onset="20:15")
    amend(journal, 12, onset="21:45")
    amend(journal, 14, onset="not_yet")
    amend(journal, 16, onset="23:00")
    assert journal.browse.last_onset(day(16)) == at("2026-11-12T21:45")
    assert journal.browse.last_onset(day(10)) is None


def test_a_last_onset_older_than_the_window_is_forgotten(journal):
    journal.record.amend(date(2026, 8, 21), {"onset": "21:00"})
    assert journal.browse.last_onset(TONIGHT) is not None
    assert journal.browse.last_onset(day(20)) is None


def test_the_usual_amount_is_the_median_of_the_days_that_had_it(journal):
    for number, cups in enumerate([1, 2, 6, 0, False, True, None], start=1):
        amend(journal, number, f_caffeine=cups, severity=1)
    assert journal.browse.usual_amounts(TONIGHT) == {"caffeine": 2}


@pytest.mark.parametrize(("amounts", "usual"), [([3], 3), ([9, 2, 4], 4), ([1, 9, 4, 2], 3), ([1, 2], 1.5)])
def test_the_usual_amount_is_the_middle_one(journal, amounts, usual):
    for back, cups in enumerate(amounts, 1):
        amend(journal, 19 - back, f_caffeine=cups)
    assert journal.browse.usual_amounts(TONIGHT) == {"caffeine": usual}


def test_the_night_itself_says_nothing_about_the_usual_amount(journal):
    amend(journal, 19, f_caffeine=9)
    assert journal.browse.usual_amounts(TONIGHT) == {}


def test_legs_on_counts_rated_nights_of_the_last_week(journal):
    for number, severity in {12: 9, 13: 0, 14: 4, 15: None, 17: 0}.items():
        amend(journal, number, severity=severity, note="x")
    journal.record.awake(at("2026-11-18T03:00"), {"severity": 6})
    assert journal.browse.legs_on(TONIGHT) == (2, 3)


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        ("2026-11-19T22:40", Moment.EVENING),
        ("2026-11-20T00:30", Moment.NIGHT),
        ("2026-11-20T05:00", Moment.MORNING),
        ("2026-11-20T12:00", Moment.EVENING),
    ],
)
def test_the_moment_follows_the_clock(journal, clock, now, moment):
    clock.set(now)
    assert journal.browse.moment() is moment


def test_lights_out_begins_the_night_of_that_night_alone(journal, clock):
    journal.record.lights_out(TONIGHT, clock.now())
    assert journal.browse.moment() is Moment.NIGHT
    clock.set("2026-11-20T22:45")
    assert journal.browse.moment() is Moment.EVENING


def test_usual_medicines_count_as_taken_only_when_each_of_them_is(journal):
    assert not journal.browse.usual_taken(TONIGHT)
    journal.ledgers.add_medicine("iron", usual=True)
    journal.record.amend(TONIGHT, {}, usual=True)
    assert journal.browse.usual_taken(TONIGHT)
    journal.ledgers.add_medicine("gabapentin", usual=True)
    assert not journal.browse.usual_taken(TONIGHT)


def test_earlier_values_are_told_oldest_first(journal):
    for severity in (6, 4, 2):
        amend(journal, 18, severity=severity)
    assert [one.value for one in journal.browse.earlier(day(18)) if one.field == "severity"] == [6, 4]
