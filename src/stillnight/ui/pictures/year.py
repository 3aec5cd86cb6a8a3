"""The year as lines: a row a month, one glyph and one colour a night, the month's legs in words.

A row a month, not twelve small calendars: the bars of a row read as a curve, months lie under each other,
and the whole year stands on a screen of 44 columns and 20 rows without scrolling.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from stillnight.domain.month import MonthGrid
from stillnight.journal.browse import Mark
from stillnight.ui.pictures.month import Line, closing, is_taken, legend, opening
from stillnight.ui.pictures.severity import EMPTY, look_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""The months in three letters."""

DAYS, HEAD = 31, 1
"""Nights in a row, the rows above January."""

LONG, SHORT = "legs on {} of {}", "{} of {}"
"""A month's nights with symptoms and nights rated; where it is short, *legs on* stands above."""

_TICKS = (5, 10, 15, 20, 25, 30)
"""The days that are numbered above the rows."""


class YearShape(NamedTuple):
    """How the year fits into some room.

    Attributes:
        cell: The columns of a night, 1 or 2; with two, the cursor stands in brackets.
        words: The longest form of a month's summary that there is room for; empty for none.
        step: The rows of a month, 1 or 2.
    """

    cell: int = 1
    words: str = ""
    step: int = 1

    @property
    def lead(self) -> int:
        """The columns before the first night's."""
        return 5 - self.cell

    @property
    def end(self) -> int:
        """The column behind the last night's."""
        return self.lead + DAYS * self.cell + (self.cell - 1)

    def day_at(self, year: int, column: int, row: int) -> date | None:
        """The day in a cell; ``None`` beside the days."""
        month, number = (row - HEAD) // self.step, (column - self.lead) // self.cell + 1
        if not 0 <= month < 12 or (row - HEAD) % self.step:
            return None
        grid = MonthGrid(year, month + 1)
        return grid.first.replace(day=number) if 1 <= number <= grid.last.day else None


def shape_of(width: int, height: int) -> YearShape:
    """The shape for so many columns, and so many rows for the months and what is above and below them."""
    step = 2 if height >= HEAD + 2 * 12 + 3 else 1
    for cell, words in ((2, LONG), (2, SHORT), (1, LONG), (1, SHORT)):
        shape = YearShape(cell, words, step)
        if shape.end + 1 + len(words.format(DAYS, DAYS)) <= width:
            return shape
    return YearShape(step=step)


def year_lines(
    cursor: date, tonight: date, marks: Mapping[date, Mark], shape: YearShape, marked: date | None = None
) -> list[Line]:
    """The numbers of the days, twelve months, the legend.

    Args:
        cursor: The day that is shown as chosen; its year is drawn.
        tonight: The night in which we are.
        marks: What is known of the year's nights.
        shape: How it fits.
        marked: The night that waits to be compared.
    """
    lines = [_head(cursor, shape)]
    for month in range(1, 13):
        lines.append(_row(MonthGrid(cursor.year, month), cursor, tonight, marks, shape, marked))
        lines += [[] for _ in range(shape.step - 1)]
    return [*lines, legend()]


def year_words(year: int, marks: Mapping[date, Mark]) -> str:
    """The year in a few words: ``legs on 143 of 290 nights rated in 2026``."""
    some, rated = _legs(marks, MonthGrid(year, 1).first, MonthGrid(year, 12).last)
    return f"legs on {some} of {rated} nights rated in {year}" if rated else f"no nights rated in {year}"


def night_look(day: date, marks: Mapping[date, Mark]) -> str:
    """What a night shows, in words: ``worst 8 of 10``."""
    mark = marks.get(day)
    if mark is None or mark.worst is None:
        return look_of(None, mark is not None and mark.logged).words
    return f"worst {mark.worst} of 10"


def _head(cursor: date, shape: YearShape) -> Line:
    """The number of every fifth day above its column, and of the cursor's day in their place."""
    line = [" "] * shape.end
    for day in _TICKS:
        end = shape.lead + day * shape.cell
        if abs(day - cursor.day) * shape.cell > 2:
            line[end - len(str(day)) : end] = str(day)
    end, number = shape.lead + cursor.day * shape.cell, str(cursor.day)
    text, year = "".join(line), str(cursor.year)
    return [
        (year[: end - len(number)], "$accent bold"),
        (text[len(year) : end - len(number)], "$muted"),
        (number, "$accent bold"),
        (text[end:] + (" legs on" if shape.words == SHORT else ""), "$muted"),
    ]


def _row(
    grid: MonthGrid,
    cursor: date,
    tonight: date,
    marks: Mapping[date, Mark],
    shape: YearShape,
    marked: date | None,
) -> Line:
    is_here = grid.month == cursor.month
    name = f"{MONTHS[grid.month - 1]}{'›' if is_here and shape.cell == 1 else ''}"
    pieces: Line = [(f"{name:<{shape.lead}}", "$accent bold" if is_here else "$muted")]
    behind = " "
    for number in range(1, DAYS + 1):
        day = grid.first.replace(day=number) if number <= grid.last.day else None
        glyph, style = _night(day, cursor, tonight, marks, shape, marked)
        if shape.cell == 2:
            before = opening(day, cursor, tonight, marked)
            sign = behind if is_taken(behind, before) else before
            behind = closing(day, cursor, marked)
            pieces.append((sign, "$accent bold" if sign != " " else style))
        pieces.append((glyph, style))
    pieces += [(behind, "$accent bold")] if shape.cell == 2 else []
    return _joined([*pieces, (_summary(grid, marks, shape), "$muted")])


def _joined(line: Line) -> Line:
    """The pieces, those that look alike in one: every piece costs time whenever the cursor moves."""
    return [("".join(text for text, _ in some), style) for style, some in groupby(line, key=itemgetter(1))]


def _night(
    day: date | None,
    cursor: date,
    tonight: date,
    marks: Mapping[date, Mark],
    shape: YearShape,
    marked: date | None,
) -> tuple[str, str]:
    mark = marks.get(day) if day else None
    look = look_of(mark.worst, mark.logged) if mark else EMPTY
    if day is None or shape.cell == 2:
        return look.glyph, look.style
    glyph = "(" if day == marked and day != cursor else look.glyph
    return glyph, f"{look.style}{' reverse' * (day == cursor)}{' underline' * (day == tonight)}"


def _summary(grid: MonthGrid, marks: Mapping[date, Mark], shape: YearShape) -> str:
    some, rated = _legs(marks, grid.first, grid.last)
    return " " + shape.words.format(some, rated) if rated and shape.words else ""


def _legs(marks: Mapping[date, Mark], first: date, last: date) -> tuple[int, int]:
    """Nights with any symptom and nights rated in [first, last]."""
    rated = [mark.worst for day, mark in marks.items() if first <= day <= last and mark.worst is not None]
    return sum(1 for rating in rated if rating > 0), len(rated)
