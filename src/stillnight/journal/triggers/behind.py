"""The nights behind a pattern: what was answered, what recent nights led to expect, what came."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.domain.factor import Factor
from stillnight.domain.month import shift_day
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import HALF, Series
from stillnight.insight.patterns.moments import LEVEL, PREV, Moments
from stillnight.insight.patterns.rows import Row, Rows
from stillnight.insight.patterns.settings import OURS
from stillnight.journal.triggers.account import NightBehind


def nights_behind(diary: Sequence[DiaryNight], factor: Factor, lag: int = 0) -> list[NightBehind]:
    """The rated nights on which a factor was answered, newest first.

    What recent nights led to expect is the person's mean, moved by as much of the recent level and of last
    night's departure from it as usually carries over into a night.

    Args:
        diary: The nights as the model takes them, in order of date.
        factor: The factor.
        lag: The pattern's lag: 1 takes what was answered the day before.
    """
    one, by_date = Series(factor), {night.date: night for night in diary}
    rows, carried = _rows(diary, one)
    rated = [night.severity for night in diary if night.counts and night.severity is not None]
    mean = sum(rated) / len(rated) if rated else 0.0
    found = []
    for night, row in zip(diary, rows, strict=True):
        answered = by_date.get(shift_day(night.date, -lag))
        dose = one.dose(answered, OURS.most_dose) if answered else None
        if answered is None or dose is None or night.severity is None:
            continue
        expected = _expected(row, mean, carried) if row else None
        amount = answered.answers[factor.slug]
        found.append(NightBehind(night.date, amount, dose >= HALF, night.severity, expected, night.left_out))
    return found[::-1]


def _rows(diary: Sequence[DiaryNight], one: Series) -> tuple[list[Row | None], tuple[float, float]]:
    """Each night's row, none where it does not count, and how much carries over from night to night."""
    rows, found = Rows((one,), OURS), []
    moments: Moments | None = None
    for night in diary:
        row = rows.read(night) if night.counts else None
        found.append(row)
        if row is not None:
            moments = moments or Moments(len(row.covariates), len(row.doses))
            moments.add(row)
    return found, moments.carry(OURS) if moments else (0.0, 0.0)


def _expected(row: Row, mean: float, carried: tuple[float, float]) -> float:
    level, last = carried
    return min(max(mean + level * (row.covariates[LEVEL] - mean) + last * row.covariates[PREV], 0.0), 10.0)
