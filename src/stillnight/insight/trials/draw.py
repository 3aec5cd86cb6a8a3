"""Drawing the order of a trial: block by block, every order of a block equally likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Protocol, TypeVar

from stillnight.insight.trials.trial import Arm, Design

WEEKS = (2, 4, 6)
"""How long a trial can take. Two weeks rarely settle anything; see :mod:`stillnight.insight.trials.power`."""

USUAL_WEEKS = 4

_T = TypeVar("_T")


class Chance(Protocol):
    """A source of chance, such as :class:`random.Random`."""

    def choice(self, seq: Sequence[_T]) -> _T:
        """One of several, each as likely as the others."""
        ...


ORDERS: Mapping[Design, tuple[tuple[Arm, ...], ...]] = {
    Design.PAIRS: ((Arm.USUAL, Arm.A), (Arm.A, Arm.USUAL)),
    Design.TWO_NIGHT_BLOCKS: (
        (Arm.USUAL, Arm.USUAL, Arm.A, Arm.A),
        (Arm.A, Arm.A, Arm.USUAL, Arm.USUAL),
    ),
    Design.FACTORIAL: tuple(permutations((Arm.USUAL, Arm.A, Arm.B, Arm.BOTH))),
}
"""Every order that a block of a design can have."""


def block_size(design: Design) -> int:
    """Nights of one block."""
    return len(ORDERS[design][0])


def measures_in(design: Design) -> int:
    """Measures that belong to a design: two to a factorial one, one to each other."""
    return 2 if design is Design.FACTORIAL else 1


def blocks_in(design: Design, weeks: int) -> int:
    """Whole blocks that fit into so many weeks."""
    return weeks * 7 // block_size(design)


def draw(design: Design, weeks: int, chance: Chance) -> tuple[Arm, ...]:
    """What each night is to be, one for every calendar night.

    Args:
        design: How the nights are shared out.
        weeks: How long; nights that make no whole block any more are not drawn.
        chance: Where the order comes from.
    """
    return tuple(arm for _ in range(blocks_in(design, weeks)) for arm in chance.choice(ORDERS[design]))
