"""A trial as it was drawn: what is compared, on which nights, and which of them are which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class Design(StrEnum):
    """How the nights are shared out; each is drawn block by block."""

    PAIRS = "pairs"
    """Two nights, one with and one as usual, in an order that is drawn for each pair."""

    TWO_NIGHT_BLOCKS = "two_night_blocks"
    """Two nights with and two as usual, in drawn order: for what may linger into the next night."""

    FACTORIAL = "factorial"
    """Four nights in drawn order: neither of two measures, the one, the other, both."""


class Arm(StrEnum):
    """What a night was drawn to be."""

    USUAL = "usual"
    A = "a"
    B = "b"
    BOTH = "a+b"

    @property
    def has_a(self) -> bool:
        """Does the first measure belong to it?"""
        return self in (Arm.A, Arm.BOTH)

    @property
    def has_b(self) -> bool:
        """Does the second measure belong to it?"""
        return self in (Arm.B, Arm.BOTH)


class Outcome(StrEnum):
    """What is compared, named like the field of a night; in each less is better."""

    SEVERITY = "severity"
    """The strongest urge to move up to the evening entry, 0-10: for what is done by day."""

    DISTURBED = "disturbed"
    """How much the legs disturbed the night, 0-10, rated in the morning: for what is done before bed."""

    SOL = "sol_min"
    """Minutes until asleep, said in the morning."""

    @property
    def most(self) -> int:
        """The largest answer to it: points of 10, or minutes."""
        return 600 if self is Outcome.SOL else 10


class Sort(StrEnum):
    """What a measure is."""

    TIP = "tip"
    """Something of ``seeds/tips`` is done."""

    WITHOUT = "without"
    """A factor, or a part of it, is left out."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is tested against "as usual".

    Attributes:
        sort: Is something done, or left out?
        name: The id of the tip, or the slug of the factor.
        title: What it is in a few words: ``foot massager``, ``no caffeine after noon``.
        deed: What to do on a night that was drawn for it, as one sentence.
        by_day: Must one know by day, before the evening begins, what was drawn?
        is_part: Is only a part of the factor left out (after noon, late), so that its answer does not tell
            whether the plan was followed?
        gates: The ids of gates beside those of a tip.
    """

    sort: Sort
    name: str
    title: str
    deed: str
    by_day: bool = False
    is_part: bool = False
    gates: tuple[str, ...] = ()

    @property
    def is_tip(self) -> bool:
        """Is something done, and nothing left out?"""
        return self.sort is Sort.TIP


def has_by_day(measures: Iterable[Measure]) -> bool:
    """Must one know by day, before the evening begins, what was drawn?"""
    return any(measure.by_day for measure in measures)


@dataclass(frozen=True, slots=True)
class Trial:
    """One trial as it is on record.

    Attributes:
        id: Its number in the journal.
        name: The id of its template, or the slug of the factor that is left out.
        title: What it is called.
        question: The question as it was put before the first night.
        design: How its nights were shared out.
        outcome: What is compared.
        measures: One measure, or the two of a factorial design.
        start: Its first night.
        order: What each night was drawn to be, one for every calendar night from ``start`` on.
        seals: The factors of which nothing is shown while it runs.
        stopped: The night on which its user stopped it, the last that counts; else ``None``.
        reason: Why it was stopped, in the user's words; empty where they did not say.
        followed: Was the plan of a night followed? By night, as far as it was said.
    """

    id: int
    name: str
    title: str
    question: str
    design: Design
    outcome: Outcome
    measures: tuple[Measure, ...]
    start: date
    order: tuple[Arm, ...]
    seals: frozenset[str] = frozenset()
    stopped: date | None = None
    reason: str = ""
    followed: Mapping[date, bool] = field(default_factory=dict)

    @property
    def last(self) -> date:
        """Its last night as it was planned."""
        return self.start + timedelta(days=len(self.order) - 1)

    @property
    def end(self) -> date:
        """Its last night that counts."""
        return min(self.stopped, self.last) if self.stopped is not None else self.last

    def number_of(self, night: date) -> int | None:
        """Which night of the trial it is, from 1 on; ``None`` outside of it."""
        number = (night - self.start).days + 1
        return number if 1 <= number <= len(self.order) and night <= self.end else None

    def arm_on(self, night: date) -> Arm | None:
        """What a night was drawn to be; ``None`` outside the trial."""
        number = self.number_of(night)
        return self.order[number - 1] if number is not None else None
