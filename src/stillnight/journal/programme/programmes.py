"""The programme as use-cases: begin it, end it, look at it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from stillnight.domain.clock_rule import date_words
from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.ids import hashed_id
from stillnight.domain.month import shift_day
from stillnight.domain.ports import Change, Receipt
from stillnight.journal.journal import Journal
from stillnight.journal.programme.calendar import ProgrammeWeek, next_day, weeks_of
from stillnight.journal.programme.looking import Look, looks_of
from stillnight.journal.programme.programme import TABLE, TIP, WEEKS, Programme, latest, read_all
from stillnight.journal.suggestions.knowledge import recent_facts
from stillnight.journal.suggestions.library import Library
from stillnight.tips.gate import Gate
from stillnight.tips.tip import Tip

STANDING = "G08"
"""The gate of what is done standing. Only its lasting reasons count: the programme is by day, and a tablet or
a glass of the evening is over by then."""

AHEAD = 60
"""So many days ahead a programme may begin."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A programme as it stands today.

    Attributes:
        programme: What it is.
        week: Which week it is, 1-12; 0 before the start, 13 after the end.
        weeks: The calendar.
        next: The next planned day; ``None`` where none is left, or it is ended.
        looks: After six weeks and after twelve.
        is_running: Is it neither ended nor over?
    """

    programme: Programme
    week: int
    weeks: tuple[ProgrammeWeek, ...]
    next: date | None
    looks: tuple[Look, ...]
    is_running: bool

    @property
    def sessions(self) -> int:
        """On how many days a session was done to its end."""
        return sum(week.sessions for week in self.weeks)


class Programmes:
    """Reads and writes the programme; there is one at a time. It is no trial, so it seals nothing."""

    def __init__(self, journal: Journal, library: Library) -> None:
        """Work with these."""
        self.journal = journal
        self.library = library

    @property
    def tip(self) -> Tip | None:
        """What it carries out, with its grade and its honest line."""
        return self.library.tips.get(TIP)

    def standing(self) -> Standing | None:
        """The programme that runs, else the newest one; ``None`` where there never was one."""
        today = self.journal.desk.today
        programme = latest(self._all(), today)
        if programme is None:
            return None
        weeks, is_running = weeks_of(self.journal, programme), programme.is_running(today)
        week = min(max(programme.week_of(today), 0), WEEKS + 1)
        coming = next_day(weeks, today) if is_running else None
        return Standing(programme, week, weeks, coming, looks_of(self.journal, programme), is_running)

    def why_not(self) -> Gate | None:
        """What speaks against a new programme; ``None`` where nothing does."""
        facts = recent_facts(self.journal, self.library)
        gates = self.tip.gates if self.tip else ()
        standing = self.library.gates.get(STANDING)
        lasting = (replace(standing, factors=(), classes=()),) if standing else ()
        reasons = (facts.profile, facts.ticks, facts.night, facts.classes_tonight())
        return next((gate for gate in (*gates, *lasting) if gate.shuts(*reasons)), None)

    def start(self, days: Collection[int], start: date | None = None) -> Receipt:
        """Begin one.

        Args:
            days: The weekdays, 0 Monday to 6 Sunday; the trial had three.
            start: The first day of the first week; today where not given.

        Raises:
            BadInput: If one runs already, or a gate is shut.
            FieldError: If there is no weekday, or the start is too far away.
            StoreError: If it could not be made safe.
        """
        begins = start or self.journal.desk.today
        self._check(days, begins)
        number = hashed_id("programme", TIP, begins.isoformat())
        values = {"tip": TIP, "start": begins.isoformat(), "days": sorted(set(days)), "ended": None}
        return self.journal.desk.put("start of the programme", TABLE, number, values)

    def end(self) -> Receipt:
        """End it; what was done stays.

        Raises:
            BadInput: If none runs.
            StoreError: If it could not be made safe.
        """
        today = self.journal.desk.today
        running = [one for one in self._all() if one.is_running(today)]
        if not running:
            raise BadInput("no programme is running: stillnight programme start begins one")
        # two devices may have begun one each
        changes = [Change(TABLE, one.number, "ended", today.isoformat()) for one in running]
        return self.journal.desk.store.write("end of the programme", changes)

    def _all(self) -> list[Programme]:
        return read_all(self.journal.desk.store.all(TABLE).items())

    def _check(self, days: Collection[int], start: date) -> None:
        today = self.journal.desk.today
        if not days or any(day not in range(7) for day in days):
            raise FieldError("days", sorted(days), "one to seven weekdays, such as mon,wed,fri")
        first, last = shift_day(today, 1 - WEEKS * 7), shift_day(today, AHEAD)
        if not first <= start <= last:
            within = f"a day from {first.isoformat()} to {last.isoformat()}"
            raise FieldError("from", start.isoformat(), within)
        running = next((one for one in self._all() if one.is_running(today)), None)
        if running is not None:
            raise BadInput(
                f"a programme is running already, since {date_words(running.start)}: "
                "stillnight programme end ends it"
            )
        if gate := self.why_not():
            raise BadInput(f"{gate.what}: {gate.words}")
