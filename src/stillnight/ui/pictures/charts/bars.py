"""The signs of a chart's columns: a bar for one night, two halves for two, a line for more."""

from __future__ import annotations

from collections.abc import Callable

from stillnight.insight.charts.severity import Column
from stillnight.ui.pictures.month import Piece
from stillnight.ui.pictures.severity import UNRATED, look_of

Draw = Callable[[Column, int, int], Piece]
"""The sign of a column in a row of so many ratings, and its style."""

HALVES = (" ▗▐", "▖▄▟", "▌▙█")
"""Two bars in one sign: by how much of the row the left one fills, then the right one."""


def bar(column: Column, row: int, step: int) -> Piece:
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


def pair(column: Column, row: int, step: int) -> Piece:
    """Two nights, each in its half of the sign; a low stub is a rating of none."""
    heights = [_height(rating, row, step) for rating in (None, *column.evenings)[-2:]]
    if not any(heights):
        return (UNRATED.glyph, UNRATED.style) if is_unrated(column) and row == 0 else (" ", "")
    style = look_of(max(rating for rating in column.ratings if rating // step >= row)).style
    return HALVES[heights[0]][heights[1]], style


def _height(rating: int | None, row: int, step: int) -> int:
    """How much of a row a night's bar fills: nothing, its lower half, all of it."""
    if rating is None or rating // step < row:
        return 0
    is_stub = rating == 0 or (rating // step == row and step == 2 and rating % 2 == 0)
    return 1 if is_stub else 2


def is_unrated(column: Column) -> bool:
    """Is there an entry and no rating?"""
    return column.is_logged and not column.ratings


def span(column: Column, row: int, step: int) -> Piece:
    """Several nights: a line from the lowest to the highest rating, in the colour of its height."""
    if not column.ratings:
        return (UNRATED.glyph, UNRATED.style) if is_unrated(column) and row == 0 else (" ", "")
    low, high = min(column.ratings) // step, max(column.ratings) // step
    if not low <= row <= high:
        return " ", ""
    return "│", look_of(min(row * step + step - 1, 10)).style if row else look_of(0).style


def higher_of(draw: Draw) -> Draw:
    """What stands in the upper of two rows for one rating: bars go on, a sign stands once."""

    def drawn(column: Column, row: int, step: int) -> Piece:
        sign, style = draw(column, row, step)
        return {"▙": "▌", "▟": "▐"}.get(sign, sign if sign in "▌▐█│" else " "), style

    return drawn


def widened(sign: str, cell: int) -> str:
    """A bar fills its cell but for the gap behind it."""
    full = {"▌": "█", "▖": "▄"}
    return full[sign] * (cell - 1) if sign in full and cell > 1 else sign
