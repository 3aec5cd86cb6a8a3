"""Sitting still until the first urge, as a pure machine: the moments are handed in.

It is a plain timer and nothing else: no ratings, no steps, nothing of the tests of a sleep laboratory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from stillnight.domain.clock_rule import time_between

LONGEST = timedelta(minutes=60)
"""When it ends by itself; our own choice. In the laboratory the discomfort of sitting still grows over 40 to
60 minutes (sit2005): who has felt nothing until then has an answer, too."""

ASLEEP = timedelta(seconds=30)
"""Looked at less often than that, the machine was asleep or the program stood still: nobody can tell whether
the person still sat there."""


class Phase(StrEnum):
    """Where a try stands."""

    STILL = "still"
    FELT = "felt"
    NOTHING = "nothing"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Try:
    """One try.

    Attributes:
        phase: Sitting still; the first urge was felt; it ended without one; nobody can tell.
        began: When it began.
        looked: When it was last looked at.
        ended: When it ended; ``None`` while it goes on.
    """

    phase: Phase
    began: datetime
    looked: datetime
    ended: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Has it ended, one way or another?"""
        return self.phase is not Phase.STILL

    @property
    def minutes(self) -> int:
        """Whole minutes, the nearest, that it took; while it goes on those until the last look."""
        time = time_between(self.began, self.ended or self.looked)
        return int(time.total_seconds() + 30) // 60


def begin(now: datetime) -> Try:
    """A try that begins now; every moment is an aware one."""
    return Try(Phase.STILL, now, now)


def look(one: Try, now: datetime) -> Try:
    """The try as it is now; to be asked every few seconds.

    It ends without an urge after :data:`LONGEST`. After a gap of more than :data:`ASLEEP`, or where the clock
    was set back, it is void: the measurement is worth nothing then, and no number is made of it.
    """
    if one.is_over:
        return one
    gap = time_between(one.looked, now)
    if gap > ASLEEP or gap < timedelta():
        return replace(one, phase=Phase.VOID, looked=now, ended=now)
    if time_between(one.began, now) >= LONGEST:
        ran_out = (one.began.astimezone(UTC) + LONGEST).astimezone(one.began.tzinfo)
        return replace(one, phase=Phase.NOTHING, looked=now, ended=ran_out)
    return replace(one, looked=now)


def press(one: Try, now: datetime) -> Try:
    """Any key: the first urge is felt."""
    one = look(one, now)
    return one if one.is_over else replace(one, phase=Phase.FELT, ended=now)


def stop(one: Try, now: datetime) -> Try:
    """Give it up without having felt anything."""
    one = look(one, now)
    return one if one.is_over else replace(one, phase=Phase.NOTHING, ended=now)
