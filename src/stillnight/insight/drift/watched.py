"""The nights as a watch over months takes them: the first feeling on the clock that the body keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import NamedTuple

from stillnight.domain.clock_rule import read_stamp
from stillnight.domain.moment import NIGHT_ENDS, USUAL_BEDTIME
from stillnight.domain.night import Night
from stillnight.domain.values import whole_number

SPREADING = frozenset({"arms", "hands", "trunk"})
"""Parts of the body that count when they are new: rule M01."""

CLOCK_CHANGE_NIGHTS = 2
"""Nights left out after the clocks were changed; after a flight one for each hour of the change. Our choice,
after the common rule that the body follows by about an hour a day (general knowledge, not verified)."""

_STAMPS = ("onset", "lights_out", "evening_at")
"""Where a night tells in which zone it was spent, the surest first."""

_DAY = 1440


class WatchedNight(NamedTuple):
    """One night.

    Attributes:
        date: The evening's date.
        severity: The strongest urge, 0-10; ``None`` where not rated.
        earliest: Minutes after 05:00 on the local clock at which it was first felt, or before which it was
            surely not; ``None`` where nothing is known, nothing was felt, or the clock had just changed.
        latest: The same, but where it had not come by the entry, the usual end of the evening.
        bed: Minutes after 05:00 of the evening's date at which the lights went out, 1440 and more on the
            morning after; ``None`` where nobody said.
        rest_latency: Minutes at rest until it came.
        spread: Which of :data:`SPREADING` were named; ``None`` where nobody said where it was.
    """

    date: date
    severity: int | None
    earliest: float | None
    latest: float | None
    bed: float | None
    rest_latency: int | None
    spread: frozenset[str] | None


def watch(nights: Iterable[Night], bedtime: time = USUAL_BEDTIME) -> list[WatchedNight]:
    """The logged nights in order of date.

    Args:
        nights: Any nights, at most one of a date.
        bedtime: The usual bedtime, for nights without lights out.
    """
    logged = sorted((night for night in nights if night.logged), key=lambda night: night.date)
    return [
        _watched(night, bedtime, is_off_clock)
        for night, is_off_clock in zip(logged, _clock_changes(logged), strict=True)
    ]


def minutes_of(moment: datetime | time) -> float:
    """Minutes from 05:00 to a wall-clock time, 0-1439: a feeling at 09:00 is early, one at 02:00 late."""
    return float((moment.hour * 60 + moment.minute - NIGHT_ENDS.hour * 60) % _DAY)


def clock_of(minutes: float) -> time:
    """The wall-clock time so many minutes after 05:00."""
    hour, minute = divmod(int(minutes + NIGHT_ENDS.hour * 60) % _DAY, 60)
    return time(hour, minute)


def _watched(night: Night, bedtime: time, is_off_clock: bool) -> WatchedNight:
    earliest, latest = (None, None) if is_off_clock else _onset(night, bedtime)
    latency = whole_number(night.get("rest_latency_min"), 0)
    return WatchedNight(night.date, night.severity, earliest, latest, _bed(night), latency, _spread(night))


def _bed(night: Night) -> float | None:
    out = night.time("lights_out")
    if out is None:
        return None
    days = (out.date() - night.date).days
    return days * _DAY + float(out.hour * 60 + out.minute - NIGHT_ENDS.hour * 60)


def _onset(night: Night, bedtime: time) -> tuple[float | None, float | None]:
    """When it was first felt, as early and as late as the answer allows."""
    bed = _bed(night)
    if (felt := night.onset) is not None:
        at = minutes_of(felt)
        # after a night shift the evening lasts into the morning, and a time before its bed is no morning's
        at += _DAY if bed is not None and at + _DAY <= bed else 0
        return at, at
    if night.onset_word == "all_day":
        return 0.0, 0.0
    if night.onset_word != "not_yet":
        return None, None
    entered = night.time("evening_at")
    by_bedtime = minutes_of(bedtime) if bed is None else bed
    if entered is None or entered.date() != night.date:
        return None, by_bedtime
    return minutes_of(entered), max(minutes_of(entered), by_bedtime)


def _spread(night: Night) -> frozenset[str] | None:
    """A night without any legs has them nowhere else, either."""
    parts = night.get("parts")
    if isinstance(parts, list):
        return SPREADING.intersection(parts)
    return frozenset() if night.severity == 0 else None


def _clock_changes(nights: Sequence[Night]) -> Iterator[bool]:
    """For each night: had the local clock been changed so lately that the body does not follow it yet?"""
    before, until = "", date.min
    for night in nights:
        stamp = _stamp(night)
        # the offset ends the text: reading a moment out of every one would cost more than all the rest
        if stamp and before and stamp[-6:] != before[-6:]:
            until = max(until, night.date + _pause(before, stamp))
        before = stamp or before
        yield night.date < until


def _stamp(night: Night) -> str:
    kept = (night.get(name) for name in _STAMPS)
    return next((text for text in kept if isinstance(text, str) and "T" in text), "")


def _pause(before: str, after: str) -> timedelta:
    """How long the body takes to follow; across the date line a day more or less makes no difference."""
    moments = [read_stamp(before), read_stamp(after)]
    offsets = [moment.utcoffset() or timedelta() for moment in moments if moment is not None]
    hours = abs((offsets[-1] - offsets[0]).total_seconds()) / 3600 % 24 if len(offsets) == 2 else 0.0
    if not hours:
        return timedelta()
    return timedelta(days=max(CLOCK_CHANGE_NIGHTS, ceil(min(hours, 24 - hours))))
