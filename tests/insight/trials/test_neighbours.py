"""Each night against the nights around it."""

from math import fsum

import pytest

from stillnight.insight.trials import neighbours
from stillnight.insight.trials.neighbours import Neighbours

DAYS = [0, 1, 2, 4, 5, 7, 8, 9]
OTHER = [1.0, 0, 1, 1, 0, 0, 1, 0]


def told(weights, values):
    return fsum(a * b for a, b in zip(weights, values, strict=True))


def test_a_level_says_nothing():
    weights = Neighbours(DAYS).unexplained([4.0] * len(DAYS))

    assert weights == pytest.approx([0] * len(DAYS), abs=1e-9)


def test_what_the_other_measure_explains_is_left_out():
    weights = Neighbours(DAYS, [OTHER]).unexplained([3 + 2 * one for one in OTHER])

    assert weights == pytest.approx([0] * len(DAYS), abs=1e-9)


def test_an_other_measure_that_never_varied_is_no_hindrance():
    values = [3.0, 5, 2, 6, 1, 4, 4, 2]

    with_it = Neighbours(DAYS, [[1.0] * len(DAYS)]).unexplained(values)

    assert with_it == pytest.approx(Neighbours(DAYS).unexplained(values))


def test_it_is_generalised_least_squares(monkeypatch):
    """Without memory and drift the nights are alike, and what is left is the distance from the mean."""
    monkeypatch.setattr(neighbours, "MEMORY", 0.0)
    monkeypatch.setattr(neighbours, "DRIFT", 0.0)

    assert Neighbours([0, 1, 2]).unexplained([1, 2, 6]) == pytest.approx([-2, -1, 3])


def test_two_nights_next_to_each_other_tell_more_than_two_far_apart():
    def information(days):
        weights = Neighbours(days).unexplained([0, 1])
        return told(weights, [0, 1])

    assert information([0, 1]) > information([0, 3]) > information([0, 20])


def test_a_jump_of_the_level_far_away_hardly_moves_a_night():
    """Ten nights at 3 and ten at 7: against the mean of all a night early on would look two points better."""
    values = [3.0] * 10 + [7.0] * 10
    drawn = [float(at == 4) for at in range(20)]
    nights = Neighbours(list(range(20)))

    change = told(nights.unexplained(values), drawn) / told(nights.unexplained(drawn), drawn)

    assert abs(change) < 0.5
