"""Made-up nights and diaries for the tests of the model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from stillnight.domain.factor import Factor, Kind
from stillnight.domain.night import Night
from stillnight.insight.patterns.diary import DiaryNight

FIRST = date(2025, 1, 6)
CAFFEINE = Factor("caffeine", "caffeine", "", Kind.AMOUNT, most=20, high=3, direction="worse", usual=2)
ALCOHOL = Factor("alcohol", "alcohol", "", Kind.AMOUNT, most=30, high=2, direction="worse")
STRESS = Factor("stress", "stress", "", Kind.RATING, most=10, low=3, high=8, direction="worse", usual=None)
EXERCISE = Factor("exercise", "exercise", "", Kind.AMOUNT, most=600, high=45, direction="either")
SITTING = Factor("sitting", "sitting", "", Kind.AMOUNT, most=24, low=3, high=9, direction="worse")
PILL = Factor("pill", "pill", "", Kind.YES_NO, direction="worse")
SIX = (CAFFEINE, ALCOHOL, STRESS, EXERCISE, SITTING, PILL)


def evening(day: int, severity: int | None = 4, **values: object) -> Night:
    """The night ``day`` days after the first; factors by slug, other fields as ``evening_at=...``."""
    slugs = {factor.slug for factor in SIX}
    fields = {
        f"f.{name}" if name in slugs else name.replace("__", "."): value for name, value in values.items()
    }
    return Night(FIRST + timedelta(days=day), {"severity": severity, **fields})


def entered(day: int, clock: str) -> str:
    """A stamp so many days after the first evening, at a time of the day."""
    return f"{FIRST + timedelta(days=day)}T{clock}+01:00"


def kin(factor: Factor, number: int) -> tuple[Factor, ...]:
    """So many factors like one."""
    return tuple(replace(factor, slug=f"{factor.slug}{at}") for at in range(number))


def diary(
    nights: int,
    factors: Sequence[Factor] = SIX,
    effects: dict[str, float] | None = None,
    seed: int = 1,
    missing: float = 0.05,
    scatter: float = 1.2,
) -> tuple[DiaryNight, ...]:
    """Nights of somebody whose legs follow last night's and, by so many points a dose, some factors."""
    chance, course, found = Random(seed), 0.0, []
    for at in range(nights):
        amounts = {
            one.slug: one.low + (one.high - one.low) * chance.choice((0, 0, 0.4, 1, 1.2)) for one in factors
        }
        course = 0.4 * course + chance.gauss(0, scatter)
        push = sum(
            (effects or {}).get(one.slug, 0.0) * (amounts[one.slug] - one.low) / (one.high - one.low)
            for one in factors
        )
        severity = max(0, min(10, round(3.5 + course + push)))
        kept = {slug: amount for slug, amount in amounts.items() if chance.random() >= missing}
        if chance.random() >= missing:
            found.append(DiaryNight(FIRST + timedelta(days=at), severity, kept))
    return tuple(found)


def same_every(
    nights: int, severity: Iterable[int], answers: Iterable[dict[str, float]]
) -> tuple[DiaryNight, ...]:
    """Nights in a row with the severities and answers given."""
    both = zip(range(nights), severity, answers, strict=False)
    return tuple(DiaryNight(FIRST + timedelta(days=at), rated, said) for at, rated, said in both)
