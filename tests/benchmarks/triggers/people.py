"""One simulated person: how they are, and the diary that comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from random import Random
from typing import Any

from stillnight.domain.factor import Factor, Kind, parse_factors
from stillnight.domain.night import Night
from stillnight.resources import read_seed
from tests.benchmarks.triggers.causes import Cause, Push
from tests.benchmarks.triggers.draws import clipped
from tests.benchmarks.triggers.effects import Effect, dose
from tests.benchmarks.triggers.habits import USUAL, Day, Habit, MakesHabit
from tests.benchmarks.triggers.hand import FIRST, Hand, Rater, rated, write
from tests.benchmarks.triggers.legs import Course, steady

YEAR = 365


@dataclass(frozen=True)
class Person:
    """How somebody is, and how they keep their diary.

    Attributes:
        course: How the legs are by themselves.
        habits: The factors asked, and what is done of them.
        effects: What really matters.
        causes: What befalls legs and habits together.
        after_bad: How strongly coffee, stress and sport react to the last night's rating.
        in_bad: How strongly a tablet or a drink is taken because this evening is bad.
        rater: How an urge becomes a number.
        hand: How the diary is kept.
        nights: How long.
    """

    course: Course = steady
    habits: Mapping[str, MakesHabit] = field(default_factory=lambda: USUAL)
    effects: tuple[Effect, ...] = ()
    causes: tuple[Cause, ...] = ()
    after_bad: float = 0.0
    in_bad: float = 0.0
    rater: Rater = field(default_factory=Rater)
    hand: Hand = field(default_factory=Hand)
    nights: int = YEAR


@dataclass(frozen=True)
class Diary:
    """What the methods are given, and what they are held to.

    Attributes:
        nights: As they lie in the journal.
        factors: What is asked.
        truth: Points of severity, as this person rates, that go with the high reference day of a factor
            instead of the low one, everything else as it was; 0 where nothing was planted.
        varied: The factors of which there was enough on some days and not on others to learn anything.
    """

    nights: tuple[Night, ...]
    factors: tuple[Factor, ...]
    truth: Mapping[str, float]
    varied: frozenset[str]

    def until(self, nights: int) -> Diary:
        """Only so many nights of it; the truth stays that of all."""
        end = FIRST + timedelta(nights)
        return replace(self, nights=tuple(night for night in self.nights if night.date < end))


@cache
def built_in() -> Mapping[str, Factor]:
    """The program's own factors, and three that a user might add."""
    own = {
        "chocolate": Factor("chocolate", "chocolate", "Chocolate today?", Kind.YES_NO, direction="worse"),
        "sugar": Factor("sugar", "sugar", "Sweets?", Kind.AMOUNT, most=20, high=4, direction="worse"),
        "cold_feet": Factor("cold_feet", "cold feet", "Cold feet?", Kind.YES_NO, direction="either"),
    }
    return {**parse_factors(read_seed("factors")), **own}


def live(rng: Random, person: Person) -> Diary:
    """Let a person live and write for all their nights."""
    pushes = [cause(rng, person.nights) for cause in person.causes]
    nightly = [[push[night] for push in pushes if night in push] for night in range(person.nights)]
    base = [
        legs + sum(push.legs for push in nightly[night])
        for night, legs in enumerate(person.course(rng, person.nights))
    ]
    days = _days(rng, person, base, nightly)
    away = {night for night, pushed in enumerate(nightly) if any(push.is_away for push in pushed)}
    written = write(rng, person.hand, days.ratings, days.answers, away)
    return Diary(
        tuple(written),
        tuple(built_in()[slug] for slug in person.habits),
        {slug: _truth(slug, person, base, days.doses) for slug in person.habits},
        frozenset(slug for slug in person.habits if _varies(days.doses[slug])),
    )


@dataclass
class _Days:
    ratings: list[int] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)
    doses: dict[str, list[float]] = field(default_factory=dict)


def _days(rng: Random, person: Person, base: Sequence[float], nightly: list[list[Push]]) -> _Days:
    habits = {slug: make(rng) for slug, make in person.habits.items()}
    days = _Days(doses={slug: [] for slug in habits})
    usual = evening_usual = base[0]
    last: int | None = None
    for night in range(person.nights):
        unease = 0.0 if last is None else person.after_bad * clipped(last - usual, -3, 5)
        evening = person.in_bad * clipped(base[night] - evening_usual, -3, 5)
        amounts = _amounts(rng, habits, Day(night, unease, evening), nightly[night])
        for slug, amount in amounts.items():
            days.doses[slug].append(dose(built_in()[slug], amount))
        urge = base[night] + sum(effect.on(night, days.doses[effect.factor]) for effect in person.effects)
        days.answers.append(_answers(amounts, person.hand, urge - usual))
        last = person.rater.rate(rng, urge, last)
        days.ratings.append(last)
        usual += 0.07 * (last - usual)
        evening_usual += 0.07 * (base[night] - evening_usual)
    return days


def _amounts(rng: Random, habits: Mapping[str, Habit], day: Day, pushes: Sequence[Push]) -> dict[str, float]:
    amounts: dict[str, float] = {}
    for slug, habit in habits.items():
        amount = habit(rng, Day(day.night, day.unease, day.evening, amounts.get("stress", 4.0)))
        for push in pushes:
            amount = amount * push.times.get(slug, 1) + push.adds.get(slug, 0)
        factor = built_in()[slug]
        step = 5 if slug == "exercise" else 1
        amounts[slug] = clipped(step * round(amount / step), factor.least, factor.most)
    return amounts


def _answers(amounts: Mapping[str, float], hand: Hand, worse: float) -> dict[str, Any]:
    """What is written down: a no for nothing, and a rating as the evening colours it."""
    answers: dict[str, Any] = {}
    for slug, amount in amounts.items():
        factor = built_in()[slug]
        if factor.kind is Kind.RATING:
            answers[slug] = int(clipped(round(amount + hand.colour * worse), 0, 10))
        elif factor.kind is Kind.YES_NO:
            answers[slug] = amount > 0
        else:
            answers[slug] = int(amount) or False
    return answers


def _truth(slug: str, person: Person, base: Sequence[float], doses: Mapping[str, list[float]]) -> float:
    mine = [effect for effect in person.effects if effect.factor == slug]
    if not mine:
        return 0.0
    others = [effect for effect in person.effects if effect.factor != slug]
    change = 0
    for night, legs in enumerate(base):
        rest = legs + sum(effect.on(night, doses[effect.factor]) for effect in others)
        high, low = (
            rated(rest + sum(effect.on(night, [dose] * (night + 1)) for effect in mine))
            for dose in (1.0, 0.0)
        )
        change += high - low
    return change / len(base)


def _varies(doses: Sequence[float]) -> bool:
    """Did it vary at all? As the study counts power: standard deviation of the doses 0.15 and more."""
    mean = sum(doses) / len(doses)
    return sum((one - mean) ** 2 for one in doses) / len(doses) >= 0.15**2
