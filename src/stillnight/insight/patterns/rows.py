"""The nights as rows of numbers: what is to be explained, what recent nights led to expect, and the doses.

Only the past goes into a row beside the night itself, so a row never changes once it is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import NamedTuple

from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import Series
from stillnight.insight.patterns.settings import Settings

WEEKEND = (4, 5)
"""The evenings of Friday and Saturday."""

LAGS = (0, 1)
"""A factor may matter on the same day or on the day after."""


class Row(NamedTuple):
    """One night among the nights before it.

    Attributes:
        covariates: 1, weekend, recent level, last night's departure from it and, if wanted, the fast level.
        severity: The night's rating.
        doses: Of each series the dose of the day and of the day before, the missing ones filled in.
        levels: Of each of them the recent level.
        prevs: Of each of them last night's departure from it.
        answered: Of each series the dose of the day as answered.
    """

    covariates: list[float]
    severity: float
    doses: list[float]
    levels: list[float]
    prevs: list[float]
    answered: list[float | None]


class Recent:
    """Recent levels of several numbers a night, and how far the last night departed from them."""

    def __init__(self, width: int, decay: float, prev_decay: float) -> None:
        self._means = [0.0] * width
        self._last = [0.0] * width
        self._weight = 0.0
        self._day: int | None = None
        self._decay, self._prev_decay = decay, prev_decay

    def add(self, day: int, numbers: list[float]) -> None:
        """Take one more night into the levels."""
        faded = self._weight * self._decay ** (day - self._day) if self._day is not None else 0.0
        self._weight = faded + 1.0
        self._means = [
            mean + (new - mean) / self._weight for mean, new in zip(self._means, numbers, strict=True)
        ]
        self._last, self._day = numbers, day

    @property
    def levels(self) -> list[float]:
        """Weighted means of the nights so far."""
        return self._means

    def prevs(self, day: int) -> list[float]:
        """The last night's departures from the levels, faded over the days that were not logged."""
        kept = self._prev_decay ** (day - 1 - self._day) if self._day is not None else 0.0
        return [(last - mean) * kept for last, mean in zip(self._last, self._means, strict=True)]


class Rows:
    """Makes rows out of nights that come in order of date."""

    def __init__(self, series: Sequence[Series], settings: Settings) -> None:
        self._series, self._most = series, settings.most_dose
        self._recent = Recent(1 + len(LAGS) * len(series), settings.level_decay, settings.prev_decay)
        self._fast = Recent(1, settings.fast_decay, 1.0) if settings.fast_decay else None
        self._sums, self._counts = [0.0] * len(series), [0] * len(series)
        self._day_before: tuple[int, list[float | None]] | None = None
        self._has_past = False

    def copied(self) -> Rows:
        """A copy that goes its own way."""
        copied = copy(self)
        copied._recent, copied._fast = copy(self._recent), copy(self._fast)
        copied._sums, copied._counts = list(self._sums), list(self._counts)
        return copied

    def read(self, night: DiaryNight) -> Row | None:
        """The night's row; ``None`` where it was not rated or is the first one rated."""
        day = night.date.toordinal()
        answered = [one.dose(night, self._most) for one in self._series]
        row = self._row(night, day, answered) if night.severity is not None else None
        had_past, self._has_past = self._has_past, self._has_past or row is not None
        if row is not None:
            self._recent.add(day, [row.severity, *row.doses])
            if self._fast:
                self._fast.add(day, [row.severity])
        self._learn(day, answered)
        return row if had_past else None

    def _row(self, night: DiaryNight, day: int, answered: list[float | None]) -> Row:
        assert night.severity is not None
        doses = self._doses(day, answered)
        (level, *levels), (prev, *prevs) = self._recent.levels, self._recent.prevs(day)
        covariates = [1.0, _weekend(night.date), level, prev, *(self._fast.levels if self._fast else ())]
        return Row(covariates, float(night.severity), doses, levels, prevs, answered)

    def _doses(self, day: int, answered: list[float | None]) -> list[float]:
        """By series the dose of the day, then by series that of the day before; usual ones for missing."""
        usual = [
            total / count if count else 0.0 for total, count in zip(self._sums, self._counts, strict=True)
        ]
        known = self._day_before is not None and self._day_before[0] == day - 1
        before = self._day_before[1] if self._day_before is not None and known else [None] * len(usual)
        both = zip((*answered, *before), (*usual, *usual), strict=True)
        return [filled if one is None else one for one, filled in both]

    def _learn(self, day: int, answered: list[float | None]) -> None:
        for place, one in enumerate(answered):
            if one is not None:
                self._sums[place] += one
                self._counts[place] += 1
        self._day_before = day, answered


def _weekend(day: date) -> float:
    return float(day.weekday() in WEEKEND)
