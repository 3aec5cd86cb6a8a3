"""When a line was written, and what night and moment it is about, as far as its file tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from stillnight.domain.clock_rule import night_of
from stillnight.domain.errors import BadInput
from stillnight.domain.ids import hashed_id
from stillnight.domain.moment import Moment, night_over
from stillnight.journal.desk import Desk
from stillnight.journal.form.keys import RATINGS
from stillnight.journal.inbox.bout import AHEAD, begun
from stillnight.journal.inbox.entry import Entry, Kind


class Unsure(BadInput):
    """A line that can be read but not placed: somebody has to say what is meant."""


class Written(NamedTuple):
    """When a line was written, as far as anybody can tell.

    Attributes:
        at: When the file was last changed, in the user's zone, never after now.
        is_last: Was the line the last change? Of the lines before it only the night is known.
        key: What tells the line from all others, on every device the same.
    """

    at: datetime
    is_last: bool = True
    key: str = ""


class Timing:
    """Places lines in time.

    Attributes:
        now: The moment, in the user's zone.
    """

    def __init__(self, desk: Desk, moment_of: Callable[[datetime], Moment]) -> None:
        """Place lines for one user.

        Args:
            desk: Knows the clock, the zone and how long nights last.
            moment_of: Tells whether it is evening, night or morning at a time.
        """
        self._desk, self._moment_of = desk, moment_of
        self.now = self.local(desk.clock.now())

    def moment(self, seconds: float) -> datetime:
        """When a file was changed, in the user's zone; a clock that was ahead does not count.

        Args:
            seconds: Since 1970, as file systems say it.
        """
        try:
            return min(datetime.fromtimestamp(seconds, self._desk.clock.zone), self.now)
        except (ValueError, OverflowError, OSError):
            return self.now

    def tonight(self, at: datetime) -> date:
        """The night in which a moment lies."""
        return night_of(at, self._desk.rollover)

    def night(self, entry: Entry, written: Written) -> date:
        """The night that a line is about.

        Raises:
            FieldError: If it names a time that there is not.
        """
        if entry.day is not None:
            return entry.day
        tonight = self.tonight(written.at)
        if entry.kind is Kind.MORNING:
            return night_over(written.at, tonight)
        if entry.kind is Kind.BOUT and entry.at:
            return self.tonight(self.local(begun(entry, written.at, self._desk)))
        return tonight

    def begun(self, entry: Entry, written: Written, night: date) -> tuple[datetime, int]:
        """When an awakening began, and the id of its record, on every device the same.

        Raises:
            Unsure: If nobody can tell.
            BadInput: If it is still to come.
        """
        if entry.at:
            at = self.local(begun(entry, written.at, self._desk))
            if at > self.now + AHEAD:
                raise BadInput(f"{entry.at} of this night is still to come: the line waits for it here")
            return at, hashed_id("inbox", "awake", night.isoformat(), f"{at:%H:%M}")
        if entry.day is not None or not written.is_last:
            raise Unsure("when? begin it with its date and time, such as 2026-11-18 03:10 awake 7")
        return written.at, hashed_id("inbox", "awake", written.key)

    def is_awakening(self, entry: Entry, written: Written) -> bool:
        """Is it a rating alone, in the night? There it says how strong an awakening was.

        Raises:
            Unsure: If it may be one: only of the last line the time is known.
        """
        is_rating = len(entry.words) == 1 and entry.words[0] in RATINGS and entry.note is None
        if not is_rating or entry.is_said or entry.day is not None:
            return False
        if self._moment_of(written.at) is not Moment.NIGHT:
            return False
        if not written.is_last:
            raise Unsure(
                "evening or awake in the night? begin it with its date, such as 2026-11-18 7, "
                "or 2026-11-18 03:10 awake 7"
            )
        return True

    def is_in_the_morning(self, entry: Entry, written: Written) -> bool:
        """Was a line written in a morning that does not say whether it is about the evening before?"""
        return self._moment_of(written.at) is Moment.MORNING and entry.day is None and not entry.is_said

    def lights_out(self, entry: Entry, written: Written) -> datetime:
        """When the lights went out of which a line says ``L``.

        Raises:
            BadInput: If nobody can tell.
        """
        if entry.day is not None or not written.is_last:
            raise BadInput("L is for the moment in which it is written; morning l2310 says when it was")
        return written.at

    def local(self, moment: datetime) -> datetime:
        """A moment in the user's zone."""
        return moment.astimezone(self._desk.clock.zone)
