"""How nights lie in columns of the screen, and the line with dates under them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stillnight.insight.charts.nights import Nights
from stillnight.insight.charts.severity import Column, columns_of, nights_per_column
from stillnight.ui.pictures.charts.frame import LATE, QUIET, day_words
from stillnight.ui.pictures.month import Line

WIDEST = 3
"""So many columns a night takes at most, the gap behind it included."""


class Scale(NamedTuple):
    """How the nights fit into the columns.

    Attributes:
        columns: The nights, column by column.
        per: Nights in a column.
        cell: Columns of the screen that each takes.
        step: Ratings in a row: 1 or 2.
    """

    columns: Sequence[Column]
    per: int
    cell: int
    step: int

    @property
    def width(self) -> int:
        """The columns of the screen that all of them take."""
        return len(self.columns) * self.cell


def scale_of(nights: Nights, first: date, last: date, room: int, step: int = 1) -> Scale:
    """The nights in so many columns of the screen."""
    count = (last - first).days + 1
    per = nights_per_column(count, room)
    columns = columns_of(nights, first, last, per)
    return Scale(columns, per, max(1, min(WIDEST, room // len(columns))), step)


def axis(scale: Scale, gutter: int) -> list[Line]:
    """The line under the nights, with the nights recalled late, and their dates."""
    labels = _dates(scale)
    signs = "".join(
        (LATE if column.is_late else "┬" if at * scale.cell in labels else "─") + "─" * (scale.cell - 1)
        for at, column in enumerate(scale.columns)
    )
    return [[(" " * (gutter - 1) + "└" + signs, QUIET)], date_row(scale, gutter)]


def date_row(scale: Scale, lead: int) -> Line:
    """The dates under their columns, which begin behind so many columns of the screen."""
    line = [" "] * scale.width
    for at, text in _dates(scale).items():
        line[at : at + len(text)] = text
    return [(" " * lead + "".join(line).rstrip(), QUIET)]


def _dates(scale: Scale) -> dict[int, str]:
    """Where a date stands, and its words; each has room to be read."""
    count = sum((column.last - column.first).days + 1 for column in scale.columns)
    found: dict[int, str] = {}
    free = 0
    for number, column in enumerate(scale.columns):
        text, at = _date_in(column, count, is_first=not found), number * scale.cell
        if text and at >= free and at + len(text) <= scale.width:
            found[at] = text
            free = at + len(text) + 1
    return found


def _date_in(column: Column, count: int, is_first: bool) -> str:
    """The date that a column is named by: a month's first night, in a short chart each week's; or none."""
    for ordinal in range(column.first.toordinal(), column.last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.day == 1 and (count <= 1000 or day.month == 1):
            return str(day.year) if day.month == 1 and count > 100 else f"{day:%b}"
        if count <= 45 and day.day in (8, 15, 22):
            return day_words(day) if is_first else str(day.day)
    return day_words(column.first) if is_first and count <= 45 else ""
