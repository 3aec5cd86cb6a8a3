"""The methods that are compared, each as the looks it takes at a diary, night by night."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from stillnight.insight.patterns.diary import DiaryNight, read_diary
from stillnight.insight.patterns.look import replay
from stillnight.insight.patterns.pattern import Pattern, Tier
from stillnight.insight.patterns.settings import OURS, PLAIN, Settings
from tests.benchmarks.triggers.peers import has_enough, naive, pairs, pearson
from tests.benchmarks.triggers.people import Diary
from tests.benchmarks.triggers.plain import Found, plain_look


class Looked(NamedTuple):
    """What a method said of every factor as of one night."""

    night: date
    patterns: Mapping[str, Pattern]


Method = Callable[[Diary], Iterator[Looked]]
"""Looks at a diary after each of its nights."""


def model(settings: Settings) -> Method:
    """The program's model with these constants."""

    def looks(diary: Diary) -> Iterator[Looked]:
        nights = read_diary(diary.nights, diary.factors)
        for look in replay(nights, diary.factors, settings):
            yield Looked(look.night, {pattern.factor: pattern for pattern in look.patterns})

    return looks


def afresh(every: int = 1) -> Method:
    """The study's method as :mod:`plain` has it, with a look every so many nights: it is slow."""

    def looks(diary: Diary) -> Iterator[Looked]:
        nights = unmended(diary)
        tiers: dict[str, Tier] = {}
        for count in range(every, len(nights) + 1, every):
            found = plain_look(nights[:count], diary.factors)
            tiers = {slug: _tier(tiers.get(slug), one.probability) for slug, one in found.items()}
            yield Looked(
                nights[count - 1].date, {slug: _pattern(slug, tiers[slug], found[slug]) for slug in found}
            )

    return looks


def unmended(diary: Diary) -> list[DiaryNight]:
    """The nights as the model takes them, before any of them is left out."""
    return [night._replace(left_out="") for night in read_diary(diary.nights, diary.factors)]


def _tier(last: Tier | None, probability: float) -> Tier:
    """The tiers of the study with their hysteresis."""
    if probability >= (0.80 if last is Tier.LIKELY else 0.95):
        return Tier.LIKELY
    if probability >= (0.40 if last in (Tier.LIKELY, Tier.WORTH_A_TEST) else 0.60):
        return Tier.WORTH_A_TEST
    return Tier.UNLIKELY if probability <= 0.02 else Tier.TOO_EARLY


def _pattern(slug: str, tier: Tier, found: Found) -> Pattern:
    return Pattern(slug, tier, found.probability, found.effect, found.low, found.high)


def peer(finds: Callable[[list[tuple[float, int]], str], float | None]) -> Method:
    """A method that sees no past and knows only "likely" or nothing."""

    def looks(diary: Diary) -> Iterator[Looked]:
        known = {factor.slug: pairs(diary.nights, factor) for factor in diary.factors}
        told = {factor.slug: 0 for factor in diary.factors}
        for night in diary.nights:
            patterns = {}
            for factor in diary.factors:
                told[factor.slug] += bool(pairs([night], factor))
                so_far = known[factor.slug][: told[factor.slug]]
                effect = finds(so_far, factor.direction) if has_enough(so_far) else None
                tier = Tier.TOO_EARLY if effect is None else Tier.LIKELY
                patterns[factor.slug] = Pattern(factor.slug, tier, effect=effect)
            yield Looked(night.date, patterns)

    return looks


METHODS: Mapping[str, Method] = {
    "ours": model(OURS),
    "study": model(PLAIN),
    "naive": peer(naive),
    "pearson": peer(pearson),
    "afresh": afresh(every=3),
}
"""By the name they have on the command line and in the tables."""
