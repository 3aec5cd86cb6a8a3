"""A session that is going on, as a pure state machine: each move takes the moment and gives a new state.

Time is only ever the difference between two moments that are handed in, so a machine that slept through a
countdown tells the truth when it wakes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from stillnight.tips.coach.guide import Guide, Step

ASLEEP = timedelta(seconds=30)
"""Looked at less often than that, the machine was asleep or the program stood still."""


class Phase(StrEnum):
    """Where a session stands."""

    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class CoachState:
    """A session that is going on.

    Attributes:
        phase: Where it stands.
        index: The step that it is at, from 0; beyond the last once it is done.
        began: When the session began.
        step_began: When the step began, moved on by every pause.
        looked: When it was last looked at.
        paused_at: When it was paused; ``None`` while it runs.
        ended: When it was done or stopped; for one that ran out unseen the moment at which it ran out.
        paused: How long it stood still in all, pauses and sleep of the machine among them.
        overslept: How much of that the machine slept; zero where it never did.
    """

    phase: Phase
    index: int
    began: datetime
    step_began: datetime
    looked: datetime
    paused_at: datetime | None = None
    ended: datetime | None = None
    paused: timedelta = timedelta()
    overslept: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class View:
    """What is to be shown of a session at a moment.

    Attributes:
        step: The step it is at; ``None`` once it is over.
        left: Seconds left of the step, rounded up; ``None`` where it goes on until a key is pressed.
        left_in_all: Seconds left of all timed steps from here.
        number: Which step this is, from 1.
        count: How many steps there are.
        next: The step after this one; ``None`` at the last.
        news: One plain sentence about what went on unseen, such as a machine that slept; empty otherwise.
    """

    step: Step | None
    left: int | None
    left_in_all: int
    number: int
    count: int
    next: Step | None = None
    news: str = ""


def begin(guide: Guide, now: datetime) -> CoachState:
    """A session that begins now."""
    raise NotImplementedError


def look(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """The state as it is now: steps that have run out are behind it."""
    raise NotImplementedError


def pause(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """Stand still, or go on after standing still."""
    raise NotImplementedError


def skip(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """Go on to the next step; after the last one the session is done."""
    raise NotImplementedError


def back(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """Begin the step again; within its first three seconds the one before."""
    raise NotImplementedError


def stop(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """End the session here."""
    raise NotImplementedError


def view(guide: Guide, state: CoachState, now: datetime) -> View:
    """What is to be shown now."""
    raise NotImplementedError


def minutes(state: CoachState, now: datetime) -> int:
    """Whole minutes spent on it, 0-240, pauses and sleep of the machine left out.

    At least 1 once 30 seconds were.
    """
    raise NotImplementedError
