"""Which nights of a trial count."""

from datetime import date, timedelta

import pytest
from tests.insight.trials.lived import START, A, U, trial_of

from stillnight.domain.night import Night
from stillnight.insight.trials.trial import Outcome
from stillnight.journal.trials.counting import count, scatter_of

TRIAL = trial_of((A, U) * 3)
AFTER = START + timedelta(days=6)


def night(at, **values):
    return Night(START + timedelta(days=at), values)


def test_answers_of_its_nights_count():
    counted = count(TRIAL, [night(0, disturbed=3), night(5, disturbed=0), night(6, disturbed=9)], AFTER)

    assert counted.values == {START: 3, START + timedelta(days=5): 0}
    assert counted.missing == 4


def test_an_answer_to_something_else_does_not():
    assert count(TRIAL, [night(0, severity=3)], AFTER).values == {}


def test_what_was_answered_late_is_left_out_and_told():
    late = night(0, disturbed=3, morning_at="2026-11-05T09:00+01:00")
    in_time = night(1, disturbed=4, morning_at="2026-11-04T09:00+01:00")

    counted = count(TRIAL, [late, in_time], AFTER)

    assert list(counted.values) == [START + timedelta(days=1)]
    assert (counted.late, counted.missing) == (1, 4)


def test_an_evening_filled_in_late_says_nothing_against_the_morning():
    one = night(0, disturbed=3, evening_at="2026-11-09T09:00+01:00", morning_at="2026-11-03T09:00+01:00")

    assert count(TRIAL, [one], AFTER).late == 0


def test_a_night_to_come_is_not_missing():
    assert count(TRIAL, [night(0, disturbed=3)], START + timedelta(days=2)).missing == 1
    assert count(TRIAL, [], START).missing == 0


def test_ones_own_scatter_is_that_of_a_night_against_the_next():
    """Steps of two, up and down: one night alone scatters by the square root of two."""
    nights = [Night(date(2026, 10, 1) + timedelta(days=at), {"severity": 4 + at % 2 * 2}) for at in range(15)]

    assert scatter_of(nights, Outcome.SEVERITY) == pytest.approx(2**0.5)
    assert scatter_of(nights[:14], Outcome.SEVERITY) is None
    assert scatter_of(nights, Outcome.DISTURBED) is None


def test_a_gap_is_no_step():
    days = [*range(10), *range(20, 30)]
    nights = [Night(date(2026, 10, 1) + timedelta(days=at), {"severity": 5 if at < 10 else 9}) for at in days]

    assert scatter_of(nights, Outcome.SEVERITY) == 0
