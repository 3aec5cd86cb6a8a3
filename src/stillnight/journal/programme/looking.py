"""Two looks at the nights, after six weeks and after twelve: shown side by side, and nothing is concluded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stillnight.domain.month import shift_day
from stillnight.journal.journal import Journal
from stillnight.journal.programme.programme import Programme

LOOKS = (6, 12)
"""After which weeks: in the trial what changed had changed by the sixth (aukerman2006)."""

SPAN = 14
"""Nights on each side."""

LEAST = 5
"""So many rated nights a side needs before its mean is told; our choice."""


@dataclass(frozen=True, slots=True)
class Side:
    """Two weeks of nights.

    Attributes:
        first: The first night.
        last: The last night.
        nights: How many of them were rated.
        mean: The mean urge, 0-10; ``None`` with fewer than five rated nights.
    """

    first: date
    last: date
    nights: int
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One look.

    Attributes:
        week: After which week, 6 or 12.
        due: The day from which on it can be made.
        before: The two weeks before the start.
        after: The last two weeks up to that week's end.
        is_due: Has that day come?
    """

    week: int
    due: date
    before: Side
    after: Side
    is_due: bool


def looks_of(journal: Journal, programme: Programme) -> tuple[Look, ...]:
    """Both looks; one that is still to come holds what is known so far."""
    before = _side(journal, shift_day(programme.start, -1))
    return tuple(_look(journal, programme, week, before) for week in LOOKS)


def _look(journal: Journal, programme: Programme, week: int, before: Side) -> Look:
    due = shift_day(programme.start, week * 7)
    return Look(week, due, before, _side(journal, shift_day(due, -1)), journal.desk.today >= due)


def _side(journal: Journal, last: date) -> Side:
    first = shift_day(last, 1 - SPAN)
    rated = [one.severity for one in journal.browse.nights(first, last) if one.severity is not None]
    mean = sum(rated) / len(rated) if len(rated) >= LEAST else None
    return Side(first, last, len(rated), mean)
