"""A session that is going on, as a pure state machine: each move takes the moment and gives a new state.

Time is only ever the difference between two moments that are handed in, so a machine that slept through a
countdown tells the truth when it wakes. What it slept counts for a pad or a massager, which went on, and not
for a stretch, which nobody guided. Moments are compared in UTC: in a zone that changes its clocks two of them
subtract as what the clock on the wall says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from stillnight.domain.clock_rule import time_between
from stillnight.tips.coach.guide import Guide, Kind, Step
from stillnight.tips.coach.spans import news_of, whole_minutes, whole_seconds

ASLEEP = timedelta(seconds=30)
"""Looked at less often than that, the machine was asleep or the program stood still."""

JUST_BEGUN = timedelta(seconds=3)
"""A step begun no longer ago than that is left for the one before it by :func:`back`."""

NOTHING = timedelta()


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
        looked: When it was last looked at.
        spent: How long the step has run, its pauses left out.
        worked: How long all steps have run that are more than getting ready.
        is_preparing: Is the step a getting ready?
        paused_at: When it was paused, or fell asleep; ``None`` while it runs.
        ended: When it was done or stopped; for one that ran out unseen the moment at which it ran out, for
            one that is stopped in a pause the moment at which that began.
        overslept: How long the machine slept meanwhile, in all.
        unseen: How long it slept just now; nothing again once a key is pressed or the next step begins.
    """

    phase: Phase
    index: int
    began: datetime
    looked: datetime
    spent: timedelta = NOTHING
    worked: timedelta = NOTHING
    is_preparing: bool = False
    paused_at: datetime | None = None
    ended: datetime | None = None
    overslept: timedelta = NOTHING
    unseen: timedelta = NOTHING

    @property
    def is_over(self) -> bool:
        """Is it done or stopped?"""
        return self.phase in (Phase.DONE, Phase.STOPPED)


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
    return _at(guide, CoachState(Phase.RUNNING, 0, now, now), 0)


def look(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """The state as it is now: steps that have run out are behind it.

    A clock that was set back takes nothing away. Where the machine slept, a device has gone on, and its
    session may be over; a step of any other is begun again and waits, paused; one without a length goes on.
    """
    if state.phase is not Phase.RUNNING:
        return state
    gap = time_between(state.looked, now)
    seen = replace(state, looked=now)
    if gap <= ASLEEP:
        return _run(guide, seen, max(gap, NOTHING))
    slept = replace(seen, overslept=state.overslept + gap, unseen=gap)
    if guide.steps[state.index].is_open:
        return slept
    if guide.runs_on:
        return replace(_run(guide, slept, gap), unseen=gap)
    return replace(slept, phase=Phase.PAUSED, spent=NOTHING, paused_at=state.looked)


def pause(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """Stand still, or go on after standing still."""
    if state.phase is Phase.PAUSED:
        return _awake(state, now)
    seen = look(guide, state, now)
    if seen.phase is not Phase.RUNNING:
        return seen
    return replace(seen, phase=Phase.PAUSED, paused_at=now, unseen=NOTHING)


def skip(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """Go on to the next step, out of a pause too; after the last one the session is over.

    It is done then, unless more of its time was skipped than spent: that is a session stopped early. A step
    that ran out just now is skipped already: the key was meant for it, not for the next one.
    """
    seen = look(guide, state, now)
    if seen.is_over or seen.index != state.index:
        return seen
    after = _at(guide, _awake(seen, now), seen.index + 1)
    is_early = after.is_over and 2 * after.worked < _work(guide)
    return replace(after, phase=Phase.STOPPED) if is_early else after


def back(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """Begin the step again, out of a pause too; within its first three seconds the one before."""
    seen = look(guide, state, now)
    if seen.is_over:
        return seen
    before = 1 if seen.spent <= JUST_BEGUN else 0
    return _at(guide, _awake(seen, now), max(seen.index - before, 0))


def stop(guide: Guide, state: CoachState, now: datetime) -> CoachState:
    """End the session here; a last step without a length has no early end, so it is done by that."""
    seen = look(guide, state, now)
    if seen.is_over:
        return seen
    is_done = seen.index == len(guide.steps) - 1 and guide.steps[-1].is_open
    phase = Phase.DONE if is_done else Phase.STOPPED
    return replace(seen, phase=phase, paused_at=None, ended=seen.paused_at or now)


def view(guide: Guide, state: CoachState, now: datetime) -> View:
    """What is to be shown now."""
    seen, count = look(guide, state, now), len(guide.steps)
    if seen.ended:
        news = news_of(seen.unseen, guide.runs_on, time_between(seen.ended, now))
        return View(None, None, 0, min(seen.index + 1, count), count, None, news)
    step, later = guide.steps[seen.index], guide.steps[seen.index + 1 :]
    left = whole_seconds(timedelta(seconds=step.seconds) - seen.spent) if step.seconds else None
    news = news_of(seen.unseen, guide.runs_on or step.is_open)
    in_all = (left or 0) + sum(one.seconds for one in later)
    return View(step, left, in_all, seen.index + 1, count, later[0] if later else None, news)


def minutes(state: CoachState, now: datetime) -> int:
    """Minutes spent on it, 0-240: without getting ready, pauses, and what the machine slept through.

    Rounded, so that there is at least 1 once 30 seconds were.
    """
    gap = time_between(state.looked, now)
    is_running = state.phase is Phase.RUNNING and not state.is_preparing and NOTHING < gap <= ASLEEP
    return whole_minutes(state.worked + gap if is_running else state.worked)


def _run(guide: Guide, state: CoachState, time: timedelta) -> CoachState:
    """Let time pass; what one step has no room for passes into the next."""
    step = guide.steps[state.index]
    room = timedelta(seconds=step.seconds) - state.spent
    if step.is_open or time < room:
        # nobody was there while it slept, so a step that waits for a key has not been done all that time
        return _spend(state, NOTHING if step.is_open and time > ASLEEP else time)
    ran_out = (state.looked.astimezone(UTC) - (time - room)).astimezone(state.looked.tzinfo)
    after = _at(guide, _spend(state, room), state.index + 1, ran_out)
    return after if after.is_over else _run(guide, after, time - room)


def _work(guide: Guide) -> timedelta:
    """How long all its timed steps take, without getting ready."""
    return timedelta(seconds=sum(step.seconds for step in guide.steps if step.kind is not Kind.READY))


def _spend(state: CoachState, time: timedelta) -> CoachState:
    worked = state.worked if state.is_preparing else state.worked + time
    return replace(state, spent=state.spent + time, worked=worked)


def _at(guide: Guide, state: CoachState, index: int, moment: datetime | None = None) -> CoachState:
    """The state at the beginning of a step; beyond the last one it is done."""
    state = replace(state, index=index, spent=NOTHING, unseen=NOTHING)
    if index == len(guide.steps):
        return replace(state, phase=Phase.DONE, is_preparing=False, ended=moment or state.looked)
    return replace(state, is_preparing=guide.steps[index].kind is Kind.READY)


def _awake(state: CoachState, now: datetime) -> CoachState:
    """Running from now on: what stood still between is nobody's time."""
    return replace(state, phase=Phase.RUNNING, looked=now, paused_at=None, unseen=NOTHING)
