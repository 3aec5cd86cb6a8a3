"""The programme of twelve weeks, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.journal.reliefs.conftest import guide, library

from stillnight.domain.errors import BadInput, FieldError
from stillnight.journal.programme.calendar import Done
from stillnight.journal.programme.programmes import Programmes
from stillnight.journal.reliefs.reliefs import Reliefs

MON_WED_FRI = (0, 2, 4)
THURSDAY = date(2026, 11, 19)


@pytest.fixture
def programmes(journal):
    return Programmes(journal, library())


def do_it(journal, completed=True, minutes=20):
    some = Reliefs(journal, library(), {})
    some.finish(some.begin(guide("exercise_prog")), minutes, completed)


def days(standing):
    return {day.date: day for week in standing.weeks for day in week.days}


def test_there_is_none_before_one_is_begun(programmes):
    assert programmes.standing() is None
    assert programmes.why_not() is None


def test_twelve_weeks_of_three_days_begin_today(programmes):
    programmes.start(MON_WED_FRI)
    standing = programmes.standing()
    assert (standing.week, standing.is_running, standing.next) == (1, True, date(2026, 11, 20))
    assert [week.number for week in standing.weeks] == list(range(1, 13))
    assert [week.is_now for week in standing.weeks].index(True) == 0
    planned = [day.date for day in days(standing).values() if day.is_planned]
    assert (len(planned), planned[:3]) == (36, [date(2026, 11, d) for d in (20, 23, 25)])
    assert planned[-1] == standing.programme.last == date(2027, 2, 10)
    assert [day for day, one in days(standing).items() if one.is_today] == [THURSDAY]


def test_a_programme_that_begins_later_has_no_week_yet(programmes):
    programmes.start((0,), date(2026, 11, 30))
    standing = programmes.standing()
    assert (standing.week, standing.is_running, standing.next) == (0, True, date(2026, 11, 30))


def test_what_was_done_stands_on_its_own_day_and_what_was_missed_stays_blank(programmes, journal, clock):
    programmes.start(MON_WED_FRI, date(2026, 11, 2))
    clock.set("2026-11-04T10:00")
    do_it(journal)
    clock.set("2026-11-06T18:00")
    do_it(journal, completed=False, minutes=5)
    # a key too many begins a session and ends it: nothing was done in part
    clock.set("2026-11-09T18:00")
    do_it(journal, completed=False, minutes=0)
    journal.record.amend(date(2026, 11, 7), {"f.exercise": 40}, allow_future=True)
    journal.record.amend(date(2026, 11, 4), {"f.exercise": 40})
    journal.record.amend(date(2026, 11, 3), {"f.exercise": False})
    clock.set("2026-11-19T22:40")
    found = {day: one.done for day, one in days(programmes.standing()).items() if one.done}
    assert found == {
        date(2026, 11, 4): Done.WHOLE,
        date(2026, 11, 6): Done.PARTLY,
        date(2026, 11, 7): Done.MOVED,
    }
    standing = programmes.standing()
    assert (standing.week, standing.sessions, standing.weeks[0].sessions) == (3, 1, 1)


def test_the_next_day_is_today_until_it_is_done(programmes, journal):
    programmes.start((3, 5))
    assert programmes.standing().next == THURSDAY
    do_it(journal, completed=False)
    assert programmes.standing().next == THURSDAY
    do_it(journal)
    assert programmes.standing().next == date(2026, 11, 21)


def test_there_is_one_at_a_time_and_ending_it_leaves_what_was_done(programmes, journal):
    programmes.start(MON_WED_FRI)
    with pytest.raises(BadInput, match="running already, since Thu 19 Nov 2026"):
        programmes.start((1,))
    do_it(journal)
    programmes.end()
    standing = programmes.standing()
    assert (standing.is_running, standing.next, standing.sessions) == (False, None, 1)
    with pytest.raises(BadInput, match="no programme is running"):
        programmes.end()
    programmes.start((1, 3))
    assert programmes.standing().programme.days == (1, 3)


def test_after_its_end_nothing_is_planned_any_more(programmes):
    programmes.start(MON_WED_FRI, date(2026, 11, 2))
    programmes.end()
    planned = [day for day, one in days(programmes.standing()).items() if one.is_planned]
    assert (planned[0], planned[-1]) == (date(2026, 11, 2), date(2026, 11, 18))


def test_a_session_in_the_morning_of_the_first_day_counts(programmes, journal, clock):
    clock.set("2026-11-02T09:00")
    programmes.start(MON_WED_FRI)
    do_it(journal)
    clock.set("2026-11-19T22:40")
    assert days(programmes.standing())[date(2026, 11, 2)].done is Done.WHOLE


def test_undo_takes_a_start_and_an_end_back(programmes, journal):
    programmes.start(MON_WED_FRI)
    programmes.end()
    journal.undo()
    assert programmes.standing().is_running
    journal.undo()
    assert programmes.standing() is None


def test_two_devices_that_begin_on_one_day_begin_one_programme(programmes, journal):
    programmes.start(MON_WED_FRI)
    (number,) = journal.desk.store.all("programmes")
    journal.undo()
    programmes.start((1,))
    assert list(journal.desk.store.all("programmes")) == [number]


def test_of_two_that_run_the_newer_counts_and_both_end(programmes, journal):
    programmes.start(MON_WED_FRI)
    other = {"tip": "exercise_prog", "start": "2026-11-10", "days": [1], "ended": None}
    journal.desk.put("elsewhere", "programmes", 7, other)
    assert programmes.standing().programme.days == MON_WED_FRI
    programmes.end()
    assert {one["ended"] for one in journal.desk.store.all("programmes").values()} == {"2026-11-19"}


@pytest.mark.parametrize(
    "record",
    [
        {"tip": "exercise_prog", "start": "soon", "days": [1]},
        {"tip": "exercise_prog", "start": "2026-11-10", "days": []},
        {"tip": "exercise_prog", "start": "2026-11-10", "days": "mon"},
        {"tip": "exercise_prog", "start": "2026-11-10", "days": [7, "1", True]},
        {"tip": "yoga", "start": "2026-11-10", "days": [1]},
    ],
)
def test_what_another_hand_left_is_passed_over(programmes, journal, record):
    journal.desk.put("by hand", "programmes", 7, record)
    assert programmes.standing() is None


@pytest.mark.parametrize(
    ("days", "start"), [((), None), ((7,), None), ((1,), date(2026, 8, 1)), ((1,), date(2027, 3, 1))]
)
def test_what_cannot_be_is_refused(programmes, days, start):
    with pytest.raises(FieldError):
        programmes.start(days, start)
    assert programmes.standing() is None


@pytest.mark.parametrize(("condition", "gate"), [("heart_unstable", "G09"), ("falls", "G08")])
def test_a_gate_says_why_not(programmes, journal, condition, gate):
    journal.ledgers.set_profile({"conditions": [condition]})
    assert programmes.why_not().id == gate
    with pytest.raises(BadInput, match=r"clinician|sitting"):
        programmes.start(MON_WED_FRI)


def test_a_glass_of_wine_of_tonight_does_not_stand_in_the_way_of_twelve_weeks(programmes, journal):
    journal.record.amend(THURSDAY, {"f.alcohol": 2})
    assert programmes.why_not() is None


def test_the_looks_lay_two_weeks_before_beside_the_last_two(programmes, journal, clock):
    start = date(2026, 9, 7)
    clock.set("2026-09-07T20:00")
    programmes.start(MON_WED_FRI, start)
    clock.set("2026-11-19T22:40")
    for offset in range(1, 15):
        journal.record.amend(start - timedelta(days=offset), {"severity": 6 if offset % 2 else 4})
    for offset in range(30, 42):
        journal.record.amend(start + timedelta(days=offset), {"severity": 4})
    journal.record.amend(start - timedelta(days=15), {"severity": 10})
    six, twelve = programmes.standing().looks
    assert (six.week, six.due, six.is_due) == (6, date(2026, 10, 19), True)
    assert (six.before.mean, six.before.nights, six.before.last) == (5, 14, date(2026, 9, 6))
    assert (six.after.mean, six.after.nights, six.after.first) == (4, 12, date(2026, 10, 5))
    assert (twelve.is_due, twelve.after.mean) == (False, None)


def test_a_few_nights_have_no_mean(programmes, journal):
    for offset in range(1, 5):
        journal.record.amend(THURSDAY - timedelta(days=offset), {"severity": 6})
    programmes.start(MON_WED_FRI)
    six, _ = programmes.standing().looks
    assert (six.before.nights, six.before.mean) == (4, None)


def test_after_twelve_weeks_it_is_over_and_another_may_begin(programmes, clock):
    programmes.start(MON_WED_FRI)
    clock.set("2027-02-11T12:00")
    standing = programmes.standing()
    assert (standing.week, standing.is_running, standing.next) == (13, False, None)
    assert [look.is_due for look in standing.looks] == [True, True]
    programmes.start((1,))
    assert programmes.standing().week == 1
