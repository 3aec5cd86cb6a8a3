"""Breaks from a long sit, on lines: a moment and perhaps a typed line go in, what is said comes out; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from stillnight.cli.relief.asking import read_urge
from stillnight.domain.clock_rule import time_between
from stillnight.journal.typed_length import length_words
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.sitting import (
    Sitting,
    begin_sitting,
    breaks_in,
    look_at,
    restarted,
    seconds_to_look,
)
from stillnight.tips.coach.spans import whole_minutes

LONGEST_WAIT = 30.0
"""Seconds after which is looked again though nothing was typed: a computer that slept is noticed by it."""

LONGEST_BREAK = 15
"""The most minutes that a break counts: who says so later has been sitting again since."""

KEYS = "Enter when you have had it, a digit first for the urge. s stops."
_SITTING = "Enter has a break now. s stops."
_NOTED = "Noted. "
_MOVING = f"{_NOTED}Enter when you sit again, or the urge then."
_STOP = frozenset(("s", "q", "stop", "quit"))


class Deed(Enum):
    """What is to be written down now."""

    BEGIN = auto()
    END = auto()
    WHOLE = auto()


@dataclass(frozen=True, slots=True)
class Reminder:
    """A long sit that is going on, on lines.

    Attributes:
        guide: What a break is.
        sitting: When the breaks are.
        told: How many breaks were told.
        had: How many of them were had, as somebody said.
        told_at: When the break that is open was told; ``None`` while somebody sits.
        urge: The urge before it 0-10, where one was typed.
        after: The urge after the break that has just ended.
        minutes: How long that one was, 0-15.
        deed: What is to be written down now.
        said: What is to be said now.
        rings: Is a break due just now?
        is_over: Has it ended?
    """

    guide: Guide
    sitting: Sitting
    told: int = 0
    had: int = 0
    told_at: datetime | None = None
    urge: int | None = None
    after: int | None = None
    minutes: int = 0
    deed: Deed | None = None
    said: tuple[str, ...] = ()
    rings: bool = False
    is_over: bool = False


def begin_reminder(guide: Guide, now: datetime, every: timedelta, lasts: timedelta | None = None) -> Reminder:
    """A sit that begins now, with what is said of it."""
    said = [*opening(every, lasts), *([guide.caution] if guide.caution else [])]
    return Reminder(guide, begin_sitting(now, every, lasts), said=tuple(said))


def opening(every: timedelta, lasts: timedelta | None = None) -> list[str]:
    """What is said first."""
    if lasts is None:
        return [f"A break every {length_words(every)}.", _SITTING]
    number = breaks_in(lasts, every)
    breaks = f"{number} break{'s' * (number != 1)}"
    return [f"A break every {length_words(every)}: {breaks} in {length_words(lasts)}.", _SITTING]


def break_said(guide: Guide) -> str:
    """What to do in a break, in one paragraph."""
    return " ".join(dict.fromkeys(step.words for step in guide.steps))


def turn(reminder: Reminder, now: datetime, typed: str | None = None) -> Reminder:
    """The sit after a while, or after a line.

    Args:
        reminder: Where it was.
        now: This moment.
        typed: The line that was typed, without its end; ``None`` where none was.
    """
    looked = _after_a_while(_silent(reminder), now)
    if typed is None or looked.is_over:
        return looked
    word = typed.strip().lower()
    # the line was typed before anybody could have read that a break is due
    return looked if looked.rings and not word else _after_a_line(looked, now, word)


def ended(reminder: Reminder) -> Reminder:
    """The sit, ended here, with what there was of breaks."""
    return _over(_silent(reminder))


def unwritten(reminder: Reminder) -> Reminder:
    """The same where its deed could not be written down: it says nothing of noting, and counts no break."""
    had = reminder.had - (reminder.deed in (Deed.END, Deed.WHOLE))
    return replace(reminder, had=had, said=tuple(line.removeprefix(_NOTED) for line in reminder.said))


def seconds_to_wait(reminder: Reminder, now: datetime) -> float:
    """How long nothing is to be said, unless something is typed; at most :data:`LONGEST_WAIT`."""
    return min(seconds_to_look(reminder.sitting, now), LONGEST_WAIT)


def _after_a_while(reminder: Reminder, now: datetime) -> Reminder:
    seen = look_at(reminder.sitting, now)
    after = replace(reminder, sitting=seen.sitting)
    if seen.missed:
        after = replace(after, said=(*after.said, _missed(seen.missed, seen.sitting, seen.is_over)))
    if seen.is_over:
        return _over(after)
    return replace(_told(after, now), rings=True) if seen.is_break else after


def _after_a_line(reminder: Reminder, now: datetime, word: str) -> Reminder:
    if word in _STOP:
        return _over(reminder)
    urge = read_urge(word)
    if word and urge is None:
        return replace(reminder, said=(*reminder.said, KEYS if reminder.told_at else _SITTING))
    if reminder.told_at is None:
        own = _told(replace(reminder, sitting=restarted(reminder.sitting, now)), now)
        return own if urge is None else _rated(own, urge)
    if reminder.urge is None and urge is not None:
        return _rated(reminder, urge)
    return _had(reminder, now, reminder.told_at, urge)


def _silent(reminder: Reminder) -> Reminder:
    """The same with nothing to say or to write: that was done."""
    return replace(reminder, said=(), deed=None, rings=False)


def _over(reminder: Reminder) -> Reminder:
    return replace(reminder, said=(*reminder.said, _summary(reminder)), is_over=True)


def _told(reminder: Reminder, now: datetime) -> Reminder:
    """A break that is due now; one that is open still was not had."""
    said = (*reminder.said, f"Break {reminder.told + 1}. {break_said(reminder.guide)}", KEYS)
    return replace(reminder, told=reminder.told + 1, told_at=now, urge=None, said=said)


def _rated(reminder: Reminder, urge: int) -> Reminder:
    return replace(reminder, urge=urge, deed=Deed.BEGIN, said=(*reminder.said, _MOVING))


def _had(reminder: Reminder, now: datetime, told_at: datetime, after: int | None) -> Reminder:
    length = whole_minutes(time_between(told_at, now))
    sitting = restarted(reminder.sitting, now)
    return replace(
        reminder,
        sitting=sitting,
        had=reminder.had + 1,
        told_at=None,
        urge=None,
        after=after,
        minutes=min(length, LONGEST_BREAK),
        deed=Deed.WHOLE if reminder.urge is None else Deed.END,
        said=(*reminder.said, f"{_NOTED}{_next(sitting)}"),
    )


def _next(sitting: Sitting) -> str:
    if sitting.until is not None and sitting.due >= sitting.until:
        return "That was the last one."
    return f"The next one in {length_words(sitting.every)}."


def _missed(number: int, sitting: Sitting, is_over: bool) -> str:
    breaks = "A break" if number == 1 else f"{number} breaks"
    passed = f"{breaks} passed while the computer slept or stood still."
    return passed if is_over else f"{passed} {_next(sitting)}"


def _summary(reminder: Reminder) -> str:
    return f"Over. Breaks told: {reminder.told}, noted as had: {reminder.had}."
