"""A long sit with its breaks: when the next one is due, and what passed while nobody looked. Pure.

Every 45 minutes is our own choice: in the laboratory discomfort grew over 40 to 60 minutes of sitting still
(``sit2005`` in ``seeds/sources.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

SHORTEST, LONGEST = 5, 240
"""The minutes that may lie between two breaks."""

USUAL = 45
"""The minutes between two breaks where nothing else is said."""

LATE = timedelta(minutes=2)
"""A break that is seen this much late is still had; later than that, it passed unseen."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A long sit that is going on; its moments are in UTC, so that no clock change falls into it.

    Attributes:
        every: The time between two breaks.
        due: When the next break is due.
        until: When the sit is over; ``None`` where nobody said.
    """

    every: timedelta
    due: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at a sit finds.

    Attributes:
        sitting: The sit from here on.
        is_break: Is a break due now?
        missed: How many breaks passed while nobody looked, because the computer slept; never told one by one.
        is_over: Is the time over?
    """

    sitting: Sitting
    is_break: bool = False
    missed: int = 0
    is_over: bool = False


def begin_sitting(now: datetime, every: timedelta, lasts: timedelta | None = None) -> Sitting:
    """A sit that begins now.

    Args:
        now: This moment, aware.
        every: The time between two breaks.
        lasts: How long it will be; ``None`` goes on until somebody ends it.
    """
    began = now.astimezone(UTC)
    return Sitting(every, began + every, None if lasts is None else began + lasts)


def look_at(sitting: Sitting, now: datetime) -> Seen:
    """What there is to tell now; what passed unseen is counted once, the next break is a whole wait away."""
    here = now.astimezone(UTC)
    is_over = sitting.until is not None and here >= sitting.until
    until = min(here, sitting.until) if sitting.until else here
    late = until - sitting.due
    if late < timedelta() or (is_over and not late):
        return Seen(_within_a_wait(sitting, here), is_over=is_over)
    if late <= LATE and not is_over:
        return Seen(restarted(sitting, here), is_break=True)
    missed = late // sitting.every + 1 if late > LATE else 0
    return Seen(restarted(sitting, here), missed=missed, is_over=is_over)


def restarted(sitting: Sitting, now: datetime) -> Sitting:
    """The same sit, its next break a whole wait from now: after a break of one's own choosing."""
    return replace(sitting, due=now.astimezone(UTC) + sitting.every)


def seconds_to_look(sitting: Sitting, now: datetime) -> float:
    """How many seconds from now there is something to tell; 0 where there is already."""
    here = now.astimezone(UTC)
    next_one = min(sitting.due, sitting.until) if sitting.until else sitting.due
    return max((next_one - here).total_seconds(), 0.0)


def breaks_in(lasts: timedelta, every: timedelta) -> int:
    """How many breaks a sit of that length has: none at its very end."""
    return max(-(-lasts // every) - 1, 0)


def _within_a_wait(sitting: Sitting, here: datetime) -> Sitting:
    """A clock that was put back makes no wait longer."""
    return replace(sitting, due=min(sitting.due, here + sitting.every))
