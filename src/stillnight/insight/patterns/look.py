"""One look at the nights, and all the looks of a diary in order of date.

``read_diary`` makes the diary, ``replay`` looks at it night by night. The same nights give the same answer
on every device, whatever order they were typed in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.doses import Series, Tally, series_of
from stillnight.insight.patterns.moments import Moments
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.rows import Row, Rows
from stillnight.insight.patterns.settings import OURS, Settings
from stillnight.insight.patterns.tiers import Standing, step
from stillnight.insight.patterns.weighing import Weighed, weigh

BEST_FIRST = (Tier.LIKELY, Tier.WORTH_A_TEST, Tier.TOO_EARLY, Tier.UNLIKELY)
"""The order in which patterns are named."""


class Look(NamedTuple):
    """What the nights said as of one night.

    Attributes:
        night: The last night that was known, by its evening's date.
        patterns: One for each factor, best first: by tier, then by probability, then by slug.
        standings: By slug, what the next look must know of this one.
    """

    night: date
    patterns: tuple[Pattern, ...]
    standings: Mapping[str, Standing]


def look(
    diary: Sequence[DiaryNight], factors: Sequence[Factor], settings: Settings = OURS
) -> tuple[Pattern, ...]:
    """What the whole diary says now, after all looks before: the patterns of the last :func:`replay`."""
    patterns = tuple(Pattern(factor.slug) for factor in sorted(factors, key=lambda one: one.slug))
    for one in replay(diary, factors, settings):
        patterns = one.patterns
    return patterns


def replay(
    diary: Sequence[DiaryNight],
    factors: Sequence[Factor],
    settings: Settings = OURS,
    after: date | None = None,
    standings: Mapping[str, Standing] | None = None,
    begun: NightsSoFar | None = None,
) -> Iterator[Look]:
    """Look at the diary after each of its nights, in order of date.

    Args:
        diary: All nights, also those before ``after``, as ``read_diary`` gives them.
        factors: The factors that are looked at, in any order.
        settings: The model's constants.
        after: Give only the looks of later nights; all when ``None``.
        standings: Those of the look of ``after``, to go on from there without looking at earlier nights.
        begun: The first nights of the diary, none later than ``after``, as they were kept before; the others
            are added to it. It saves work and changes nothing.
    """
    nights_so_far = begun or NightsSoFar(factors, settings, diary)
    before = dict(standings or {})
    patterns: tuple[Pattern, ...] | None = None
    for night in diary[nights_so_far.taken :]:
        is_new = nights_so_far.add(night)
        if after is not None and night.date <= after:
            continue
        if is_new or patterns is None:
            weighed = nights_so_far.weighed()
            if is_new:
                before = _steps(before, weighed, nights_so_far, settings)
            patterns = nights_so_far.patterns(weighed, before)
        yield Look(night.date, patterns, before)


def _steps(
    before: Mapping[str, Standing], weighed: Mapping[str, Weighed], nights: NightsSoFar, settings: Settings
) -> dict[str, Standing]:
    return {
        factor.slug: step(
            before.get(factor.slug, Standing()),
            weighed[factor.slug].probability if factor.slug in weighed else None,
            settings,
            nights.is_coloured(factor),
        )
        for factor in nights.factors
    }


class NightsSoFar:
    """The nights up to some night, as the model keeps them.

    Attributes:
        factors: The factors that are looked at, in order of slug.
        taken: So many nights were taken, also those from which nothing is worked out.

    Args:
        factors: The factors that are looked at, in any order.
        settings: The model's constants.
        diary: All nights that will come, if they are known; it saves work and changes nothing.
    """

    def __init__(
        self, factors: Sequence[Factor], settings: Settings, diary: Sequence[DiaryNight] | None = None
    ) -> None:
        self.factors = sorted(factors, key=lambda factor: factor.slug)
        self.taken = 0
        self._settings = settings
        self._series = series_of(self.factors, settings, diary)
        self._places = _places(self._series)
        self._tallies = [Tally() for _ in self._series]
        self._rows = Rows(self._series, settings)
        self._moments: Moments | None = None

    def copied(self) -> NightsSoFar:
        """A copy that goes its own way."""
        copied = copy(self)
        copied._tallies, copied._rows = [copy(one) for one in self._tallies], self._rows.copied()
        copied._moments = self._moments and self._moments.copied()
        return copied

    def is_of(self, factors: Sequence[Factor], settings: Settings, diary: Sequence[DiaryNight]) -> bool:
        """Would nights of this diary be kept in the same way?"""
        return self._settings == settings and self._series == series_of(factors, settings, diary)

    def add(self, night: DiaryNight) -> bool:
        """Take one more night; does it give the model something new to look at?"""
        self.taken += 1
        if self._settings.leaves_out and night.left_out:
            return False
        row = self._rows.read(night)
        if row is not None:
            self._count(row)
        return row is not None

    def _count(self, row: Row) -> None:
        if self._moments is None:
            self._moments = Moments(len(row.covariates), len(row.doses))
        self._moments.add(row)
        for tally, dose in zip(self._tallies, row.answered, strict=True):
            tally.add(dose)

    def weighed(self) -> dict[str, Weighed]:
        """What the model says of each factor that has enough nights on either side."""
        least = self._settings.least_each
        chosen = [(factor, self._number_of(factor)) for factor in self.factors]
        chosen = [(factor, number) for factor, number in chosen if self._tallies[number].has_both(least)]
        if self._moments is None or self._moments.rows < self._settings.least_nights or not chosen:
            return {}
        return weigh(self._moments, chosen, len(self._series), self._settings)

    def is_coloured(self, factor: Factor) -> bool:
        """Is it a rating made under the very legs with which it is compared?"""
        one = self._series[self._number_of(factor)]
        return self._settings.holds_back and one.factor.kind is Kind.RATING and not one.is_early

    def patterns(
        self, weighed: Mapping[str, Weighed], standings: Mapping[str, Standing]
    ) -> tuple[Pattern, ...]:
        """The factors as the screen names them, best first."""
        found = [
            self._pattern(factor, weighed.get(factor.slug), standings.get(factor.slug, Standing()))
            for factor in self.factors
        ]
        return tuple(
            sorted(found, key=lambda one: (BEST_FIRST.index(one.tier), -(one.probability or 0.0), one.factor))
        )

    def _pattern(self, factor: Factor, weighed: Weighed | None, standing: Standing) -> Pattern:
        number = self._number_of(factor)
        tally = self._tallies[number]
        is_held_back = standing.tier is Tier.LIKELY and standing.is_coloured
        shown = Pattern(
            factor.slug,
            Tier.WORTH_A_TEST if is_held_back else standing.tier,
            nights=tally.nights,
            with_it=tally.with_it,
            without_it=tally.without_it,
            is_held_back=is_held_back,
        )
        return replace(shown, **weighed._asdict()) if weighed else shown

    def _number_of(self, factor: Factor) -> int:
        """The series that is taken for a factor: of a rating the early answers, once they are enough."""
        every, early = self._places[factor.slug]
        return early if early is not None and (every is None or self._is_enough(early, every)) else every or 0

    def _is_enough(self, early: int, every: int) -> bool:
        """Are there as many early answers as a look needs, and no fewer than those of the evening?"""
        tally, of = self._tallies[early], self._tallies[every].nights
        least, each = self._settings.least_nights, self._settings.least_each
        is_enough = tally.nights >= least and tally.has_both(each) and 2 * tally.nights >= of
        return is_enough or tally.nights == of


def _places(series: Sequence[Series]) -> dict[str, tuple[int | None, int | None]]:
    """By slug, the numbers of the series of all answers and of the early ones, where there are such."""
    numbers = {(one.factor.slug, one.is_early): number for number, one in enumerate(series)}
    return {slug: (numbers.get((slug, False)), numbers.get((slug, True))) for slug, _ in numbers}
