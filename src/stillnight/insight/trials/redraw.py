"""How else a trial could have been drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from stillnight.insight.trials.draw import block_size
from stillnight.insight.trials.trial import Arm, Design

Flags = tuple[int, ...]
"""Of each night of a block: does a measure belong to it (1) or not (0)?"""


def flags(arms: Sequence[Arm], measure: int) -> Flags:
    """On which nights a measure was drawn.

    Args:
        arms: What each night was drawn to be.
        measure: 0 for the first measure, 1 for the second.
    """
    return tuple(int(arm.has_b if measure else arm.has_a) for arm in arms)


def blocks_of(design: Design, order: Sequence[Arm]) -> list[tuple[Arm, ...]]:
    """The nights of a trial block by block."""
    size = block_size(design)
    return [tuple(order[at : at + size]) for at in range(0, len(order), size)]


def redrawn(block: tuple[Arm, ...], measure: int) -> tuple[Flags, ...]:
    """Every way in which a measure could have been drawn in a block, each as likely as the others.

    The other measure of a factorial design stays as it was drawn: what it does to the legs is none of this
    question. Among the nights that share it, two and two, the measure could as well have been on the other.
    """
    own, other = flags(block, measure), flags(block, 1 - measure)
    levels = sorted(set(other))
    ways = []
    for turned in product((0, 1), repeat=len(levels)):
        turn = dict(zip(levels, turned, strict=True))
        ways.append(tuple(one ^ turn[level] for one, level in zip(own, other, strict=True)))
    return tuple(ways)
