"""The month as lines: one glyph and one colour a night, a cursor in brackets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from stillnight.domain.month import MonthGrid
from stillnight.journal.browse import Mark
from stillnight.ui.pictures.severity import BANDS, EMPTY, look_of

Piece = tuple[str, str]
"""Text, and the name of its style."""

Line = list[Piece]

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""The weekdays in two letters, from Monday."""

LATE = "~"
"""Stands before a night that was recalled late; under the cursor the details say it."""

CELL = 4
"""The width of a day: a bracket, two digits, the glyph; the closing bracket is the next day's column."""

HEAD, WEEKS, FOOT = 1, 6, 2
"""Rows above the weeks (the weekdays), for the weeks of any month, and below them."""


def month_lines(
    grid: MonthGrid,
    cursor: date,
    tonight: date,
    marks: Mapping[date, Mark],
    legs_on: tuple[int, int],
    marked: date | None = None,
) -> list[Line]:
    """Weekdays, six weeks, the legend, the last seven nights in one line.

    Args:
        grid: The month.
        cursor: The day in brackets.
        tonight: The night in which we are.
        marks: What is known of the month's nights.
        legs_on: Nights with symptoms and nights rated, of the last seven.
        marked: The night that waits to be compared: in brackets ``( )``, under the cursor in braces.
    """
    weekdays = "".join(f" {WEEKDAYS[number]} " for number in grid.weekday_numbers())
    weeks = [_week(week, cursor, tonight, marks, marked) for week in grid.weeks()]
    empty: list[Line] = [[] for _ in range(WEEKS - len(weeks))]
    any_late = any(mark.is_late for mark in marks.values())
    return [[(weekdays, "$muted")], *weeks, *empty, legend(any_late), _lately(legs_on)]


def spaced(lines: list[Line], step: int) -> list[Line]:
    """The lines with the weeks ``step`` rows apart; the foot stays together."""
    body, foot = lines[:-FOOT], lines[-FOOT:]
    return [row for line in body for row in [line, *[[] for _ in range(step - 1)]]] + foot


def title(cursor: date) -> str:
    """The month's name: ``November 2026``."""
    return f"{cursor:%B} {cursor.year}"


def opening(day: date | None, cursor: date, tonight: date, marked: date | None) -> str:
    """The sign before a day."""
    if day is None or day not in (cursor, tonight, marked):
        return " "
    if day == cursor:
        return "{" if day == marked else "["
    return "(" if day == marked else "›"


def closing(day: date | None, cursor: date, marked: date | None) -> str:
    """The sign behind a day."""
    if day is None or day not in (cursor, marked):
        return " "
    if day == cursor:
        return "}" if day == marked else "]"
    return ")"


def is_taken(behind: str, before: str) -> bool:
    """Has the sign behind a day the column in which the next day's sign would stand? Not the cursor's."""
    return behind != " " and before not in ("[", "{")


_BEHIND = {"›": "‹"}
"""The signs of a day as they look behind it."""


def _week(
    week: list[date | None], cursor: date, tonight: date, marks: Mapping[date, Mark], marked: date | None
) -> Line:
    pieces: Line = []
    behind = " "
    for day in week:
        before = opening(day, cursor, tonight, marked)
        if before == " " and day is not None and (mark := marks.get(day)) and mark.is_late:
            before = LATE
        # a bracket before it takes the column of a day's sign: then the sign stands behind the day; that of
        # late recall would be read as the next day's there, so the closing bracket gives way to it
        gives_way = before != LATE and is_taken(behind, before)
        sign = behind if gives_way else before
        pieces.append((sign, "$muted" if sign == LATE else "$accent bold"))
        pieces += _day(day, tonight, marks.get(day)) if day else [("   ", "")]
        behind = closing(day, cursor, marked)
        if gives_way:
            behind = _BEHIND.get(before, behind)
    return [*pieces, (behind, "$accent bold")]


def _day(day: date, tonight: date, mark: Mark | None) -> Line:
    look = look_of(mark.worst, mark.logged) if mark else EMPTY
    style = "$ink" if day <= tonight else "$muted"
    if day == tonight:
        style = "$accent bold underline"
    return [(f"{day.day:>2}", style), (look.glyph, look.style)]


def legend(any_late: bool = False) -> Line:
    """Each band of severity with its glyph; the sign of late recall where it is used."""
    bands = [piece for _, look in BANDS for piece in ((look.glyph, look.style), (look.words + " ", "$muted"))]
    return [(" ", ""), *bands, *([(f"{LATE}late", "$muted")] if any_late else [])]


def _lately(legs_on: tuple[int, int]) -> Line:
    some, rated = legs_on
    words = f" legs on {some} of {rated} nights rated" if rated else " no nights rated this week"
    return [(words, "$muted")]
