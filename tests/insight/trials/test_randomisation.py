"""How often the draw alone would look like this."""

from itertools import product

import pytest
from tests.insight.trials.lived import A, U

from stillnight.insight.trials import randomisation
from stillnight.insight.trials.contrast import Block, contrast, redrawn
from stillnight.insight.trials.randomisation import chances_of


def chances(pairs, seed="1"):
    blocks = [Block((A, U), pair) for pair in pairs]
    return chances_of([contrast(b, 0) for b in blocks], [list(redrawn(b, 0)) for b in blocks], seed)


def test_the_best_of_all_orders_is_as_rare_as_there_are_orders():
    assert chances([(1, 3)] * 5) == (pytest.approx(1 / 32), 1)


def test_it_is_the_share_of_all_orders_that_look_as_good():
    pairs = [(3, 5), (4, 4), (6, 3), (2, 4), (5, 6)]
    steps = [with_it - without for with_it, without in pairs]
    every = [
        sum(s * step for s, step in zip(signs, steps, strict=True)) for signs in product((1, -1), repeat=5)
    ]

    better = sum(1 for one in every if one <= sum(steps)) / len(every)
    worse = sum(1 for one in every if one >= sum(steps)) / len(every)

    assert chances(pairs) == (pytest.approx(better), pytest.approx(worse))


def test_where_nothing_differs_nothing_is_rare():
    assert chances([(4, 4)] * 6) == (1, 1)


def test_of_too_many_orders_some_are_drawn_and_every_device_draws_the_same(monkeypatch):
    pairs = [(3, 5), (4, 4), (6, 3), (2, 4), (5, 6), (1, 3), (4, 5)]
    exact = chances(pairs)
    monkeypatch.setattr(randomisation, "MOST", 4)

    assert chances(pairs) == chances(pairs)
    assert chances(pairs, "another")[0] == pytest.approx(exact[0], abs=0.02)
    assert chances(pairs)[1] == pytest.approx(exact[1], abs=0.02)


def test_drawn_orders_never_say_never(monkeypatch):
    monkeypatch.setattr(randomisation, "MOST", 4)

    assert chances([(0, 10)] * 30)[0] == pytest.approx(1 / (randomisation.DRAWS + 1))
