"""Diaries in which something matters: it is found, and said about as sure as it is."""

from __future__ import annotations

from random import Random

import pytest
from tests.benchmarks.triggers.kinds import diary
from tests.benchmarks.triggers.methods import METHODS
from tests.benchmarks.triggers.score import planted, power, sizes, unlikely
from tests.benchmarks.triggers.track import Track, follow

from stillnight.insight.patterns.diary import read_diary
from stillnight.insight.patterns.look import look

NIGHTS = 120


@pytest.fixture(scope="module")
def strong() -> list[Track]:
    """Four months of people with one trigger of two points."""
    return [follow(METHODS["ours"], diary("2.0 points", number, 11).until(NIGHTS)) for number in range(6)]


@pytest.fixture(scope="module")
def mixed() -> list[Track]:
    """Four months of people in whom a quarter of the factors matter."""
    return [follow(METHODS["ours"], diary("mixed", number, 11).until(NIGHTS)) for number in range(10)]


def test_a_trigger_of_two_points_is_found_within_four_months(strong: list[Track]) -> None:
    assert len(planted(strong)) >= 4
    assert power(strong, NIGHTS).value >= 0.75


def test_a_trigger_of_two_points_is_never_called_unlikely(strong: list[Track]) -> None:
    assert unlikely(strong, NIGHTS, 0.75).hits == 0


def test_what_it_does_is_told_about_right(strong: list[Track]) -> None:
    found = sizes(strong, NIGHTS, is_told=True)

    assert found.told == pytest.approx(found.true, abs=0.6)


def test_the_more_probable_it_is_called_the_more_often_it_is_real(mixed: list[Track]) -> None:
    told = [
        (pattern.probability, abs(track.diary.truth[slug]) >= 0.25)
        for track in mixed
        for slug, pattern in track.snapshots[NIGHTS].items()
        if pattern.probability is not None
    ]
    high = [is_real for probability, is_real in told if probability >= 0.8]
    low = [is_real for probability, is_real in told if probability < 0.1]

    assert len(high) >= 3
    assert sum(high) / len(high) >= 0.7
    assert sum(low) / len(low) <= 0.3


def test_in_whatever_order_nights_and_factors_come_the_answer_is_the_same() -> None:
    one = diary("2.0 points", 1, 11).until(100)
    nights, factors = list(one.nights), list(one.factors)
    rng = Random("order")
    rng.shuffle(nights)
    rng.shuffle(factors)

    assert look(read_diary(nights, factors), factors) == look(
        read_diary(one.nights, one.factors), one.factors
    )
