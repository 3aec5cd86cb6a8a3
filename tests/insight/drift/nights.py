"""Nights for the watch over months, made in a few words; the last one is that of 19 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

from stillnight.domain.night import Night
from stillnight.insight.drift.watched import WatchedNight, watch

TONIGHT = date(2026, 11, 19)
HOME = "+01:00"


def ago(days):
    return TONIGHT - timedelta(days=days)


def stamp(day, clock, zone=HOME):
    """A wall-clock time of a night as the journal keeps it: from midnight to noon it is the day after."""
    on = day if clock >= "12:00" else day + timedelta(days=1)
    return f"{on.isoformat()}T{clock}{zone}"


def night(days, severity=3, onset="21:00", zone=HOME, parts=None, rest=None, entered="22:30", **more):
    """One night so many days ago."""
    day = ago(days)
    values = {"severity": severity, "onset": onset if onset and ":" not in onset else None, **more}
    if onset and ":" in onset:
        values["onset"] = stamp(day, onset, zone)
    values |= {"evening_at": stamp(day, entered, zone)} if entered else {}
    values |= {} if parts is None else {"parts": parts}
    values |= {} if rest is None else {"rest_latency_min": rest}
    return Night(day, {name: value for name, value in values.items() if value is not None})


def stretch(first, last, **same):
    """The nights from so many days ago to so many, all alike."""
    return [night(days, **same) for days in range(first, last - 1, -1)]


def watched(*rows) -> list[WatchedNight]:
    """Stretches put together and watched."""
    return watch([one for row in rows for one in (row if isinstance(row, list) else [row])])
