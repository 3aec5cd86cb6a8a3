"""What the pictures are drawn from, read from the journal."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from stillnight.domain.medicine import Dose, dose_of
from stillnight.domain.night import Night
from stillnight.domain.recall import recall_of
from stillnight.insight.charts.events import Event, events_of
from stillnight.insight.charts.nights import ChartNight
from stillnight.journal.journal import Journal


def read_chart(journal: Journal, first: date, last: date) -> dict[date, ChartNight]:
    """Every night in [first, last] of which something is known."""
    rollover = journal.desk.rollover
    episodes, doses = journal.browse.episodes(first, last), _doses(journal, first, last)
    nights = {night.date: night for night in journal.browse.nights(first, last)}
    found = {}
    for day in sorted({*nights, *episodes, *doses}):
        night = nights.get(day) or Night(day, logged=False)
        found[day] = ChartNight(
            night, episodes.get(day, ()), doses.get(day, ()), recall_of(night, rollover).is_late
        )
    return found


def read_events(journal: Journal) -> list[Event]:
    """Every mark, and every medicine begun, changed or ended, oldest first."""
    return events_of(journal.ledgers.marks(), journal.ledgers.medicines())


def logged_dates(journal: Journal) -> Sequence[date]:
    """The nights on record, ascending; where none has an entry, those that have an episode."""
    return journal.browse.dates() or sorted(journal.browse.episodes(date.min, date.max))


def has_nights(journal: Journal, dates: Sequence[date], first: date, last: date) -> bool:
    """Is anything logged in [first, last]?

    Args:
        journal: The journal.
        dates: What :func:`logged_dates` says of it.
        first: The first night.
        last: The last night.
    """
    after = bisect_left(dates, first)
    if after < len(dates) and dates[after] <= last:
        return True
    return bool(journal.browse.episodes(first, last))


def _doses(journal: Journal, first: date, last: date) -> dict[date, list[Dose]]:
    found: dict[date, list[Dose]] = {}
    for record in journal.desk.store.between("doses", first, last).values():
        dose = dose_of(record)
        if dose is not None:
            found.setdefault(dose.night, []).append(dose)
    return found
