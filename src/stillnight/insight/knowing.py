"""When more can be known: about how long until the model could call a factor likely.

Worked out from this person's own nights: how much their severity scatters once recent nights are allowed
for, how much the factor varies from day to day, and how often it is answered. A forecast, not a promise: of
made-up people with an effect of just that size, asked after 30, 60 or 120 nights, 7 of 10 met it between the
two dates, 2 of 10 sooner, 1 of 16 later; 3 of 160 were told that it is unlikely by now. Source:
``python -m tests.benchmarks.knowing``, 160 people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import exp, log, sqrt
from typing import NamedTuple

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import Series, Tally, series_of
from stillnight.insight.patterns.moments import Moments, swept
from stillnight.insight.patterns.rows import Rows
from stillnight.insight.patterns.settings import OURS, Settings

EFFECTS = (1.5, 1.0)
"""The effects for which a date is told, points of severity; smaller ones take longer than anybody waits."""

LATELY = 56
"""So many days back the rate of answers is counted; our own choice."""

A_YEAR = 365
"""Nobody is told a date further away than so many days."""

STEP = 7
"""The forecast goes by weeks."""

LUCK = 1.6
"""How far the nights to come may depart from what is to be expected, either way, in standard deviations."""

RULED_OUT = 2.0
"""An effect so many standard errors above what the nights show is not to be waited for."""

LEAST_SCATTER = 0.3
"""Nobody's nights scatter less, points: a run of equal ratings is no promise of more."""


class Forecast(NamedTuple):
    """When an effect of some size could be called likely.

    Attributes:
        points: The effect, points of severity.
        first: The date with some luck; ``None`` where it is further away than a year.
        last: The date without luck; ``None`` where it is further away than a year.
        is_ruled_out: Do the nights so far speak against an effect of that size? Then no date is told.
    """

    points: float
    first: date | None = None
    last: date | None = None
    is_ruled_out: bool = False


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


class _Information(NamedTuple):
    """What the nights so far hold about one factor.

    Attributes:
        each: What a night adds to ``doses``.
        doses: Sum of squares of its doses, once recent nights and the other factors are allowed for.
        product: Their sum of products with severity.
        scatter: Standard deviation of a night's severity, points.
        freedom: Nights less covariates.
    """

    each: float
    doses: float
    product: float
    scatter: float
    freedom: float


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
            known = _information(moments, number, _others(factor, series, tallies, settings))
            if in_the_way:
                # the ratings of the evening do not count: those of the afternoon begin anew
                known = known._replace(doses=0.0, product=0.0)
            rate = _rows_a_day(counting, night)
            forecasts = tuple(_forecasts(known, factor, len(factors), rate, night, settings))
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


def _information(moments: Moments, number: int, others: Sequence[int]) -> _Information:
    """What the nights hold about a factor; the others are allowed for where there are nights enough."""
    beside = list(others) if moments.rows > 6 * (len(others) + moments.covariates) else []
    residual = swept(moments.residual([*beside, number], moments.carry(OURS)), len(beside))
    (doses, product), (_, severity) = residual
    freedom = max(moments.rows - moments.covariates - len(beside), 1)
    scatter = sqrt(max(severity - (product * product / doses if doses > 0 else 0.0), 0.0) / freedom)
    doses = max(doses, 0.0)
    return _Information(doses / moments.rows, doses, product, max(scatter, LEAST_SCATTER), freedom)


def _forecasts(
    known: _Information, factor: Factor, factors: int, rate: float, night: date, settings: Settings
) -> Iterator[Forecast]:
    ways = {"worse": (1.0,), "better": (-1.0,)}.get(factor.direction, (1.0, -1.0))
    prior = _Prior(ways, factors, settings)
    for points in EFFECTS:
        # "either" expects both ways, half each; which way it goes is what the nights say so far
        sign = -1.0 if factor.direction == "better" or _leans_down(factor, known) else 1.0
        if _is_ruled_out(known, sign * points):
            yield Forecast(points, is_ruled_out=True)
            continue
        first, last = (_reached(known, sign * points, luck, prior, rate) for luck in (LUCK, -LUCK))
        yield Forecast(points, _on(night, first), _on(night, last))


def _is_ruled_out(known: _Information, points: float) -> bool:
    """Is an effect so far above what the nights show that chance hardly explains it?"""
    lacking = abs(points) * known.doses - (known.product if points > 0 else -known.product)
    return lacking > RULED_OUT * known.scatter * sqrt(known.doses)


def _leans_down(factor: Factor, known: _Information) -> bool:
    return factor.direction == "either" and known.product < 0


def _on(night: date, days: int | None) -> date | None:
    return None if days is None else night + timedelta(days=days)


def _reached(known: _Information, points: float, luck: float, prior: _Prior, rate: float) -> int | None:
    """In how many days it would be called likely, with so much luck; ``None`` for more than a year.

    The nights so far stay as they are, those to come have the effect, and scatter as those so far.
    """
    before, effect = known.product / known.scatter, points / known.scatter
    way = 1.0 if effect > 0 else -1.0
    for days in range(0, A_YEAR + 1, STEP):
        more = known.each * rate * days
        information = known.doses + more
        if not information:
            continue
        estimate = (before + more * effect + way * luck * sqrt(more)) / information
        freedom = known.freedom + rate * days
        if prior.probability(estimate, information, freedom) >= prior.settings.likely:
            return days + prior.settings.looks - 1
    return None


class _Prior(NamedTuple):
    """What is expected of a factor before any night.

    Attributes:
        ways: The signs of the effects that are expected.
        factors: How many factors are looked at.
        settings: The model's constants.
    """

    ways: tuple[float, ...]
    factors: int
    settings: Settings

    def probability(self, estimate: float, information: float, freedom: float) -> float:
        """Of the factor mattering, as the model finds it where nothing else competes.

        Args:
            estimate: Of the effect, in scatters of a night.
            information: How sure that is: one over its variance.
            freedom: Nights less covariates.
        """
        of = self.settings
        share = min(of.share, of.shares / max(self.factors, 1))
        without = freedom + estimate * estimate * information
        wide = of.spread + 1 / information
        odds = 0.0
        for way in self.ways:
            apart = estimate - way * of.centre
            grows = freedom / 2 * log(without / (freedom + apart * apart / wide))
            odds += exp(min(grows - log(wide * information) / 2, 700.0)) / len(self.ways)
        odds *= share * of.same_day / (1 - share)
        return odds / (1 + odds)
