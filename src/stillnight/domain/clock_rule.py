"""The one rule by which a moment belongs to a night, and a wall-clock time to a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from stillnight.domain.errors import FieldError

NOON = time(12, 0)
"""The usual rollover: a night lasts from noon to noon."""


def night_of(moment: datetime, rollover: time = NOON) -> date:
    """The night, named by its evening's date, to which an aware local moment belongs.

    Before the rollover it is still the night that began the evening before.
    """
    day = moment.date()
    return day if moment.time() >= rollover else day - timedelta(days=1)


def parse_clock(typed: str, field: str = "time") -> time:
    """Read ``21:30``, ``2130``, ``9:05`` or ``21.30`` as a wall-clock time.

    Raises:
        FieldError: If it is no time of the day.
    """
    text = typed.strip().replace(".", ":")
    if ":" not in text and len(text) in (3, 4):
        text = f"{text[:-2]}:{text[-2:]}"
    hour, colon, minute = text.partition(":")
    digits = text.isascii() and hour.isdigit() and minute.isdigit()
    sizes = len(hour) in (1, 2) and len(minute) == 2
    if not (colon and digits and sizes and int(hour) < 24 and int(minute) < 60):
        raise FieldError(field, typed, "a time such as 21:30 (00:00 to 23:59)")
    return time(int(hour), int(minute))


@dataclass(frozen=True, slots=True)
class NightFrame:
    """One night as a stretch of time in one zone.

    Attributes:
        date: The evening's date.
        zone: Where the user's wall clock runs.
        rollover: When one night ends and the next begins.
    """

    date: date
    zone: tzinfo
    rollover: time = NOON

    def place(self, clock: time, field: str = "time") -> datetime:
        """The aware moment at which the wall clock shows ``clock`` in this night.

        A time that happens twice (clocks go back) means the first.

        Raises:
            FieldError: If the clocks skip that time in this night, or the calendar ends before it.
        """
        typed = f"{clock:%H:%M}"
        try:
            day = self.date if clock >= self.rollover else self.date + timedelta(days=1)
            moment = datetime.combine(day, clock.replace(fold=0), tzinfo=self.zone)
            back = moment.astimezone(UTC).astimezone(self.zone)
        except OverflowError:
            raise FieldError(field, typed, "a time within the years 1 to 9999") from None
        if back.replace(tzinfo=None) != moment.replace(tzinfo=None):
            raise FieldError(
                field, typed, f"a time that exists: the clocks skip this one on {day.isoformat()}"
            )
        return moment

    def contains(self, moment: datetime) -> bool:
        """Does an aware moment, as this zone's wall clock shows it, lie in this night?"""
        try:
            return night_of(moment.astimezone(self.zone), self.rollover) == self.date
        except OverflowError:
            return False


def time_between(start: datetime, end: datetime) -> timedelta:
    """How long it is from one aware moment to another, counted in UTC: clock changes don't bend it.

    Two moments of one zone subtract as wall clocks.
    """
    return end.astimezone(UTC) - start.astimezone(UTC)


def minutes_between(start: datetime, end: datetime) -> int:
    """The same in whole minutes."""
    return round(time_between(start, end).total_seconds() / 60)


def stamp_text(moment: datetime) -> str:
    """A moment as the journal keeps it: ISO 8601 to the minute, with its offset."""
    return moment.isoformat(timespec="minutes")


def read_date(text: object) -> date | None:
    """The date behind a kept ``YYYY-MM-DD``; ``None`` where it is none."""
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def read_stamp(text: object) -> datetime | None:
    """The aware moment behind a kept text.

    ``None`` where it is no text, no moment, lacks its offset, or lies where UTC has no year for it.
    """
    if not isinstance(text, str) or "T" not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        # near the years 1 and 9999 there may be no UTC to count in
        return moment if moment.tzinfo and moment.astimezone(UTC) else None
    except (ValueError, OverflowError):
        return None


def day_words(day: date) -> str:
    """A day in words: ``Thu 19 Nov``."""
    return f"{day:%a} {day.day} {day:%b}"


def date_words(day: date) -> str:
    """A day in words, with its year: ``Thu 19 Nov 2026``."""
    return f"{day_words(day)} {day.year}"


def span_words(night: date) -> str:
    """Both dates of a night in words: ``Thu 19 → Fri 20 Nov``; the calendar's last has no second."""
    if night == date.max:
        return day_words(night)
    morning = night + timedelta(days=1)
    evening = f"{night:%a} {night.day}" + (f" {night:%b}" if night.month != morning.month else "")
    return f"{evening} → {day_words(morning)}"
