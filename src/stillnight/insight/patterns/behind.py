"""Which nights stand behind a pattern: what recent nights led to expect, and what came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import HALF, Series, dose
from stillnight.insight.patterns.moments import PREV, Moments
from stillnight.insight.patterns.rows import Row, Rows
from stillnight.insight.patterns.settings import OURS, Settings


class Behind(NamedTuple):
    """One night and the factor's answer it is compared with.

    Attributes:
        night: The evening's date of the night that was rated.
        amount: What was answered for that day, or for the day before if that is what seems to matter.
        is_with: Was it half a dose or more?
        expected: The severity that recent nights and the weekday led to expect, points.
        came: The severity that was rated, 0-10.
    """

    night: date
    amount: float
    is_with: bool
    expected: float
    came: int

    @property
    def departure(self) -> float:
        """How much worse than expected it came, points."""
        return self.came - self.expected


def nights_behind(
    diary: Sequence[DiaryNight], factor: Factor, lag: int = 0, settings: Settings = OURS
) -> tuple[Behind, ...]:
    """The nights that count and have an answer, in order of date.

    The other factors are not allowed for, so that one can check a night against the calendar.

    Args:
        diary: The nights, as ``read_diary`` gives them.
        factor: The factor.
        lag: The pattern's lag: 1 takes the answer of the day before.
        settings: The model's constants.
    """
    counted = [night for night in diary if not (settings.leaves_out and night.left_out)]
    answers = {night.date: night.answers.get(factor.slug) for night in counted}
    rows = Rows((Series(factor),), settings)
    read = [(night, row) for night in counted if (row := rows.read(night)) is not None]
    fit = _fit([row for _, row in read], settings)
    found = []
    for night, row in read:
        amount = answers.get(night.date - timedelta(days=lag))
        if amount is not None and night.severity is not None:
            expected = sum(one * weight for one, weight in zip(row.covariates, fit, strict=False))
            is_with = dose(factor, amount, settings.most_dose) >= HALF
            found.append(Behind(night.date, amount, is_with, round(expected, 6), night.severity))
    return tuple(found)


def _fit(rows: Sequence[Row], settings: Settings) -> list[float]:
    if not rows:
        return [0.0] * (PREV + 1)
    moments = Moments(len(rows[0].covariates), len(rows[0].doses))
    for row in rows:
        moments.add(row)
    return moments.expectation(settings)
