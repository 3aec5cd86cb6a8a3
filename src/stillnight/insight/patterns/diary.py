"""The nights as the model takes them: in order of date, the answers as amounts, and which of them count.

The mends of the study: a night entered late or together with others is remembered, not observed, and one
that merely repeats the night before may have been copied. They are shown like any other night, but nothing
is worked out from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from stillnight.domain.clock_rule import NOON, night_of
from stillnight.domain.factor import Factor, Kind, amount
from stillnight.domain.moment import EVENING_BEGINS
from stillnight.domain.night import Night
from stillnight.domain.recall import recall_of
from stillnight.insight.patterns.repeating import Habits

LATE, BATCH, REPEAT = "late", "batch", "repeat"
"""Why a night is left out: entered after the next noon, entered together with others, a mere repetition."""

TOGETHER = timedelta(minutes=10)
"""Nights first saved so close to each other were entered in one go; our own choice."""


class DiaryNight(NamedTuple):
    """One night as the model takes it.

    Attributes:
        date: The evening's date.
        severity: The strongest urge, 0-10; ``None`` where it was not rated.
        answers: Amounts by slug in the factor's own unit; a factor that is missing was not asked.
        left_out: Why nothing is worked out from it: ``""`` (it counts), ``late``, ``batch`` or ``repeat``.
        early_ratings: The ratings that were made before the evening began, and so not yet under its legs.
    """

    date: date
    severity: int | None
    answers: Mapping[str, float]
    left_out: str = ""
    early_ratings: frozenset[str] = frozenset()

    @property
    def counts(self) -> bool:
        """Was it rated, and does the model take it?"""
        return self.severity is not None and not self.left_out


def read_diary(
    nights: Iterable[Night], factors: Sequence[Factor], rollover: time = NOON
) -> tuple[DiaryNight, ...]:
    """The nights as the model takes them, in order of date; in which order they come does not matter.

    Whether a night counts depends on it, on the nights before it and on those entered with it. A night
    without ``evening_at``, such as an imported one, counts as entered on time.

    Args:
        nights: Any nights, at most one of a date; those that are not logged are passed over.
        factors: The factors that are looked at.
        rollover: When one night ends and the next begins.
    """
    logged = sorted((night for night in nights if night.logged), key=lambda night: night.date)
    together = _entered_together(logged)
    habits = Habits(tuple(factor.slug for factor in factors))
    diary = []
    for night in logged:
        answers = dict(_amounts(night, factors))
        entered = _entry_fault(night, together, rollover)
        repeats = not entered and night.severity is not None and habits.repeats(night.severity, answers)
        left_out = entered or (REPEAT if repeats else "")
        diary.append(
            DiaryNight(night.date, night.severity, answers, left_out, frozenset(_early(night, factors)))
        )
        if not entered and night.severity is not None:
            habits.learn(night.severity, answers)
    return tuple(diary)


def _amounts(night: Night, factors: Sequence[Factor]) -> Iterator[tuple[str, float]]:
    """What was answered, as amounts; milligrams count instead of servings where they are known."""
    for factor in factors:
        answer = night.get(factor.field)
        milligrams = amount(night.get(f"{factor.field}.mg")) if factor.mg_each else None
        if answer is True and milligrams is None and factor.usual is not None:
            yield factor.slug, float(factor.usual)
        elif factor.mg_each and milligrams is not None and answer is not False:
            yield factor.slug, milligrams / factor.mg_each
        elif (number := amount(answer)) is not None:
            yield factor.slug, number


def _early(night: Night, factors: Sequence[Factor]) -> Iterator[str]:
    """The ratings made on the wall clock before the evening of their night began."""
    evening = datetime.combine(night.date, EVENING_BEGINS)
    for factor in factors:
        made = night.time(f"{factor.field}.at") if factor.kind is Kind.RATING else None
        if made is not None and made.replace(tzinfo=None) < evening:
            yield factor.slug


def _entered_together(nights: Iterable[Night]) -> frozenset[date]:
    """The nights that were first saved within minutes of another one."""
    entries = sorted((at, night.date) for night in nights if (at := night.time("evening_at")) is not None)
    found: set[date] = set()
    for (before, first), (after, second) in pairwise(entries):
        if after - before <= TOGETHER:
            found |= {first, second}
    return frozenset(found)


def _entry_fault(night: Night, together: frozenset[date], rollover: time) -> str:
    """Why the way it was entered speaks against it; of a batch the one that was on time still counts."""
    at = night.time("evening_at")
    if at is not None and night.date in together and night_of(at, rollover) != night.date:
        return BATCH
    return LATE if recall_of(night, rollover).evening is not None else ""
