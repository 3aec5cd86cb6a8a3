"""The nights of a trial as lines, a row a week: what was drawn for the nights past, never what comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stillnight.ui.pictures.month import WEEKDAYS, Line, Piece
from stillnight.ui.pictures.plan_line import KEPT, NOT_KEPT

LABEL, CELL, WEEK = 8, 3, 7
"""The columns of a row's name and of a night, and the nights in a row."""

AHEAD = "·"
"""A night that is still to come."""


class TrialNight(NamedTuple):
    """One night of a trial.

    Attributes:
        letter: Its arm, as drawn; empty where the night was not rated, so that it does not count.
        followed: Did it go as planned? ``None`` where nobody said.
    """

    letter: str
    followed: bool | None = None


def strip_lines(begin: date, length: int, tonight: date, past: Mapping[date, TrialNight]) -> list[Line]:
    """The weekdays, then a row for each week.

    Args:
        begin: The first night.
        length: How many nights were drawn.
        tonight: The night in which we are: in brackets, with its arm where that is given.
        past: What is known of the nights up to tonight; a later one is never looked at.
    """
    days = [begin + timedelta(days=number) for number in range(length)]
    head = " ".join(WEEKDAYS[day.weekday()] for day in days[:WEEK])
    rows = [days[at : at + WEEK] for at in range(0, length, WEEK)]
    return [
        [(" " * LABEL + " " + head, "$muted")],
        *(_row(number, row, tonight, past) for number, row in enumerate(rows, 1)),
    ]


def _row(number: int, days: Sequence[date], tonight: date, past: Mapping[date, TrialNight]) -> Line:
    return [(f"week {number}".ljust(LABEL), "$muted"), *(_night(day, tonight, past) for day in days)]


def _night(day: date, tonight: date, past: Mapping[date, TrialNight]) -> Piece:
    night = past.get(day, TrialNight(""))
    if day == tonight:
        return f"[{night.letter or ' '}]", "$accent bold"
    if day > tonight:
        return f" {AHEAD} ", "$muted"
    sign = "" if night.followed is None else KEPT if night.followed else NOT_KEPT
    return f" {night.letter:1}{sign:1}", "$ink"
