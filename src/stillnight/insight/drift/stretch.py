"""A stretch of nights in figures, and the best one among the earlier ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from statistics import fmean, median
from typing import NamedTuple

from stillnight.insight.drift.watched import WatchedNight


class Measure(NamedTuple):
    """One figure of a stretch.

    Attributes:
        value: The figure.
        nights: From how many nights.
    """

    value: float
    nights: int


def between(nights: Sequence[WatchedNight], first: date, last: date) -> Sequence[WatchedNight]:
    """The nights of a stretch of dates, both ends in."""
    start = bisect_left(nights, first, key=lambda night: night.date)
    return nights[start : bisect_left(nights, last + timedelta(days=1), key=lambda night: night.date)]


def mean_of(values: Sequence[float | None], least: int) -> Measure | None:
    """The mean of what was answered; ``None`` with fewer answers than ``least``."""
    known = [value for value in values if value is not None]
    return Measure(fmean(known), len(known)) if len(known) >= least else None


def median_of(values: Sequence[float | None], least: int) -> Measure | None:
    """The median of what was answered; ``None`` with fewer answers than ``least``."""
    known = [value for value in values if value is not None]
    return Measure(median(known), len(known)) if len(known) >= least else None


def best_stretch(
    nights: Sequence[WatchedNight], first: date, last: date, days: int, least: int
) -> Sequence[WatchedNight]:
    """The stretch with the lowest mean severity; of equals the earliest. Empty where there is none.

    One stretch serves for every measure: the best one of each measure by itself would be a stretch that never
    was, and with it every night would look like a change for the worse.

    Args:
        nights: The nights, in order of date.
        first: The first date that may be in it.
        last: The last date that may be in it.
        days: How many dates it has.
        least: How many of its nights must be rated.
    """
    rated = [night for night in between(nights, first, last) if night.severity is not None]
    totals = [0, *accumulate(night.severity or 0 for night in rated)]
    dates = [night.date for night in rated]
    best, begins, end = float("inf"), None, 0
    for start, day in enumerate(dates):
        stop = day + timedelta(days=days)
        if stop > last + timedelta(days=1):
            break
        while end < len(dates) and dates[end] < stop:
            end += 1
        if end - start >= least and (mean := (totals[end] - totals[start]) / (end - start)) < best:
            best, begins = mean, day
    return between(nights, begins, begins + timedelta(days=days - 1)) if begins else ()
