"""How far each trial is; of two that two devices started for the same nights, which one runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stillnight.domain.ports import TRIALS, Store
from stillnight.insight.trials.trial import Trial
from stillnight.journal.trials.record import trial_of
from stillnight.journal.trials.views import State


@dataclass(frozen=True, slots=True)
class Place:
    """A trial and how far it is.

    Attributes:
        trial: The trial.
        state: How far it is.
        aside_for: The title of the trial that runs in its place; empty where it was not set aside.
    """

    trial: Trial
    state: State
    aside_for: str = ""

    @property
    def is_current(self) -> bool:
        """Does it run, or will it?"""
        return self.state in (State.RUNNING, State.PLANNED)

    @property
    def counts(self) -> bool:
        """Was it not set aside?"""
        return self.state is not State.SET_ASIDE


def read_trials(store: Store) -> list[Trial]:
    """Every trial on record."""
    return [trial for number, record in store.all(TRIALS).items() if (trial := trial_of(number, record))]


def places_of(trials: Iterable[Trial], tonight: date) -> list[Place]:
    """How far each trial is tonight, the newest first.

    Only one trial runs at a time. Where two devices started trials for the same nights, the one with the
    earlier first night runs, of two with the same first night the one whose number is smaller, which is the
    one that was started first. Every device says the same.
    """
    places: list[Place] = []
    for trial in sorted(trials, key=lambda one: (one.start, one.id)):
        first = next((one.trial for one in places if one.counts and _overlap(one.trial, trial)), None)
        if first is not None:
            places.append(Place(trial, State.SET_ASIDE, first.title))
        else:
            places.append(Place(trial, _state(trial, tonight)))
    return places[::-1]


def _overlap(one: Trial, other: Trial) -> bool:
    return one.start <= other.end and other.start <= one.end


def _state(trial: Trial, tonight: date) -> State:
    if trial.stopped is not None:
        return State.STOPPED
    if tonight < trial.start:
        return State.PLANNED
    return State.RUNNING if tonight <= trial.last else State.FINISHED
