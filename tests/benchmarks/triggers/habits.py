"""What people do on a day: one habit a factor, drawn once a person and then asked day by day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.benchmarks.triggers.draws import chance, clipped, poisson


@dataclass(frozen=True)
class Day:
    """What a habit may hang on.

    Attributes:
        night: Its number from the diary's first, 0 a Monday.
        unease: How much worse than usual the last night was rated, points, times the person's reaction to it.
        evening: How much worse than usual this evening's legs are, points, times the reaction to it.
        stress: The day's stress, 0-10.
    """

    night: int
    unease: float = 0.0
    evening: float = 0.0
    stress: float = 4.0

    @property
    def is_work(self) -> bool:
        return self.night % 7 < 5

    @property
    def is_weekend(self) -> bool:
        """A Friday or Saturday evening."""
        return self.night % 7 in (4, 5)


Habit = Callable[[Random, Day], float]
"""The amount of a day, in the factor's unit, before a cause pushes it."""

MakesHabit = Callable[[Random], Habit]
"""Draws one person's habit."""


def stress(rng: Random) -> Habit:
    mean, work, phi, spread = rng.uniform(2.5, 5), rng.uniform(0, 2), rng.uniform(0.2, 0.7), rng.uniform(1, 2)
    mood = rng.gauss(0, spread)

    def habit(rng: Random, day: Day) -> float:
        nonlocal mood
        mood = phi * mood + rng.gauss(0, spread * (1 - phi * phi) ** 0.5)
        return clipped(round(mean + work * day.is_work + mood + 0.5 * day.unease), 0, 10)

    return habit


def caffeine(rng: Random) -> Habit:
    style, mean, none = rng.random(), rng.uniform(1, 3.5), rng.uniform(0.05, 0.35)
    if style < 0.15:
        return lambda rng, day: 0.0
    if style < 0.35:
        steady = rng.randint(1, 4)
        return lambda rng, day: float(steady + (rng.choice((-1, 1)) if chance(rng, 0.06) else 0))

    def habit(rng: Random, day: Day) -> float:
        if chance(rng, none):
            return 0.0
        return min(poisson(rng, max(mean + 0.2 * (day.stress - 4) + 0.5 * day.unease, 0.1)), 9)

    return habit


def alcohol(rng: Random) -> Habit:
    week, weekend = rng.uniform(0, 0.3), rng.uniform(0.2, 0.8)
    size = rng.uniform(0.5, 2)

    def habit(rng: Random, day: Day) -> float:
        wanted = (weekend if day.is_weekend else week) + 0.1 * day.evening
        return 1.0 + poisson(rng, size) if chance(rng, wanted) else 0.0

    return habit


def exercise(rng: Random) -> Habit:
    often, usual = rng.uniform(0.1, 0.6), rng.choice((20, 30, 45, 60))

    def habit(rng: Random, day: Day) -> float:
        wanted = often - 0.04 * (day.stress - 4) - 0.08 * day.unease
        return float(max(5, 5 * round(rng.gauss(usual, usual / 3) / 5))) if chance(rng, wanted) else 0.0

    return habit


def sitting(rng: Random) -> Habit:
    work, home = rng.uniform(5, 10), rng.uniform(2, 6)

    def habit(rng: Random, day: Day) -> float:
        return clipped(round(rng.gauss(work if day.is_work else home, 1.5)), 0, 16)

    return habit


def antihistamine(rng: Random) -> Habit:
    if chance(rng, 0.4):
        return lambda rng, day: 0.0
    begins, ends, is_on = rng.uniform(0.02, 0.12), rng.uniform(0.15, 0.6), False

    def habit(rng: Random, day: Day) -> float:
        nonlocal is_on
        is_on = not chance(rng, ends) if is_on else chance(rng, begins)
        return float(is_on or chance(rng, 0.15 * day.evening))

    return habit


def now_and_then(rng: Random) -> Habit:
    """Yes or no, some days a week, rather on weekends or rather on work days, now and then in a row."""
    often, work, lasting = rng.uniform(0.05, 0.6), rng.uniform(-0.2, 0.2), rng.uniform(0, 0.4)
    last = False

    def habit(rng: Random, day: Day) -> float:
        nonlocal last
        last = (chance(rng, lasting) and last) or chance(rng, often + work * day.is_work)
        return float(last)

    return habit


def seldom(rng: Random) -> Habit:
    """Never, but for what a cause brings."""
    return lambda rng, day: 0.0


def counted(rng: Random) -> Habit:
    """An amount of 0 to 10, most days some."""
    mean = rng.uniform(1, 6)

    def habit(rng: Random, day: Day) -> float:
        return float(min(poisson(rng, mean * (1.2 if day.is_work else 0.8)), 10))

    return habit


def outings(rng: Random) -> Habit:
    """Hours on the road, on some days."""
    often = rng.uniform(0.05, 0.4)
    return lambda rng, day: float(rng.randint(2, 6)) if chance(rng, often) else 0.0


def cycling(rng: Random) -> Habit:
    """Five days of every four weeks."""
    start, length = rng.randrange(28), rng.randint(26, 31)
    return lambda rng, day: float((day.night - start) % length < 5)


USUAL: dict[str, MakesHabit] = {
    "stress": stress,
    "caffeine": caffeine,
    "alcohol": alcohol,
    "exercise": exercise,
    "sitting": sitting,
    "antihistamine": antihistamine,
}
"""The six factors that the form asks by default; stress first, since others hang on it."""

MORE: dict[str, MakesHabit] = {
    "nicotine": counted,
    "late_meal": now_and_then,
    "hot_room": now_and_then,
    "late_screen": now_and_then,
    "travel": outings,
    "illness": now_and_then,
    "bleeding": cycling,
    "chocolate": now_and_then,
    "sugar": counted,
    "cold_feet": now_and_then,
}
"""Ten more: those that can be switched on, and three of the user's own."""
