"""Strips: the ratings of each weekday, and each factor's answers under the nights they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import fmean, median
from typing import NamedTuple

from stillnight.domain.factor import Factor, Kind, amount
from stillnight.insight.charts.nights import Nights, days
from stillnight.insight.charts.severity import Column

RATINGS = 11
"""The ratings are 0 to 10."""


class WeekdayStrip(NamedTuple):
    """The evenings' ratings on one weekday.

    Attributes:
        weekday: 0 Monday to 6 Sunday: the evening's.
        counts: How many nights had each rating, from 0 to 10.
    """

    weekday: int
    counts: tuple[int, ...]

    @property
    def nights(self) -> int:
        """How many of its nights were rated."""
        return sum(self.counts)

    @property
    def middle(self) -> float | None:
        """The median of the ratings."""
        rated = [rating for rating, count in enumerate(self.counts) for _ in range(count)]
        return median(rated) if rated else None


class FactorStrip(NamedTuple):
    """One factor's answers, column by column.

    Attributes:
        factor: The factor.
        amounts: The mean of the answers in each column, no is 0; ``None`` where nothing was answered.
        asked: On how many nights it was answered.
        is_sealed: Does a trial run on it? Then there are no amounts.
    """

    factor: Factor
    amounts: tuple[float | None, ...] = ()
    asked: int = 0
    is_sealed: bool = False

    @property
    def most(self) -> float:
        """The largest amount that was answered; a rating and a yes or no are held against all of it."""
        if self.factor.kind is Kind.AMOUNT:
            return max((one for one in self.amounts if one is not None), default=0.0)
        return 10.0 if self.factor.kind is Kind.RATING else 1.0


def counts_of(ratings: Iterable[int]) -> tuple[int, ...]:
    """How often each rating from 0 to 10 is among some."""
    counts = [0] * RATINGS
    for rating in ratings:
        counts[rating] += 1
    return tuple(counts)


def weekday_strips(nights: Nights, first: date, last: date, week_start: int = 0) -> list[WeekdayStrip]:
    """A strip a weekday, from the first day of the week on."""
    rated: dict[int, list[int]] = {number: [] for number in range(7)}
    for day in days(first, last):
        severity = nights[day].severity if day in nights else None
        if severity is not None:
            rated[day.weekday()].append(severity)
    order = [(week_start + number) % 7 for number in range(7)]
    return [WeekdayStrip(number, counts_of(rated[number])) for number in order]


def factor_strips(
    nights: Nights, columns: Sequence[Column], factors: Iterable[Factor], sealed: frozenset[str]
) -> list[FactorStrip]:
    """A strip a factor; of one that is sealed nothing is read.

    Args:
        nights: What is known.
        columns: The columns of the severity above.
        factors: What is drawn, in this order.
        sealed: The slugs of the factors on which a trial runs.
    """
    return [
        FactorStrip(factor, is_sealed=True) if factor.slug in sealed else _strip(nights, columns, factor)
        for factor in factors
    ]


def _strip(nights: Nights, columns: Sequence[Column], factor: Factor) -> FactorStrip:
    answers = [_answers(nights, column, factor) for column in columns]
    means = tuple(fmean(some) if some else None for some in answers)
    return FactorStrip(factor, means, sum(map(len, answers)))


def _answers(nights: Nights, column: Column, factor: Factor) -> list[float]:
    known = (nights[day].night for day in days(column.first, column.last) if day in nights)
    return [number for night in known if (number := _amount(night.values, factor)) is not None]


def _amount(values: Mapping[str, object], factor: Factor) -> float | None:
    """An answer as a number; a yes without an amount is the factor's usual one."""
    answer = values.get(factor.field)
    if answer is True and factor.kind is not Kind.YES_NO:
        return factor.usual
    return amount(answer)
