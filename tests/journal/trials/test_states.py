"""How far trials are, and which of two runs."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from tests.insight.trials.lived import START, A, U, trial_of

from stillnight.journal.trials.states import places_of
from stillnight.journal.trials.views import State

LAST = START + timedelta(days=27)
PAIRS = (A, U) * 14


def later(trial, **change):
    return type(trial)(**{name: getattr(trial, name) for name in trial.__slots__} | change)


TRIAL = trial_of(PAIRS)


@pytest.mark.parametrize(
    ("tonight", "state"),
    [
        (START - timedelta(days=1), State.PLANNED),
        (START, State.RUNNING),
        (LAST, State.RUNNING),
        (LAST + timedelta(days=1), State.FINISHED),
    ],
)
def test_a_trial_runs_from_its_first_night_to_its_last(tonight, state):
    assert places_of([TRIAL], tonight)[0].state is state


def test_a_stopped_trial_stays_stopped():
    stopped = later(TRIAL, stopped=START + timedelta(days=3))

    assert places_of([stopped], START + timedelta(days=3))[0].state is State.STOPPED
    assert places_of([stopped], LAST + timedelta(days=9))[0].state is State.STOPPED


def test_of_two_devices_the_earlier_first_night_runs_whatever_comes_first_out_of_the_file():
    first = later(TRIAL, id=9, title="first")
    second = later(TRIAL, id=1, title="second", start=START + timedelta(days=1))

    for order in permutations([first, second]):
        states = {place.trial.title: place.state for place in places_of(order, START + timedelta(days=2))}
        assert states == {"first": State.RUNNING, "second": State.SET_ASIDE}


def test_of_two_with_the_same_first_night_the_one_that_was_started_first_runs():
    """The number of a record sorts by the time at which it was made."""
    places = places_of([later(TRIAL, id=9), later(TRIAL, id=4)], START)

    assert {place.trial.id: place.state for place in places} == {4: State.RUNNING, 9: State.SET_ASIDE}
    assert next(place.aside_for for place in places if place.trial.id == 9) == TRIAL.title


def test_what_was_set_aside_stays_so_when_the_other_one_is_stopped_later():
    first = later(TRIAL, id=1, stopped=START + timedelta(days=5))
    second = later(TRIAL, id=2, start=START + timedelta(days=2))

    assert [place.state for place in places_of([first, second], LAST)] == [State.SET_ASIDE, State.STOPPED]


def test_a_trial_after_a_stopped_one_runs():
    first = later(TRIAL, id=1, stopped=START + timedelta(days=5))
    second = later(TRIAL, id=2, start=START + timedelta(days=6))

    assert [place.state for place in places_of([first, second], date(2026, 11, 10))] == [
        State.RUNNING,
        State.STOPPED,
    ]
