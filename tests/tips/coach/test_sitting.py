"""A long sit: its breaks come when they should, and what passed unseen is told once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from stillnight.tips.coach.sitting import begin_sitting, breaks_in, look_at, restarted, seconds_to_look
from tests.clocks import BERLIN, EVENING

EVERY = timedelta(minutes=45)


def after(**amount: float) -> datetime:
    return EVENING + timedelta(**amount)


@pytest.fixture
def sitting():
    return begin_sitting(EVENING, EVERY, timedelta(hours=5))


def test_nothing_is_due_before_its_time(sitting):
    seen = look_at(sitting, after(minutes=44, seconds=59))
    assert (seen.is_break, seen.missed, seen.is_over, seen.sitting) == (False, 0, False, sitting)


@pytest.mark.parametrize("late", [0, 30, 120])
def test_a_break_is_due_at_its_time_and_shortly_after(sitting, late):
    seen = look_at(sitting, after(minutes=45, seconds=late))
    assert (seen.is_break, seen.missed) == (True, 0)
    assert seconds_to_look(seen.sitting, after(minutes=45, seconds=late)) == 45 * 60


@pytest.mark.parametrize(("asleep", "missed"), [(48, 1), (89, 1), (90, 2), (91, 2), (200, 4)])
def test_breaks_that_passed_while_the_computer_slept_are_counted_once(sitting, asleep, missed):
    seen = look_at(sitting, after(minutes=asleep))
    assert (seen.is_break, seen.missed) == (False, missed)
    again = look_at(seen.sitting, after(minutes=asleep, seconds=1))
    assert (again.is_break, again.missed) == (False, 0)
    assert look_at(again.sitting, after(minutes=asleep + 45)).is_break


def test_it_is_over_when_its_time_is_and_no_break_comes_with_the_end():
    sitting = begin_sitting(EVENING, EVERY, timedelta(minutes=90))
    sitting = look_at(sitting, after(minutes=45)).sitting
    seen = look_at(sitting, after(minutes=90))
    assert (seen.is_over, seen.is_break, seen.missed) == (True, False, 0)


def test_what_passed_unseen_before_the_end_is_counted_and_nothing_after_it(sitting):
    seen = look_at(sitting, after(hours=30))
    assert (seen.is_over, seen.missed) == (True, 6)


def test_without_an_end_it_is_never_over():
    assert not look_at(begin_sitting(EVENING, EVERY), after(days=2)).is_over


def test_a_break_of_ones_own_choosing_puts_the_next_one_off(sitting):
    sitting = restarted(sitting, after(minutes=20))
    assert not look_at(sitting, after(minutes=45)).is_break
    assert look_at(sitting, after(minutes=65)).is_break


def test_the_next_look_is_at_the_next_break_or_at_the_end():
    sitting = begin_sitting(EVENING, EVERY, timedelta(minutes=50))
    assert seconds_to_look(sitting, EVENING) == 45 * 60
    sitting = look_at(sitting, after(minutes=45)).sitting
    assert seconds_to_look(sitting, after(minutes=45)) == 5 * 60
    assert seconds_to_look(sitting, after(minutes=55)) == 0


def test_a_clock_that_is_put_back_makes_no_wait_longer(sitting):
    seen = look_at(sitting, after(hours=-3))
    assert seconds_to_look(seen.sitting, after(hours=-3)) == 45 * 60


def test_the_night_on_which_the_clocks_go_back_has_no_longer_wait():
    began = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    sitting = begin_sitting(began, EVERY)
    assert look_at(sitting, datetime(2026, 10, 25, 2, 15, tzinfo=BERLIN, fold=1)).is_break


@pytest.mark.parametrize(("hours", "breaks"), [(5, 6), (0.75, 0), (0.76, 1), (1.5, 1), (0.5, 0)])
def test_how_many_breaks_a_sit_has(hours, breaks):
    assert breaks_in(timedelta(hours=hours), EVERY) == breaks
