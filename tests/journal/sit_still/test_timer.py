"""Sitting still until the first urge: the moments are handed in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.clocks import BERLIN, EVENING

from stillnight.journal.sit_still.timer import LONGEST, Phase, Try, begin, look, press, stop


def after(seconds: float) -> datetime:
    return EVENING + timedelta(seconds=seconds)


def watched(seconds: int, one: Try | None = None) -> Try:
    """A try that was looked at every ten seconds."""
    one = one or begin(EVENING)
    for at in range(10, seconds + 1, 10):
        one = look(one, after(at))
    return one


@pytest.mark.parametrize(("seconds", "minutes"), [(20, 0), (29, 0), (31, 1), (89, 1), (90, 2), (754, 13)])
def test_a_key_at_the_first_urge_gives_the_nearest_minute(seconds, minutes):
    one = press(watched(seconds), after(seconds))
    assert (one.phase, one.minutes) == (Phase.FELT, minutes)


def test_giving_up_is_no_urge():
    one = stop(watched(600), after(600))
    assert (one.phase, one.minutes) == (Phase.NOTHING, 10)


def test_after_an_hour_it_ends_without_an_urge():
    one = watched(3700)
    assert (one.phase, one.minutes) == (Phase.NOTHING, 60)
    assert one.ended == EVENING + LONGEST


def test_a_key_after_the_hour_is_no_urge_of_61_minutes():
    late = press(watched(3590), after(3612))
    assert (late.phase, late.minutes) == (Phase.NOTHING, 60)


@pytest.mark.parametrize("end", [press, stop, look])
def test_a_machine_that_slept_makes_it_void(end):
    one = end(watched(120), after(120 + 31))
    assert one.phase is Phase.VOID


def test_a_clock_that_was_set_back_makes_it_void():
    assert press(watched(120), after(100)).phase is Phase.VOID


def test_what_is_over_stays_as_it_ended():
    felt = press(watched(600), after(600))
    assert press(felt, after(900)) == stop(felt, after(900)) == look(felt, after(9000)) == felt


def test_the_hour_that_comes_twice_is_counted_as_it_passed():
    summer = datetime(2026, 10, 25, 2, 55, tzinfo=BERLIN)
    winter = datetime(2026, 10, 25, 2, 5, tzinfo=BERLIN, fold=1)
    one = Try(Phase.STILL, summer, winter)
    assert press(one, winter).minutes == 10


def test_an_hour_in_which_the_clocks_go_back_is_no_longer():
    began = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    one = begin(began)
    for seconds in range(10, 3610, 10):
        one = look(one, (began.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(BERLIN))
    assert (one.phase, one.minutes) == (Phase.NOTHING, 60)
