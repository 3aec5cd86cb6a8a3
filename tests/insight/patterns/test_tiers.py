"""Tiers are entered later than they are left."""

from __future__ import annotations

from dataclasses import replace

from stillnight.insight.patterns.pattern import Tier
from stillnight.insight.patterns.settings import PLAIN
from stillnight.insight.patterns.tiers import Standing, step

THREE = replace(PLAIN, looks=3)


def course(probabilities: list[float | None], settings=PLAIN) -> list[Tier]:
    standing, found = Standing(), []
    for probability in probabilities:
        standing = step(standing, probability, settings)
        found.append(standing.tier)
    return found


def test_likely_is_kept_until_the_probability_is_well_below() -> None:
    assert course([0.96, 0.81, 0.79]) == [Tier.LIKELY, Tier.LIKELY, Tier.WORTH_A_TEST]


def test_worth_a_test_is_kept_until_the_probability_is_well_below() -> None:
    assert course([0.5, 0.6, 0.41, 0.39, 0.5]) == [
        Tier.TOO_EARLY, Tier.WORTH_A_TEST, Tier.WORTH_A_TEST, Tier.TOO_EARLY, Tier.TOO_EARLY,
    ]  # fmt: skip


def test_likely_takes_three_looks_running() -> None:
    assert course([0.96, 0.96, 0.9, 0.96, 0.96, 0.96], THREE) == [*[Tier.WORTH_A_TEST] * 5, Tier.LIKELY]


def test_unlikely_is_left_as_soon_as_the_probability_rises() -> None:
    assert course([0.02, 0.021]) == [Tier.UNLIKELY, Tier.TOO_EARLY]


def test_a_factor_the_model_cannot_look_at_begins_anew() -> None:
    assert course([0.96, None, 0.85]) == [Tier.LIKELY, Tier.TOO_EARLY, Tier.WORTH_A_TEST]


def test_ratings_of_the_evening_give_earlier_ones_no_start() -> None:
    standing = Standing()
    for _ in range(3):
        standing = step(standing, 0.99, THREE, is_coloured=True)
    assert standing == Standing(Tier.LIKELY, 3, is_coloured=True)
    first = step(standing, 0.97, THREE)
    assert first == Standing(Tier.WORTH_A_TEST, 1)
    assert step(standing, 0.85, THREE).tier is Tier.WORTH_A_TEST
