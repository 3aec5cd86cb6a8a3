"""The course of a guided session on lines: a moment and perhaps a typed line go in, what is said comes out.

Pure: the time is handed in, and what is said is said by whoever holds the course.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from stillnight.cli.relief.puzzling import KEYS as PUZZLE_KEYS
from stillnight.cli.relief.puzzling import replied
from stillnight.cli.relief.words import (
    GOES_ON,
    KEYS,
    PAUSED,
    length_said,
    mark_passed,
    next_mark,
    opening,
    step_said,
    where,
)
from stillnight.tips.coach.guide import Guide, Kind
from stillnight.tips.coach.puzzling import Puzzling
from stillnight.tips.coach.state import CoachState, Phase, View, back, begin, look, pause, skip, stop, view

LONGEST_WAIT = 10.0
"""Seconds after which is looked again though nothing was typed: a computer that slept is noticed by it."""

_STOP = frozenset(("s", "q", "stop", "quit"))


@dataclass(frozen=True, slots=True)
class Course:
    """Where a session on lines is.

    Attributes:
        guide: The session.
        state: Where it stands.
        is_quiet: Are only the steps said?
        left: The seconds left of the step at the last look.
        said: What is to be said now.
        rings: Did a step run out by itself, or the session?
        puzzling: The puzzles of a step that asks for some; ``None`` where nobody handed any in.
    """

    guide: Guide
    state: CoachState
    is_quiet: bool = False
    left: int | None = None
    said: tuple[str, ...] = ()
    rings: bool = False
    puzzling: Puzzling | None = None

    @property
    def is_over(self) -> bool:
        """Is it done or stopped?"""
        return self.state.is_over

    @property
    def is_done(self) -> bool:
        """Was it done to its end?"""
        return self.state.phase is Phase.DONE


def begin_course(
    guide: Guide, now: datetime, is_quiet: bool = False, puzzling: Puzzling | None = None
) -> Course:
    """A session that begins now, with what is said before its first step, and of that."""
    course = Course(guide, begin(guide, now), is_quiet, puzzling=puzzling)
    keys = [] if is_quiet or puzzles_at(course) else [KEYS]
    return _at_step(course, now, *opening(guide), *keys, "")


def turn(course: Course, now: datetime, typed: str | None = None) -> Course:
    """The course after a while, or after a line.

    Args:
        course: Where it was.
        now: This moment.
        typed: The line that was typed, without its end; ``None`` where none was.
    """
    looked = _after_a_while(replace(course, said=(), rings=False), now)
    if typed is None or looked.is_over:
        return looked
    word = typed.strip().lower()
    # the key was meant for the step that ran out just now, not for the next one
    is_behind = not word and looked.state.index != course.state.index
    return looked if is_behind else _after_a_line(looked, now, word)


def stopped(course: Course, now: datetime) -> Course:
    """The course, ended here; one that was over stays as it ended."""
    looked = _after_a_while(replace(course, said=(), rings=False), now)
    return looked if looked.is_over else replace(looked, state=stop(course.guide, looked.state, now))


def seconds_to_wait(course: Course, now: datetime) -> float:
    """How long nothing is to be said, unless something is typed; at most :data:`LONGEST_WAIT`."""
    seen = view(course.guide, course.state, now)
    if seen.step is None or seen.left is None or course.state.phase is not Phase.RUNNING:
        return LONGEST_WAIT
    mark = 0 if course.is_quiet else next_mark(seen.step, seen.left)
    return min(float(seen.left - mark), LONGEST_WAIT)


def puzzles_at(course: Course) -> Puzzling | None:
    """The puzzles, where the step asks for some."""
    if course.is_over or course.guide.steps[course.state.index].kind is not Kind.PUZZLE:
        return None
    return course.puzzling


def _after_a_while(course: Course, now: datetime) -> Course:
    state = look(course.guide, course.state, now)
    seen = view(course.guide, state, now)
    after = replace(course, state=state)
    first = [seen.news] if seen.news and state.overslept > course.state.overslept else []
    if after.is_over:
        return replace(after, said=tuple(first), rings=True)
    if state.index != course.state.index:
        return replace(_at_step(after, now, *first), rings=True)
    if state.phase is Phase.PAUSED and course.state.phase is Phase.RUNNING:
        first.append(PAUSED)
    if not course.is_quiet and seen.step and mark_passed(seen.step, course.left, seen.left):
        first.append(f"{length_said(seen.left or 0)} left.")
    return replace(after, said=tuple(first), left=seen.left)


def _after_a_line(course: Course, now: datetime, typed: str) -> Course:
    guide, state, is_paused = course.guide, course.state, course.state.phase is Phase.PAUSED
    if typed in _STOP:
        return replace(course, state=stop(guide, state, now))
    if at := puzzles_at(course):
        later, said = replied(at, typed)
        return _told(replace(course, puzzling=later), now, *said)
    if typed == "p" or (is_paused and not typed):
        return _told(replace(course, state=pause(guide, state, now)), now, GOES_ON if is_paused else PAUSED)
    if typed == "b":
        return _at_step(replace(course, state=back(guide, state, now)), now, is_whole=True)
    if not typed:
        after = replace(course, state=skip(guide, state, now))
        return after if after.is_over else _at_step(after, now)
    if typed == "?":
        return _at_step(course, now, KEYS, where(view(guide, state, now)), is_whole=True)
    return _told(course, now, KEYS)


def _at_step(course: Course, now: datetime, *first: str, is_whole: bool = False) -> Course:
    """The course with its step said, after what is to be said first."""
    seen = view(course.guide, course.state, now)
    at = puzzles_at(course)
    if seen.step and at:
        return _told(course, now, *first, seen.step.words, PUZZLE_KEYS, at.puzzle.question, seen=seen)
    step = [step_said(seen.step, is_whole)] if seen.step else []
    return _told(course, now, *first, *step, seen=seen)


def _told(course: Course, now: datetime, *said: str, seen: View | None = None) -> Course:
    seen = seen or view(course.guide, course.state, now)
    return replace(course, said=(*course.said, *said), left=seen.left)
