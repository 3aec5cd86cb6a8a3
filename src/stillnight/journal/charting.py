"""What the pictures are drawn from, read from the journal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stillnight.domain.medicine import Dose, dose_of
from stillnight.domain.month import next_in, previous_in
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


def ends_of(journal: Journal) -> tuple[date, date] | None:
    """The first and the last night on record, up to tonight; ``None`` of an empty journal."""
    dates: Sequence[date] = journal.browse.dates()
    newest = journal.tonight if journal.tonight in dates else previous_in(dates, journal.tonight)
    return (dates[0], newest) if newest is not None else None


def has_nights(journal: Journal, first: date, last: date) -> bool:
    """Is anything logged in [first, last]?"""
    dates = journal.browse.dates()
    after = first if first in dates else next_in(dates, first)
    return (after is not None and after <= last) or bool(journal.browse.episodes(first, last))


def _doses(journal: Journal, first: date, last: date) -> dict[date, list[Dose]]:
    found: dict[date, list[Dose]] = {}
    for record in journal.desk.store.between("doses", first, last).values():
        dose = dose_of(record)
        if dose is not None:
            found.setdefault(dose.night, []).append(dose)
    return found
