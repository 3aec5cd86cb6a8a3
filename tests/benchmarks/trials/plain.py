"""A plain implementation of ``stats.md`` §4, to be measured on the same people.

Mean over blocks of (mean with − mean without), weighted by n·m / (n + m); the whole order drawn again within
blocks, exact up to 4999 orders, else 4999 draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from random import Random

from stillnight.insight.trials.draw import ORDERS, block_size
from stillnight.insight.trials.redraw import blocks_of
from stillnight.insight.trials.trial import Arm
from tests.benchmarks.trials.people import Lived

DRAWS = 4999

Pair = tuple[float, float]


def chance_of(lived: Lived) -> float:
    """How often a drawn order would look at least as good, 0-1."""
    trial = lived.trial
    dates = (trial.start + timedelta(days=at) for at in range(len(trial.order)))
    nights = [lived.values.get(night) for night in dates]
    arms, size = blocks_of(trial.design, trial.order), block_size(trial.design)
    values = [nights[at : at + size] for at in range(0, len(nights), size)]
    seen = _change([_told(order, some) for order, some in zip(arms, values, strict=True)])
    orders = [[_told(order, some) for order in ORDERS[trial.design]] for some in values]
    total = 1
    for some in orders:
        total *= len(some)
    draw = Random(trial.id)
    if total <= DRAWS:
        changes = [_change(one) for one in _every(orders)]
        return sum(1 for one in changes if one <= seen + 1e-9) / total
    drawn = (_change([draw.choice(some) for some in orders]) for _ in range(DRAWS))
    return (1 + sum(1 for one in drawn if one <= seen + 1e-9)) / (1 + DRAWS)


def _every(orders: Sequence[Sequence[Pair]]) -> list[list[Pair]]:
    ways: list[list[Pair]] = [[]]
    for some in orders:
        ways = [[*way, one] for way in ways for one in some]
    return ways


def _told(arms: Sequence[Arm], values: Sequence[float | None]) -> Pair:
    pairs = [(arm, value) for arm, value in zip(arms, values, strict=True) if value is not None]
    with_it = [value for arm, value in pairs if arm.has_a]
    without = [value for arm, value in pairs if not arm.has_a]
    if not with_it or not without:
        return 0.0, 0.0
    weight = len(with_it) * len(without) / len(pairs)
    return weight * (sum(with_it) / len(with_it) - sum(without) / len(without)), weight


def _change(told: Sequence[Pair]) -> float:
    weight = sum(one[1] for one in told)
    return sum(one[0] for one in told) / weight if weight else 0.0
