"""The twelve weeks as a calendar: what is planned, what was done. What was missed stays blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from stillnight.domain.factor import amount
from stillnight.domain.month import shift_day
from stillnight.journal.journal import Journal
from stillnight.journal.programme.programme import TIP, WEEKS, Programme
from stillnight.journal.reliefs.tables import tried_in


class Done(IntEnum):
    """What a day holds; more of it hides less."""

    NOTHING = 0
    MOVED = 1
    """The evening's form says that there was exercise."""
    PARTLY = 2
    """A session of the programme was begun and stopped early."""
    WHOLE = 3
    """A session of the programme was done to its end."""


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """One day of the calendar.

    Attributes:
        date: The day.
        is_planned: Is it one of the programme's days?
        done: What was done on it.
        is_today: Is it today?
    """

    date: date
    is_planned: bool
    done: Done = Done.NOTHING
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeWeek:
    """One week of the calendar.

    Attributes:
        number: Which, 1-12.
        days: Its seven days.
        is_now: Is today in it?
    """

    number: int
    days: tuple[ProgrammeDay, ...]
    is_now: bool = False

    @property
    def sessions(self) -> int:
        """On how many of its days a session was done to its end."""
        return sum(day.done is Done.WHOLE for day in self.days)


def weeks_of(journal: Journal, programme: Programme) -> tuple[ProgrammeWeek, ...]:
    """The twelve weeks."""
    done, today = _done(journal, programme), journal.desk.today
    now = programme.week_of(today)

    def day(at: date) -> ProgrammeDay:
        return ProgrammeDay(at, programme.is_planned(at), done.get(at, Done.NOTHING), at == today)

    return tuple(
        ProgrammeWeek(
            number,
            tuple(day(shift_day(programme.start, 7 * (number - 1) + offset)) for offset in range(7)),
            number == now,
        )
        for number in range(1, WEEKS + 1)
    )


def next_day(weeks: tuple[ProgrammeWeek, ...], today: date) -> date | None:
    """The next planned day, today among them while nothing was done; ``None`` where none is left."""
    days = (day for week in weeks for day in week.days)
    coming = (day.date for day in days if day.is_planned and day.date >= today and day.done < Done.WHOLE)
    return next(coming, None)


def _done(journal: Journal, programme: Programme) -> Mapping[date, Done]:
    """What was done on each day: by its own date, for a session in the morning belongs to last night."""
    found: dict[date, Done] = {}
    for at, done in (*_sessions(journal, programme), *_moved(journal, programme)):
        found[at] = max(done, found.get(at, Done.NOTHING))
    return found


def _sessions(journal: Journal, programme: Programme) -> Iterator[tuple[date, Done]]:
    for one in tried_in(journal.desk.store, shift_day(programme.start, -1), programme.last):
        if one.relief == TIP:
            yield one.at.date(), Done.PARTLY if one.completed is False else Done.WHOLE


def _moved(journal: Journal, programme: Programme) -> Iterator[tuple[date, Done]]:
    for night in journal.browse.nights(programme.start, programme.last):
        if (amount(night.get("f.exercise")) or 0) > 0:
            yield night.date, Done.MOVED
