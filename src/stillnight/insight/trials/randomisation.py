"""How often the draw alone would have made a trial look as it does, and which effects would fit it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

MOST = 20_000
"""Up to so many possible orders each one is looked at; of more, :data:`DRAWS` are drawn."""

DRAWS = 9_999

_TINY = 1e-9
"""Two orders that say the same may differ in their last digit."""


class Reading(NamedTuple):
    """What some nights say of a measure under one order.

    Attributes:
        score: What the outcome says of it: below 0, the nights with it were better.
        overlap: What the measure as it was really drawn says of it: how alike the two orders are.
    """

    score: float = 0.0
    overlap: float = 0.0


class Draws(NamedTuple):
    """A trial among the orders in which it could have been drawn.

    Attributes:
        seen: As it was drawn.
        others: As it could have been; the order that was drawn is among them.
    """

    seen: Reading
    others: Sequence[Reading]

    @property
    def change(self) -> float:
        """The effect that fits best, in units of the outcome."""
        return self.seen.score / self.seen.overlap

    @property
    def better(self) -> float:
        """The share of orders that look at least as good as the one that was drawn, 0-1.

        A randomisation test (Fisher 1935): exact under "it makes no difference on any night", whatever the
        nights are like, since only the draw is up to chance.
        """
        return sum(one.score <= self.seen.score + _TINY for one in self.others) / len(self.others)

    @property
    def worse(self) -> float:
        """The share of orders that look at least as bad, 0-1."""
        return sum(one.score >= self.seen.score - _TINY for one in self.others) / len(self.others)

    def interval(self, level: float) -> tuple[float, float]:
        """The effects that the test does not refuse, at this level on either side.

        Take an effect away from the nights that were drawn for it: what is left should look like any other
        order. Each order says up to which effect that holds; the bounds are where the share of those that
        say so falls to the level.
        """
        bounds = sorted(
            (self.seen.score - one.score) / (self.seen.overlap - one.overlap)
            for one in self.others
            if self.seen.overlap - one.overlap > _TINY
        )
        # the order that was drawn, and any like it, refuses no effect: it counts at both ends
        alike = len(self.others) - len(bounds)
        spare = int(level * len(self.others) + _TINY) - alike
        if spare < 0:
            return float("-inf"), float("inf")
        return bounds[spare], bounds[-1 - spare]


def draws_of(ways: Sequence[Sequence[Reading]], seen: Reading, seed: str) -> Draws:
    """A trial among its possible orders.

    Args:
        ways: What each block would have said under each of its orders, all equally likely.
        seen: What all blocks say as they were drawn.
        seed: From which to draw where there are too many; the same one gives the same answer everywhere.
    """
    orders = 1
    for block in ways:
        orders *= len(block)
    return Draws(seen, _every(ways) if orders <= MOST else [seen, *_some(ways, seed)])


def _every(ways: Sequence[Sequence[Reading]]) -> list[Reading]:
    """Under every order."""
    sums = [(0.0, 0.0)]
    for block in ways:
        sums = [(score + one.score, overlap + one.overlap) for score, overlap in sums for one in block]
    return [Reading(*one) for one in sums]


def _some(ways: Sequence[Sequence[Reading]], seed: str) -> list[Reading]:
    """Under orders that are drawn; only what every Python draws alike is used."""
    draw = Random(seed).random
    drawn = []
    for _ in range(DRAWS):
        score = overlap = 0.0
        for block in ways:
            one = block[int(draw() * len(block))]
            score += one.score
            overlap += one.overlap
        drawn.append(Reading(score, overlap))
    return drawn
