"""Writes the rows of a session out: each round, in it each leg, after each the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from stillnight.tips.coach.guide import Kind, Side, Step

SIDE = "{side}"
"""Stands in the words of a row for the leg that it is about."""

LEGS = (Side.LEFT, Side.RIGHT)
"""The legs in their order."""


class Row(NamedTuple):
    """One row as it is written.

    Attributes:
        step: What is done, with how often in ``rounds``.
        rest: The rest after each time; ``None`` where there is none.
        has_sides: Is it done with each leg?
    """

    step: Step
    rest: Step | None = None
    has_sides: bool = False

    def rounds(self) -> range:
        """The numbers of its repetitions."""
        return range(1, self.step.rounds + 1)

    def sides(self) -> Sequence[Side | None]:
        """The legs it is done with, in order; ``None`` where sides do not matter."""
        return LEGS if self.has_sides else (None,)

    def once(self, number: int, side: Side | None) -> Iterator[Step]:
        """One repetition with one leg."""
        yield replace(self.step, words=self.step.words.replace(SIDE, side or ""), side=side, round=number)
        if self.rest:
            yield replace(self.rest, round=number)


def written_out(rows: Sequence[Row], is_leg_by_leg: bool = False) -> tuple[Step, ...]:
    """The steps of a session, in order.

    Args:
        rows: At least one row.
        is_leg_by_leg: Is everything done with one leg before the other has its turn? Else they take turns.
    """
    steps = list(_leg_by_leg(rows) if is_leg_by_leg else _in_turns(rows))
    if rows[-1].rest:
        # a rest prepares what comes next; after the last step there is nothing to rest for
        del steps[-1]
    around = zip([None, *steps[:-1]], steps, [*steps[1:], None], strict=True)
    return tuple(_announcing(step, before, after) for before, step, after in around)


def _in_turns(rows: Sequence[Row]) -> Iterator[Step]:
    for row in rows:
        for number in row.rounds():
            for side in row.sides():
                yield from row.once(number, side)


def _leg_by_leg(rows: Sequence[Row]) -> Iterator[Step]:
    for has_sides, group in groupby(rows, key=lambda row: row.has_sides):
        together = list(group)
        if not has_sides:
            yield from _in_turns(together)
            continue
        for side in LEGS:
            for row in together:
                for number in row.rounds():
                    yield from row.once(number, side)


def _announcing(step: Step, before: Step | None, after: Step | None) -> Step:
    """A rest after which the leg changes says which one is next."""
    if step.kind is not Kind.REST or before is None or after is None or after.side is None:
        return step
    is_change = before.side not in (None, after.side)
    words = f"{step.words} Next: the {after.side} side." if is_change else step.words
    return replace(step, words=words, side=after.side)
