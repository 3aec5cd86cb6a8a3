"""The numbers behind each chart, as programs read them."""

from __future__ import annotations

from datetime import time
from typing import Any

from stillnight.domain.month import shift_day
from stillnight.insight.charts.events import Event
from stillnight.insight.charts.nights import Nights, days
from stillnight.insight.charts.raster import RasterNight, raster_night, wall_clock
from stillnight.insight.charts.severity import WINDOW, columns_of, moving_medians
from stillnight.insight.charts.stretches import Quantity, Stretch, Summary
from stillnight.insight.charts.strips import factor_strips, weekday_strips
from stillnight.journal.charting import read_chart, read_events
from stillnight.journal.journal import Journal
from stillnight.journal.sealing import sealed_factors
from stillnight.ui.pictures.charts.compare import Pair

Shape = dict[str, Any]


def severity_shape(journal: Journal, stretch: Stretch) -> Shape:
    """Every night that has an entry, and what happened."""
    nights = read_chart(journal, shift_day(stretch.first, 1 - WINDOW), stretch.last)
    medians = moving_medians(nights, *stretch)
    rows = [
        {"night": day.isoformat(), "severity": nights[day].severity, "median_7": medians.get(day),
         "late": nights[day].is_late, "doses": len(nights[day].doses)}
        for day in days(*stretch) if day in nights
    ]  # fmt: skip
    events = [event for event in read_events(journal) if stretch.first <= event.date <= stretch.last]
    return {**_ends(stretch), "nights": rows, "events": [_event(event) for event in events]}


def raster_shape(journal: Journal, stretch: Stretch) -> Shape:
    """Every night that has an entry, its times as the wall clock showed them; newest first."""
    rollover = journal.desk.rollover
    nights = read_chart(journal, *stretch)
    rows = [_raster(raster_night(nights[day], rollover), rollover) for day in sorted(nights, reverse=True)]
    return {**_ends(stretch), "nights": rows}


def strips_shape(journal: Journal, stretch: Stretch) -> Shape:
    """How often each weekday had each urge; each factor's answers; of a sealed one nothing."""
    nights = read_chart(journal, *stretch)
    weekdays = [
        {"weekday": strip.weekday, "nights": strip.nights, "counts": strip.counts, "median": strip.middle}
        for strip in weekday_strips(nights, *stretch)
    ]
    return {**_ends(stretch), "weekdays": weekdays, "factors": _factors(journal, nights, stretch)}


def compare_shape(pair: Pair) -> Shape:
    """Both stretches in numbers."""
    return {
        "event": _event(pair.event) if pair.event else None,
        "stretches": [_summary(one) for one in (pair.one, pair.other)],
        "also": [_event(event) for event in pair.beside],
        "is_test": False,
    }


def _factors(journal: Journal, nights: Nights, stretch: Stretch) -> list[Shape]:
    columns = columns_of(nights, *stretch)
    strips = factor_strips(nights, columns, journal.ledgers.shown_factors(), sealed_factors(journal))
    found: list[Shape] = []
    for strip in strips:
        if strip.is_sealed:
            found.append({"factor": strip.factor.slug, "sealed": True})
            continue
        answers = {
            column.first.isoformat(): amount
            for column, amount in zip(columns, strip.amounts, strict=True)
            if amount is not None
        }
        found.append({"factor": strip.factor.slug, "unit": strip.factor.unit, "answers": answers})
    return found


def _raster(night: RasterNight, rollover: time) -> Shape:
    def clock(at: int) -> str:
        return wall_clock(at, rollover)

    def span(ends: tuple[int, int] | None) -> list[str] | None:
        return [clock(at) for at in ends] if ends else None

    bouts = [
        {"at": clock(one.at), "severity": one.severity, "out_of_bed": one.is_out_of_bed}
        for one in night.bouts
    ]
    return {
        "night": night.date.isoformat(), "severity": night.severity, "late": night.is_late,
        "onset": "all_day" if night.is_all_day else clock(night.onset) if night.onset is not None else None,
        "in_bed": span(night.in_bed), "asleep": span(night.asleep), "waso_min": night.awake_min,
        "episodes": bouts, "doses": [clock(at) for at in night.doses],
    }  # fmt: skip


def _summary(one: Summary) -> Shape:
    shape: Shape = {
        **_ends(one.stretch),
        "logged": one.logged,
        "rated": one.rated,
        "with_legs": one.with_legs,
    }
    for quantity in Quantity:
        spread = one.spread(quantity)
        numbers = {"nights": len(one.values[quantity])} | (spread._asdict() if spread else {})
        shape[_NAMES.get(quantity, quantity.value)] = numbers
    return shape


_NAMES = {
    Quantity.ONSET: "onset_min_after_rollover", Quantity.TST: "tst_min", Quantity.SOL: "sol_min",
    Quantity.WASO: "waso_min",
}  # fmt: skip


def _event(event: Event) -> Shape:
    return {"date": event.date.isoformat(), "kind": event.what.value, "words": event.words}


def _ends(stretch: Stretch) -> Shape:
    return {"first": stretch.first.isoformat(), "last": stretch.last.isoformat()}
