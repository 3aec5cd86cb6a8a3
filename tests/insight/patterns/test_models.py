"""The weights of all combinations, against a slow calculation by the book."""

from __future__ import annotations

from itertools import product
from math import exp, log
from random import Random

import pytest
from tests.insight.patterns.nights import EXERCISE, SIX, kin

from stillnight.insight.patterns.columns import Column, Way, columns_of
from stillnight.insight.patterns.greedy import Greedy
from stillnight.insight.patterns.models import Combinations
from stillnight.insight.patterns.moments import Matrix, solve
from stillnight.insight.patterns.settings import OURS, PLAIN, Settings

NIGHTS, FREEDOM = 80, 76


def products(columns: int, seed: int, effect: float) -> Matrix:
    """Cross-products of random doses and, last, a severity that follows the first of them."""
    chance = Random(seed)
    rows = [[chance.gauss(0, 0.7) for _ in range(columns)] for _ in range(NIGHTS)]
    rows = [[*row, effect * row[0] + 0.5 * row[2] + chance.gauss(0, 1)] for row in rows]
    return [[sum(row[a] * row[b] for row in rows) for b in range(columns + 1)] for a in range(columns + 1)]


def determinant(matrix: Matrix) -> float:
    rows, found = [list(row) for row in matrix], 1.0
    for at in range(len(rows)):
        found *= rows[at][at]
        for other in range(at + 1, len(rows)):
            share = rows[other][at] / rows[at][at]
            rows[other] = [own - share * top for own, top in zip(rows[other], rows[at], strict=True)]
    return found


def by_the_book(columns: list[Column], residual: Matrix, settings: Settings) -> tuple[list[float], ...]:
    """Weight, mean effect and mean square of each column, from the textbook formulas of every combination."""
    factors = sorted({column.factor for column in columns})
    choices = [
        [
            None,
            *((at, way) for at, column in enumerate(columns) if column.factor == one for way in column.ways),
        ]
        for one in factors
    ]
    total, (weights, means, squares) = 0.0, ([0.0] * len(columns) for _ in range(3))
    for combination in product(*choices):
        chosen = [one for one in combination if one is not None]
        if len(chosen) > settings.most_at_once:
            continue
        ats, known = [at for at, _ in chosen], 1 / settings.spread
        square = [[residual[a][b] + known * (a == b) for b in ats] for a in ats]
        right = [residual[at][-1] + way.centre * known for at, way in chosen]
        effects = solve(square, right) if chosen else []
        left = residual[-1][-1] + sum(way.centre**2 * known for _, way in chosen)
        left -= sum(one * effect for one, effect in zip(right, effects, strict=True))
        logged = (
            sum(way.prior for _, way in chosen) - 0.5 * log(determinant(square)) - FREEDOM / 2 * log(left)
        )
        weight = exp(logged + FREEDOM / 2 * log(residual[-1][-1]))
        total += weight
        for place, (at, effect) in enumerate(zip(ats, effects, strict=True)):
            unit = [float(other == place) for other in range(len(ats))]
            variance = left / FREEDOM * solve(square, unit)[place]
            weights[at] += weight
            means[at] += weight * effect
            squares[at] += weight * (effect**2 + variance)
    return tuple([one / total for one in sums] for sums in (weights, means, squares))


@pytest.mark.parametrize(("seed", "effect"), [(1, 0.0), (2, 0.8), (3, -0.8)])
def test_every_combination_is_weighed_by_the_book(seed: int, effect: float) -> None:
    settings = PLAIN
    columns = columns_of((*SIX[:4], *kin(EXERCISE, 1)), settings)
    residual = products(len(columns), seed, effect)
    shares = Combinations(
        columns, residual, FREEDOM, settings, Greedy(columns, residual, FREEDOM, settings).logs
    )
    weights, means, squares = by_the_book(columns, residual, settings)
    assert [share.weight for share in shares.shares] == pytest.approx(weights, abs=1e-7)
    assert [share.mean for share in shares.shares] == pytest.approx(means, abs=1e-7)
    assert [share.square for share in shares.shares] == pytest.approx(squares, abs=1e-7)


def test_what_is_not_built_on_changes_no_probability_by_a_thousandth() -> None:
    columns = columns_of(kin(EXERCISE, 8), OURS)
    for seed in range(4):
        residual = products(len(columns), seed, seed / 3)
        greedy = Greedy(columns, residual, FREEDOM, OURS)
        ordered, turned = greedy.in_order(columns, residual)
        cut = Combinations(ordered, turned, FREEDOM, OURS, greedy.logs).shares
        whole = Combinations(ordered, turned, FREEDOM, PLAIN, greedy.logs).shares
        assert max(abs(a.weight - b.weight) for a, b in zip(cut, whole, strict=True)) < 1e-4


def test_the_prior_odds_are_those_of_the_study() -> None:
    six, sixteen = columns_of(SIX, PLAIN), columns_of(kin(SIX[0], 16), PLAIN)
    assert six[0].ways == (Way(1.25, pytest.approx(log(0.2 * 0.7 / 0.8) - 0.5 * log(0.2))),)
    assert sixteen[1].ways == (Way(1.25, pytest.approx(log(0.075 * 0.3 / 0.925) - 0.5 * log(0.2))),)
    either = six[2 * SIX.index(EXERCISE)].ways
    assert [way.centre for way in either] == [1.25, -1.25]
    assert either[0].prior == pytest.approx(six[0].ways[0].prior - log(2))


def test_the_strongest_factor_is_gone_through_first() -> None:
    columns = columns_of(SIX, PLAIN)
    residual = products(len(columns), 2, 1.5)
    assert Greedy(columns, residual, FREEDOM, PLAIN).in_order(columns, residual)[0][0].factor == 0


def test_factors_that_are_all_needed_do_not_cut_each_other_off() -> None:
    """With one of three alone the nights are far from explained: that is no reason to drop it."""
    chance = Random(5)
    columns = columns_of(SIX, OURS)
    width = len(columns)
    rows = [[chance.gauss(0, 0.7) for _ in range(width)] for _ in range(4 * NIGHTS)]
    rows = [[*row, 1.5 * (row[0] + row[2] + row[4]) + chance.gauss(0, 1)] for row in rows]
    residual = [[sum(row[a] * row[b] for row in rows) for b in range(width + 1)] for a in range(width + 1)]
    greedy = Greedy(columns, residual, len(rows), OURS)
    ordered, turned = greedy.in_order(columns, residual)
    cut = Combinations(ordered, turned, len(rows), OURS, greedy.logs).shares
    whole = Combinations(ordered, turned, len(rows), PLAIN, greedy.logs).shares
    assert sum(share.weight > 0.99 for share in whole) == 3
    assert max(abs(a.weight - b.weight) for a, b in zip(cut, whole, strict=True)) < 1e-3
