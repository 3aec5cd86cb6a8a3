"""What was answered, as doses: 0 at a factor's low reference day, 1 at its high one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.patterns.diary import DiaryNight
from stillnight.insight.patterns.settings import Settings

HALF = 0.5
"""From half a dose on, a night counts as one with the factor."""


class Series(NamedTuple):
    """The answers about one factor that are taken together.

    Attributes:
        factor: What was asked.
        is_early: Are only those ratings taken that were made before the evening?
    """

    factor: Factor
    is_early: bool = False

    def dose(self, night: DiaryNight, most: float) -> float | None:
        """A night's dose, at most ``most``; ``None`` where there is no such answer."""
        slug = self.factor.slug
        if slug not in night.answers or (self.is_early and slug not in night.early_ratings):
            return None
        return dose(self.factor, night.answers[slug], most)


def dose(factor: Factor, amount: float, most: float) -> float:
    """An amount as a share of the way from the low to the high reference day, within ``most`` on either side.

    The study's factors never fall below it. A room of 18 to 24 degrees that is answered with no, though,
    would be three doses below its low day, and such a night would outweigh all others.
    """
    span = factor.high - factor.low
    return max(min((amount - factor.low) / span, most), -most) if span else 0.0


def series_of(
    factors: Sequence[Factor], settings: Settings, diary: Iterable[DiaryNight] | None = None
) -> tuple[Series, ...]:
    """The series in one fixed order, whatever order the factors come in.

    A rating has two, the early answers and all of them. With a diary only those are kept that it needs:
    where all ratings are early ones, or none is, a second series would say the same or nothing.
    """
    ordered = sorted(factors, key=lambda factor: factor.slug)
    ratings = {factor.slug for factor in ordered if settings.holds_back and factor.kind is Kind.RATING}
    made = {(slug, is_early) for slug in ratings for is_early in (True, False)}
    if diary is not None:
        made = {
            (slug, slug in night.early_ratings) for night in diary for slug in ratings & set(night.answers)
        }
    every = (Series(one) for one in ordered if (one.slug, True) not in made or (one.slug, False) in made)
    return (*every, *(Series(one, is_early=True) for one in ordered if (one.slug, True) in made))


class Tally:
    """How many nights have a series' answer, and on which side of half a dose they lie."""

    def __init__(self) -> None:
        self.with_it = 0
        self.without_it = 0

    def add(self, dose: float | None) -> None:
        """Count one night."""
        if dose is not None:
            self.with_it += dose >= HALF
            self.without_it += dose < HALF

    @property
    def nights(self) -> int:
        """Nights with an answer."""
        return self.with_it + self.without_it

    def has_both(self, each: int) -> bool:
        """Are there at least ``each`` nights on either side?"""
        return min(self.with_it, self.without_it) >= each
