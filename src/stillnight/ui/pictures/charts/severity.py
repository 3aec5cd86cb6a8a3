"""Severity over time: a bar a night, or a column for several nights; what happened stands below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from stillnight.insight.charts.events import Event, What
from stillnight.insight.charts.nights import Nights, ratings
from stillnight.insight.charts.severity import (
    WINDOW,
    Column,
    columns_of,
    moving_medians,
    nights_per_column,
)
from stillnight.insight.charts.spread import spread_of
from stillnight.ui.pictures.charts.frame import (
    HEADING,
    INK,
    LATE,
    QUIET,
    Picture,
    day_words,
    full_words,
    joined,
    legend,
    words,
)
from stillnight.ui.pictures.month import Line, Piece
from stillnight.ui.pictures.severity import UNRATED, look_of

GUTTER = 6
"""The columns before the first night."""

LEVELS = 11
"""The ratings 0 to 10, a row each; a row for two of them where rows are few."""

WIDEST = 3
"""So many columns a night takes at most, the gap behind it included."""

HALVES = (" ▗▐", "▖▄▟", "▌▙█")
"""Two bars in one sign: by how much of the row the left one fills, then the right one."""

SIGNS = {What.MARK: "◆", What.BEGUN: "+", What.CHANGED: "±", What.ENDED: "−"}
"""The signs of what happened."""

MEANINGS = {
    What.MARK: "mark", What.BEGUN: "medicine begun", What.CHANGED: "dose changed", What.ENDED: "ended",
}  # fmt: skip


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


def severity_picture(
    nights: Nights, first: date, last: date, events: Sequence[Event], width: int, height: int = 24
) -> Picture:
    """The chart of [first, last].

    Args:
        nights: What is known of them, and of the :data:`WINDOW` nights before.
        first: The first night.
        last: The last night.
        events: What happened, oldest first.
        width: The columns that there are.
        height: The rows that there are.
    """
    seen = [event for event in events if first <= event.date <= last]
    scale = scale_of(nights, first, last, width - GUTTER)
    below = [*_axis(scale), *sign_rows(scale, seen)]
    about, signs = words(said(nights, first, last), width, INK), legend(list(_signs(scale, seen)), width)
    if LEVELS + len(about) + len(below) + len(signs) > height:
        scale = scale._replace(step=2)
    medians = moving_medians(nights, first, last) if scale.per <= 2 else {}
    plot = _plot(scale, medians)
    return Picture([*about, *plot, *below], _told(seen, width), signs)


def said(nights: Nights, first: date, last: date) -> str:
    """The chart in a sentence: how many nights, how many rated, their median."""
    spread = spread_of(ratings(nights, first, last))
    count = (last - first).days + 1
    stretch = f"{full_words(first)} to {full_words(last)}"
    if spread is None:
        return f"{stretch}: none of {count} nights rated"
    half = f" (half {spread.lower:g} to {spread.upper:g})" if spread.nights > 3 else ""
    return f"{stretch}: {spread.nights} of {count} nights rated, median {spread.middle:g}{half}"


def _plot(scale: Scale, medians: Mapping[date, float]) -> list[Line]:
    """The rows from 10 down to 0."""
    rows = -(-LEVELS // scale.step)
    labels = {10 // scale.step: "x", **{level // scale.step: str(level) for level in range(0, 10, 2)}}
    draw = {1: _bar, 2: _pair}.get(scale.per, _range)
    return [_row(scale, row, labels.get(row, ""), draw, medians) for row in range(rows - 1, -1, -1)]


Draw = Callable[[Column, int, int], Piece]
"""The sign of a column in a row of so many ratings, and its style."""


def _row(scale: Scale, row: int, label: str, draw: Draw, medians: Mapping[date, float]) -> Line:
    pieces: list[Piece] = [(f"{label:>{GUTTER - 1}}│", QUIET)]
    for column in scale.columns:
        sign, style = draw(column, row, scale.step)
        middle = _middle(scale, column, medians)
        is_middle = middle is not None and int(middle + 0.5) // scale.step == row
        if is_middle and not _is_top(scale, column, row):
            sign, style = ("■", style or INK) if scale.per > 2 else ("─" * scale.cell, INK)
        pieces += [(f"{_widened(sign, scale.cell):<{scale.cell}}", style)]
    return joined(pieces)


def _middle(scale: Scale, column: Column, medians: Mapping[date, float]) -> float | None:
    return column.middle if scale.per > 2 else medians.get(column.last)


def _is_top(scale: Scale, column: Column, row: int) -> bool:
    """Is it the row in which a night's own bar ends? The line runs behind it."""
    return scale.per <= 2 and any(rating // scale.step == row for rating in column.ratings)


def _widened(sign: str, cell: int) -> str:
    """A bar fills its cell but for the gap behind it."""
    full = {"▌": "█", "▖": "▄"}
    return full[sign] * (cell - 1) if sign in full and cell > 1 else sign


def _bar(column: Column, row: int, step: int) -> Piece:
    """One night: its bar from 0 up to its rating."""
    [rating] = column.evenings
    if not rating:
        look = look_of(rating, column.is_logged)
        return (look.glyph, look.style) if row == 0 else (" ", "")
    top = rating // step
    if row > top:
        return " ", ""
    is_half = row == top and step == 2 and rating % 2 == 0
    return ("▖" if is_half else "▌"), look_of(rating).style


def _pair(column: Column, row: int, step: int) -> Piece:
    """Two nights, each in its half of the sign; a low stub is a rating of none."""
    heights = [_height(rating, row, step) for rating in (None, *column.evenings)[-2:]]
    if not any(heights):
        return (UNRATED.glyph, UNRATED.style) if _is_unrated(column) and row == 0 else (" ", "")
    style = look_of(max(rating for rating in column.ratings if rating // step >= row)).style
    return HALVES[heights[0]][heights[1]], style


def _height(rating: int | None, row: int, step: int) -> int:
    """How much of a row a night's bar fills: nothing, its lower half, all of it."""
    if rating is None or rating // step < row:
        return 0
    is_stub = rating == 0 or (rating // step == row and step == 2 and rating % 2 == 0)
    return 1 if is_stub else 2


def _is_unrated(column: Column) -> bool:
    return column.is_logged and not column.ratings


def _range(column: Column, row: int, step: int) -> Piece:
    """Several nights: a line from the lowest to the highest rating, in the colour of its height."""
    if not column.ratings:
        return (UNRATED.glyph, UNRATED.style) if _is_unrated(column) and row == 0 else (" ", "")
    low, high = min(column.ratings) // step, max(column.ratings) // step
    if not low <= row <= high:
        return " ", ""
    style = look_of(min(row * step + step - 1, 10)).style if row else look_of(0).style
    if low == high:
        return ("·" if max(column.ratings) == 0 else "•"), style
    return "│", style


def _axis(scale: Scale) -> list[Line]:
    """The line under the nights, with the nights recalled late, and their dates."""
    labels = _dates(scale)
    signs = "".join(
        (LATE if column.is_late else "┬" if at * scale.cell in labels else "─") + "─" * (scale.cell - 1)
        for at, column in enumerate(scale.columns)
    )
    return [[(" " * (GUTTER - 1) + "└" + signs, QUIET)], date_row(scale, GUTTER)]


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


def sign_rows(scale: Scale, events: Sequence[Event]) -> list[Line]:
    """Rows of signs under the nights: marks, medicines, doses; a row without any is left out."""
    marks = {event.date: SIGNS[event.what] for event in events if event.what is What.MARK}
    medicines = {event.date: SIGNS[event.what] for event in events if event.what is not What.MARK}
    doses = ["▪" if column.has_dose else " " for column in scale.columns]
    rows = {"marks": _signs_in(scale, marks), "meds": _signs_in(scale, medicines), "doses": doses}
    return [
        [(f"{label:<{GUTTER}}", QUIET), ("".join(f"{sign:<{scale.cell}}" for sign in row), INK)]
        for label, row in rows.items()
        if any(sign != " " for sign in row)
    ]


def _signs_in(scale: Scale, signs: Mapping[date, str]) -> list[str]:
    return [
        next((sign for day, sign in signs.items() if column.first <= day <= column.last), " ")
        for column in scale.columns
    ]


def _signs(scale: Scale, events: Sequence[Event]) -> Iterator[tuple[str, str, str]]:
    """What the signs in view mean."""
    columns = scale.columns
    if scale.per == 1:
        yield "█" if scale.cell > 1 else "▌", look_of(5).style, "evening's urge"
        yield "·", look_of(0).style, "none"
    elif scale.per == 2:
        yield "▐", look_of(5).style, "half a sign is an evening's urge"
        yield "▗", look_of(0).style, "none"
    else:
        yield "│", look_of(5).style, f"lowest to highest of {scale.per} nights"
    if scale.per > 2:
        yield "■", INK, "their median"
    else:
        yield "─", INK, f"median of the last {WINDOW} nights"
    if any(map(_is_unrated, columns)):
        yield UNRATED.glyph, UNRATED.style, UNRATED.words
    yield "", QUIET, "blank: not logged"
    if any(column.is_late for column in columns):
        yield LATE, QUIET, "recalled late"
    for what in dict.fromkeys(event.what for event in events):
        yield SIGNS[what], INK, MEANINGS[what]
    if any(column.has_dose for column in columns):
        yield "▪", INK, "dose noted"


def _told(events: Sequence[Event], width: int) -> list[Line]:
    """What happened in words, newest first."""
    lines: list[Line] = []
    for event in reversed(events):
        lead = f"{SIGNS[event.what]} {day_words(event.date)}  "
        rows = words(event.words, width - len(lead), QUIET)
        lines += [[(lead if at == 0 else " " * len(lead), HEADING), *row] for at, row in enumerate(rows)]
    return lines
