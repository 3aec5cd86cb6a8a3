"""What can be said of when more is known about each factor, and what keeps it from ever being likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.knowing.forecast import Forecast, forecasts_of
from stillnight.insight.knowing.information import information_of
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import Series, Tally, series_of
from stillnight.insight.patterns.moments import Moments
from stillnight.insight.patterns.rows import Rows
from stillnight.insight.patterns.settings import OURS, Settings

LATELY = 56
"""So many days back the rate of answers is counted; our own choice."""


class Knowing(NamedTuple):
    """What can be said of when more is known about a factor.

    Attributes:
        forecasts: One for each of :data:`EFFECTS`, the largest first; none where nothing can be forecast.
        a_week: Nights a week on which it was answered lately and that count.
        in_the_way: What keeps it from ever being likely: ``""``, ``evening`` (rated under the legs it is
            compared with), ``same`` (hardly ever another answer), ``unanswered`` (not answered lately) or
            ``few`` (too few nights yet).
    """

    forecasts: tuple[Forecast, ...] = ()
    a_week: float = 0.0
    in_the_way: str = ""


def when_known(
    diary: Sequence[DiaryNight], factors: Sequence[Factor], night: date, settings: Settings = OURS
) -> Mapping[str, Knowing]:
    """When more can be known about each factor, by slug.

    Args:
        diary: The nights up to ``night``.
        factors: The factors that are looked at.
        night: The night from which on it is counted.
        settings: The model's constants.
    """
    counting = [one for one in diary if one.counts or (one.severity is not None and not settings.leaves_out)]
    series = series_of(factors, settings)
    tallies, moments = _summed(counting, series, settings)
    found = {}
    for factor in factors:
        number = _number_of(factor, series, tallies, settings)
        a_week = _a_week(factor, counting, night)
        in_the_way = _in_the_way(tallies[number], series[number], moments, a_week, settings)
        forecasts: tuple[Forecast, ...] = ()
        if moments is not None and in_the_way in ("", "evening"):
            known = information_of(moments, number, _others(factor, series, tallies, settings), settings)
            if in_the_way:
                # the ratings of the evening do not count: those of the afternoon begin anew
                known = known._replace(doses=0.0, product=0.0)
            rate = _rows_a_day(counting, night)
            forecasts = tuple(forecasts_of(known, factor, len(factors), rate, night, settings))
        found[factor.slug] = Knowing(forecasts, a_week, in_the_way)
    return found


def _summed(
    diary: Sequence[DiaryNight], series: Sequence[Series], settings: Settings
) -> tuple[list[Tally], Moments | None]:
    rows, tallies = Rows(series, settings), [Tally() for _ in series]
    moments: Moments | None = None
    for night in diary:
        row = rows.read(night)
        if row is None:
            continue
        moments = moments or Moments(len(row.covariates), len(row.doses))
        moments.add(row)
        for tally, dose in zip(tallies, row.answered, strict=True):
            tally.add(dose)
    return tallies, moments


def _number_of(factor: Factor, series: Sequence[Series], tallies: Sequence[Tally], settings: Settings) -> int:
    """The series that tells: of a rating the early answers, as soon as there are some on either side."""
    every = next(place for place, one in enumerate(series) if one.factor.slug == factor.slug)
    early = Series(factor, is_early=True)
    if early not in series:
        return every
    place = series.index(early)
    return place if 2 * tallies[place].nights >= max(tallies[every].nights, 1) else every


def _others(
    factor: Factor, series: Sequence[Series], tallies: Sequence[Tally], settings: Settings
) -> list[int]:
    """The other factors' series that compete with it: those with enough nights on either side."""
    others = {one.factor.slug: one.factor for one in series if one.factor.slug != factor.slug}
    numbers = [_number_of(one, series, tallies, settings) for one in others.values()]
    return [number for number in numbers if tallies[number].has_both(settings.least_each)]


def _a_week(factor: Factor, diary: Sequence[DiaryNight], night: date) -> float:
    """Nights a week, of the last eight weeks or as many as there are, with an answer."""
    days = _days(diary, night)
    answered = sum(1 for one in diary if 0 <= (night - one.date).days < days and factor.slug in one.answers)
    return 7 * answered / days


def _rows_a_day(diary: Sequence[DiaryNight], night: date) -> float:
    days = _days(diary, night)
    return sum(1 for one in diary if 0 <= (night - one.date).days < days) / days


def _days(diary: Sequence[DiaryNight], night: date) -> int:
    since = (night - diary[0].date).days + 1 if diary else 1
    return max(min(LATELY, since), 1)


def _in_the_way(
    tally: Tally, series: Series, moments: Moments | None, a_week: float, settings: Settings
) -> str:
    if not a_week:
        return "unanswered"
    if moments is None or moments.rows < settings.least_nights:
        return "few"
    if not tally.with_it or not tally.without_it:
        return "same"
    if settings.holds_back and series.factor.kind is Kind.RATING and not series.is_early:
        return "evening"
    return ""
