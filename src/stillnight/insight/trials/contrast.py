"""One measure against nights without it, inside one block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from stillnight.insight.trials.draw import block_size
from stillnight.insight.trials.trial import Arm, Design

_NOTHING = 1e-9


class Contrast(NamedTuple):
    """What one block says about one measure.

    Attributes:
        weighted: The change in the block, with minus without, times its information.
        information: How much the block tells: n·m / (n + m) for n nights with and m without, less what
            cannot be told from the other measure of a factorial design; 0 where it tells nothing.
    """

    weighted: float
    information: float

    @property
    def change(self) -> float:
        """With minus without, in units of the outcome."""
        return self.weighted / self.information


class Block(NamedTuple):
    """The nights of one block.

    Attributes:
        arms: What each night was drawn to be.
        values: The outcome of each; ``None`` where the night is missing or does not count.
    """

    arms: tuple[Arm, ...]
    values: tuple[float | None, ...]


def blocks_of(design: Design, arms: Sequence[Arm], values: Sequence[float | None]) -> list[Block]:
    """The nights of a trial block by block."""
    size = block_size(design)
    starts = range(0, len(arms), size)
    return [Block(tuple(arms[at : at + size]), tuple(values[at : at + size])) for at in starts]


def contrast(block: Block, measure: int) -> Contrast:
    """What a block says about a measure, the other one of a factorial design allowed for.

    In a block of which nothing is missing this is the mean of the nights with it minus the mean of those
    without. Where nights are missing the two measures no longer balance each other, so the change is that of
    least squares with both of them in it.

    Args:
        block: The block.
        measure: 0 for the first measure, 1 for the second.
    """
    return _contrast(block.values, _columns(block.arms, measure))


def redrawn(block: Block, measure: int) -> Iterator[Contrast]:
    """What the block would have said, had the draw fallen otherwise; one for each order, all equally likely.

    The other measure of a factorial design stays as it was drawn: what it does to the legs is none of this
    question.
    """
    other = _flags(block.arms, 1 - measure)
    for own in _reorders(block.arms, measure):
        yield _contrast(block.values, (own, other))


def ways(block: Block, measure: int) -> int:
    """How many orders of the block can be told apart on the nights that count."""
    there = [at for at, value in enumerate(block.values) if value is not None]
    return len({tuple(own[at] for at in there) for own in _reorders(block.arms, measure)})


def _contrast(values: Sequence[float | None], columns: tuple[tuple[int, ...], tuple[int, ...]]) -> Contrast:
    there = [at for at, value in enumerate(values) if value is not None]
    if not there:
        return Contrast(0.0, 0.0)
    own, other = (_centred([column[at] for at in there]) for column in columns)
    spread = sum(one * one for one in other)
    if spread > _NOTHING:
        slope = sum(a * b for a, b in zip(own, other, strict=True)) / spread
        own = [a - slope * b for a, b in zip(own, other, strict=True)]
    information = sum(one * one for one in own)
    if information < _NOTHING:
        return Contrast(0.0, 0.0)
    return Contrast(sum(one * (values[at] or 0.0) for one, at in zip(own, there, strict=True)), information)


def _centred(column: list[int]) -> list[float]:
    mean = sum(column) / len(column)
    return [value - mean for value in column]


def _columns(arms: tuple[Arm, ...], measure: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return _flags(arms, measure), _flags(arms, 1 - measure)


@lru_cache(maxsize=256)
def _flags(arms: tuple[Arm, ...], measure: int) -> tuple[int, ...]:
    return tuple(int(arm.has_b if measure else arm.has_a) for arm in arms)


@lru_cache(maxsize=256)
def _reorders(arms: tuple[Arm, ...], measure: int) -> tuple[tuple[int, ...], ...]:
    """Every way in which a measure could have been drawn in a block, the other one being where it was."""
    own, other = _flags(arms, measure), _flags(arms, 1 - measure)
    if not any(other):
        # a pair, or two nights and two
        return (own, tuple(1 - one for one in own))
    ways = []
    for flips in product((False, True), repeat=2):
        ways.append(tuple(1 - one if flips[level] else one for one, level in zip(own, other, strict=True)))
    return tuple(ways)
