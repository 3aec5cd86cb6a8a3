"""The nights behind a pattern: what was answered, what recent nights led to expect, what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stillnight.domain.factor import Factor
from stillnight.domain.month import shift_day
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import HALF, Series
from stillnight.insight.patterns.moments import LEVEL, PREV, Moments
from stillnight.insight.patterns.rows import Row, Rows
from stillnight.insight.patterns.settings import OURS
from stillnight.journal.triggers.account import NightBehind


class NightsBehind:
    """The nights behind the patterns of a diary.

    What recent nights led to expect is the person's mean, moved by as much of the recent level and of last
    night's departure from it as usually carries over into a night: the same for every factor.
    """

    def __init__(self, diary: Sequence[DiaryNight], factors: Iterable[Factor]) -> None:
        """Work out what was expected of each night.

        Args:
            diary: The nights as the model takes them, in order of date.
            factors: The factors of which nights may be told.
        """
        self._diary, self._by_date = diary, {night.date: night for night in diary}
        self._factors = {factor.slug: factor for factor in factors}
        self._expected = _expected(diary)

    def of(self, slug: str, lag: int = 0) -> list[NightBehind]:
        """The rated nights on which a factor was answered, newest first; none of a factor not to be told of.

        Args:
            slug: The factor.
            lag: The pattern's lag: 1 takes what was answered the day before.
        """
        factor = self._factors.get(slug)
        return list(self._nights(factor, lag))[::-1] if factor is not None else []

    def _nights(self, factor: Factor, lag: int) -> Iterator[NightBehind]:
        one = Series(factor)
        for night, expected in zip(self._diary, self._expected, strict=True):
            answered = self._by_date.get(shift_day(night.date, -lag))
            dose = one.dose(answered, OURS.most_dose) if answered else None
            if answered is None or dose is None or night.severity is None:
                continue
            amount = answered.answers[factor.slug]
            yield NightBehind(night.date, amount, dose >= HALF, night.severity, expected, night.left_out)


def _expected(diary: Sequence[DiaryNight]) -> list[float | None]:
    """What was expected of each night, 0-10; ``None`` where it does not count or has no past."""
    rated = [night.severity for night in diary if night.counts and night.severity is not None]
    mean = sum(rated) / len(rated) if rated else 0.0
    rows, (level, last) = _rows(diary)

    def of(row: Row) -> float:
        moved = level * (row.covariates[LEVEL] - mean) + last * row.covariates[PREV]
        return min(max(mean + moved, 0.0), 10.0)

    return [of(row) if row else None for row in rows]


def _rows(diary: Sequence[DiaryNight]) -> tuple[list[Row | None], tuple[float, float]]:
    """Each night's row, none where it does not count, and how much carries over from night to night."""
    rows, found = Rows((), OURS), []
    moments: Moments | None = None
    for night in diary:
        row = rows.read(night) if night.counts else None
        found.append(row)
        if row is not None:
            moments = moments or Moments(len(row.covariates), 0)
            moments.add(row)
    return found, moments.carry(OURS) if moments else (0.0, 0.0)
