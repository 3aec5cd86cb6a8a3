"""How long one look at a year of nights takes."""

from __future__ import annotations

from random import Random
from statistics import median
from time import process_time

from stillnight.insight.patterns.diary import DiaryNight, read_diary
from stillnight.insight.patterns.look import NightsSoFar
from stillnight.insight.patterns.settings import OURS, Settings
from tests.benchmarks.triggers.effects import Effect
from tests.benchmarks.triggers.habits import MORE, USUAL
from tests.benchmarks.triggers.hand import Hand
from tests.benchmarks.triggers.people import Diary, Person, live

BARS = {6: 30, 10: 100, 16: 150}
"""Milliseconds that a look at 365 nights may take, by the number of factors."""

ROUNDS, PEOPLE = 5, 6


def look_times() -> dict[str, tuple[float, int]]:
    """Milliseconds of work of one look at 365 nights, the slowest of some people, with the bar.

    One look is what a new night costs: it is added to what the nights before came to, and everything is
    weighed again.
    """
    times = {}
    for factors, bar in BARS.items():
        diaries = [_year(factors, number) for number in range(PEOPLE)]
        times[f"one look at a year, {factors} factors"] = max(_look(one, OURS) for one in diaries), bar
    return times


def _year(factors: int, number: int) -> Diary:
    """A diary without a gap, in which every factor varies and two of them matter: more is to be weighed."""
    rng = Random(f"speed/{factors}/{number}")
    asked = dict(list({**USUAL, **MORE}.items())[:factors])
    effects = (Effect("alcohol", 0.8), Effect("sitting", 0.8))
    return live(rng, Person(habits=asked, effects=effects, hand=Hand(0, 0, 0, 0, holidays=0)))


def _look(diary: Diary, settings: Settings) -> float:
    nights = read_diary(diary.nights, diary.factors)
    return 1000 * median(_one_look(nights, diary, settings) for _ in range(ROUNDS))


def _one_look(nights: tuple[DiaryNight, ...], diary: Diary, settings: Settings) -> float:
    so_far = NightsSoFar(diary.factors, settings)
    for night in nights[:-1]:
        so_far.add(night)
    begun = process_time()
    so_far.add(nights[-1])
    so_far.weighed()
    return process_time() - begun
