"""Each chart from the journal to its lines; the page and the command line share it. No screen library."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from enum import StrEnum

from stillnight.domain.errors import BadInput
from stillnight.domain.month import shift_day
from stillnight.insight.charts.events import Event
from stillnight.insight.charts.nights import days, first_of
from stillnight.insight.charts.raster import raster_night, window_of
from stillnight.insight.charts.severity import WINDOW
from stillnight.insight.charts.stretches import Stretch, around, summary_of, within
from stillnight.journal.charting import has_nights, logged_dates, read_chart, read_events
from stillnight.journal.journal import Journal
from stillnight.journal.sealing import sealed_factors
from stillnight.ui.pictures.charts.compare import Pair, compare_picture, stretch_words
from stillnight.ui.pictures.charts.frame import Picture
from stillnight.ui.pictures.charts.raster import raster_picture
from stillnight.ui.pictures.charts.severity import severity_picture
from stillnight.ui.pictures.charts.strips import strips_picture

RANGES = (30, 90, 365)
"""The nights that a chart shows, to be changed by a key."""

EMPTY = (
    "Nothing to draw yet. After some evenings your nights stand here, a sign for each; "
    "nights that were not logged stay blank, and that is fine."
)
"""What an empty journal is told."""

HOURS_FROM = 90
"""The hours of the raster are those of so many nights up to the newest that is shown."""


class View(StrEnum):
    """The charts."""

    SEVERITY = "severity"
    RASTER = "raster"
    STRIPS = "strips"
    COMPARE = "compare"


def newest_end(journal: Journal, nights: int) -> date:
    """Where a chart ends at first: tonight, or the newest entry where so many nights hold none."""
    tonight, dates = journal.tonight, logged_dates(journal)
    at = bisect_right(dates, tonight)
    if not at or dates[at - 1] > shift_day(tonight, -nights):
        return tonight
    return dates[at - 1]


def check_stretch(journal: Journal, stretch: Stretch) -> None:
    """Let a stretch pass that has nights in it.

    Raises:
        BadInput: If it has none; it names where there are some.
    """
    if stretch.first > stretch.last:
        raise BadInput(f"the first night, {stretch.first}, comes after the last, {stretch.last}: swap them")
    dates = logged_dates(journal)
    if not has_nights(journal, dates, *stretch):
        where = f"entries lie from {dates[0]} to {dates[-1]}" if dates else "the journal is still empty"
        raise BadInput(f"no night is logged from {stretch.first} to {stretch.last}; {where}")


def severity_chart(journal: Journal, stretch: Stretch, width: int, height: int = 24) -> Picture:
    """Severity over some nights."""
    nights = read_chart(journal, shift_day(stretch.first, 1 - WINDOW), stretch.last)
    return severity_picture(nights, *stretch, read_events(journal), width, height)


def raster_chart(journal: Journal, newest: date, rows: int, width: int) -> Picture:
    """So many nights up to the newest, a line each."""
    rollover, first = journal.desk.rollover, first_of(newest, rows)
    known = read_chart(journal, min(first, first_of(newest, HOURS_FROM)), newest)
    nights = {day: raster_night(one, rollover) for day, one in known.items()}
    shown = list(days(first, newest))[::-1]
    return raster_picture(shown, nights, window_of(nights.values(), rollover), width, rollover)


def strips_chart(journal: Journal, stretch: Stretch, width: int) -> Picture:
    """Weekdays and factors over some nights."""
    factors, sealed = journal.ledgers.shown_factors(), sealed_factors(journal)
    week_start = journal.desk.preferences.week_start
    return strips_picture(read_chart(journal, *stretch), *stretch, factors, sealed, width, week_start)


def pair_of(journal: Journal, one: Stretch, other: Stretch, event: Event | None = None) -> Pair:
    """Two stretches in numbers."""
    rollover, bedtime = journal.desk.rollover, journal.desk.preferences.bedtime
    sums = [summary_of(read_chart(journal, *stretch), stretch, rollover, bedtime) for stretch in (one, other)]
    beside = within(read_events(journal), (one, other), event.date if event else None)
    return Pair(sums[0], sums[1], event, beside)


def compare_chart(journal: Journal, pair: Pair, width: int) -> Picture:
    """Two stretches side by side."""
    return compare_picture(pair, width, journal.desk.rollover)


def pair_around(journal: Journal, event: Event, nights: int) -> Pair:
    """So many nights before something happened, and so many after.

    Raises:
        BadInput: If there are no nights on one of the sides.
    """
    one, other = around(event.date, nights, journal.tonight)
    dates = logged_dates(journal)
    for side, stretch in (("before", one), ("after", other)):
        if not has_nights(journal, dates, *stretch):
            where = stretch_words(stretch)
            raise BadInput(f"{event.words}, {event.date}: no night is logged {side} it ({where})")
    return pair_of(journal, one, other, event)


def pairable(journal: Journal, nights: int) -> list[Event]:
    """What happened with nights logged on both sides of it, newest first."""
    tonight, dates = journal.tonight, logged_dates(journal)
    return [
        event
        for event in reversed(read_events(journal))
        if event.date <= tonight
        and all(has_nights(journal, dates, *side) for side in around(event.date, nights, tonight))
    ]


def stretches_lately(journal: Journal, last: date, nights: int) -> tuple[Stretch, Stretch] | None:
    """So many nights up to one, behind as many before them; ``None`` where one of both has no entry."""
    first = first_of(last, nights)
    both, dates = around(first, nights, last), logged_dates(journal)
    return both if all(has_nights(journal, dates, *stretch) for stretch in both) else None
