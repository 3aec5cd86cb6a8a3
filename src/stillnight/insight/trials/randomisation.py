"""How often the draw alone would have made a trial look as it does."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from stillnight.insight.trials.contrast import Contrast

MOST = 65_536
"""Up to so many possible orders each one is looked at; of more, :data:`DRAWS` are drawn."""

DRAWS = 9_999

_TINY = 1e-9
"""Two orders that say the same may differ in their last digit."""


def chances_of(
    observed: Sequence[Contrast], possible: Sequence[Sequence[Contrast]], seed: str
) -> tuple[float, float]:
    """The share of possible orders at least as low as what was seen, and the share at least as high, 0-1.

    A randomisation test (Fisher 1935): exact under "it makes no difference on any night", whatever the
    nights are like, since only the draw is up to chance.

    Args:
        observed: What each block says.
        possible: What each block would have said under each of its orders, all equally likely.
        seed: From which to draw where there are too many; the same one gives the same answer everywhere.
    """
    seen = _change(sum(one.weighted for one in observed), sum(one.information for one in observed))
    orders = 1
    for block in possible:
        orders *= len(block)
    if orders <= MOST:
        changes, own = _every(possible), 0
    else:
        changes, own = _some(possible, seed), 1
    total = len(changes) + own
    better = sum(1 for change in changes if change <= seen + _TINY) + own
    worse = sum(1 for change in changes if change >= seen - _TINY) + own
    return better / total, worse / total


def _every(possible: Sequence[Sequence[Contrast]]) -> list[float]:
    """The change under every order."""
    sums = [(0.0, 0.0)]
    for block in possible:
        sums = [(w + one.weighted, i + one.information) for w, i in sums for one in block]
    return [_change(weighted, information) for weighted, information in sums]


def _some(possible: Sequence[Sequence[Contrast]], seed: str) -> list[float]:
    """The change under orders that are drawn; only what every Python draws alike is used."""
    draw = Random(seed).random
    changes = []
    for _ in range(DRAWS):
        weighted = information = 0.0
        for block in possible:
            one = block[int(draw() * len(block))]
            weighted += one.weighted
            information += one.information
        changes.append(_change(weighted, information))
    return changes


def _change(weighted: float, information: float) -> float:
    return weighted / information if information else 0.0
