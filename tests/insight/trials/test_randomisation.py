"""How often the draw alone would look like this, and which effects fit."""

from itertools import product

import pytest

from stillnight.insight.trials import randomisation
from stillnight.insight.trials.randomisation import Reading, draws_of


def draws(steps, seed="1"):
    """Pairs of nights, each with the step from the night without to the one with; drawn the other way round
    the step turns, and nothing of the order that was drawn is left."""
    ways = [[Reading(step / 2, 0.5), Reading(-step / 2, -0.5)] for step in steps]
    seen = Reading(sum(step / 2 for step in steps), len(steps) / 2)
    return draws_of(ways, seen, seed)


def test_the_best_of_all_orders_is_as_rare_as_there_are_orders():
    found = draws([-2] * 5)

    assert found.change == -2
    assert (found.better, found.worse) == (pytest.approx(1 / 32), 1)


def test_it_is_the_share_of_all_orders_that_look_as_good():
    steps = [-2, 0, 3, -2, -1]
    every = [
        sum(s * step for s, step in zip(signs, steps, strict=True)) for signs in product((1, -1), repeat=5)
    ]

    found = draws(steps)

    assert found.better == pytest.approx(sum(one <= sum(steps) for one in every) / len(every))
    assert found.worse == pytest.approx(sum(one >= sum(steps) for one in every) / len(every))


def test_where_nothing_differs_nothing_is_rare():
    assert (draws([0] * 6).better, draws([0] * 6).worse) == (1, 1)


@pytest.mark.parametrize("steps", [[-2, -1, -3, 0, 1, -2, -1, -2], [-1, 2, 1, -3, 0, 1, 2, -2, 1]])
def test_the_interval_holds_what_the_test_does_not_refuse(steps):
    """Take the effect away, and test again: inside the bounds it is not refused, just outside it is."""
    low, high = draws(steps).interval(0.05)

    def refused(effect):
        left = draws([step - effect for step in steps])
        return left.better <= 0.05 or left.worse <= 0.05

    assert low < draws(steps).change < high
    assert not refused(low + 0.01)
    assert not refused(high - 0.01)
    assert refused(low - 0.01)
    assert refused(high + 0.01)


def test_with_a_handful_of_orders_every_effect_fits():
    assert draws([-2] * 4).interval(0.05) == (float("-inf"), float("inf"))


def test_of_too_many_orders_some_are_drawn_and_every_device_draws_the_same(monkeypatch):
    steps = [-2, 0, 3, -2, -1, -2, -1]
    exact = draws(steps)
    monkeypatch.setattr(randomisation, "MOST", 4)

    assert draws(steps) == draws(steps)
    assert draws(steps, "another").better == pytest.approx(exact.better, abs=0.02)
    assert draws(steps).worse == pytest.approx(exact.worse, abs=0.02)
    assert draws(steps).interval(0.05) == pytest.approx(exact.interval(0.05), abs=0.6)


def test_drawn_orders_never_say_never(monkeypatch):
    monkeypatch.setattr(randomisation, "MOST", 4)

    assert draws([-10] * 30).better == pytest.approx(1 / (randomisation.DRAWS + 1))
