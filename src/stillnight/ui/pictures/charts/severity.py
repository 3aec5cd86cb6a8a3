"""Severity over time: a bar a night, or a column for several nights; what happened stands below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from stillnight.insight.charts.events import Event, What
from stillnight.insight.charts.nights import Nights, ratings
from stillnight.insight.charts.severity import WINDOW, Column, moving_medians
from stillnight.insight.charts.spread import spread_of
from stillnight.ui.pictures.charts.bars import Draw, bar, higher_of, is_unrated, pair, span, widened
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
from stillnight.ui.pictures.charts.scale import Scale, axis, scale_of
from stillnight.ui.pictures.month import Line, Piece
from stillnight.ui.pictures.severity import UNRATED, look_of

GUTTER = 6
"""The columns before the first night."""

LEVELS = 11
"""The ratings 0 to 10, a row each; a row for two of them where rows are few."""

SIGNS = {What.MARK: "◆", What.BEGUN: "+", What.CHANGED: "±", What.ENDED: "−"}
"""The signs of what happened."""

MEANINGS = {
    What.MARK: "mark",
    What.BEGUN: "medicine begun",
    What.CHANGED: "dose changed",
    What.ENDED: "medicine ended",
}
"""What they mean."""


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
    below = [*axis(scale, GUTTER), *sign_rows(scale, seen)]
    about, signs = words(said(nights, first, last), width, INK), legend(list(_signs(scale, seen)), width)
    told = _told(seen, width)
    room = height - len(about) - len(below) - len(signs)
    if room < LEVELS:
        scale = scale._replace(step=2)
    medians = moving_medians(nights, first, last) if scale.per <= 2 else {}
    plot = _plot(scale, medians, is_tall=2 * LEVELS + min(len(told), 2) <= room)
    return Picture([*about, *plot, *below], told, signs)


def said(nights: Nights, first: date, last: date) -> str:
    """The chart in a sentence: how many nights, how many rated, their median."""
    spread = spread_of(ratings(nights, first, last))
    count = (last - first).days + 1
    stretch = f"{full_words(first)} to {full_words(last)}"
    if spread is None:
        return f"{stretch}: none of {count} nights rated"
    half = f" (half {spread.lower:g} to {spread.upper:g})" if spread.nights > 3 else ""
    return f"{stretch}: {spread.nights} of {count} nights rated, median {spread.middle:g}{half}"


def _plot(scale: Scale, medians: Mapping[date, float], is_tall: bool = False) -> list[Line]:
    """The rows from 10 down to 0; where there is much room, each once more above it."""
    rows = -(-LEVELS // scale.step)
    labels = {10 // scale.step: "x", **{level // scale.step: str(level) for level in range(0, 10, 2)}}
    draw = {1: bar, 2: pair}.get(scale.per, span)
    lines: list[Line] = []
    for row in range(rows - 1, -1, -1):
        lines += [_row(scale, row, "", higher_of(draw), None)] if is_tall else []
        lines.append(_row(scale, row, labels.get(row, ""), draw, medians))
    return lines


def _row(scale: Scale, row: int, label: str, draw: Draw, medians: Mapping[date, float] | None) -> Line:
    pieces: list[Piece] = [(f"{label:>{GUTTER - 1}}│", QUIET)]
    for column in scale.columns:
        sign, style = draw(column, row, scale.step)
        middle = None if medians is None else _middle(scale, column, medians)
        is_middle = middle is not None and int(middle + 0.5) // scale.step == row
        if is_middle and scale.per > 2:
            sign, style = "■", style or INK
        bar = widened(sign, scale.cell).rstrip()
        line = ("─" if is_middle and scale.per <= 2 else " ") * (scale.cell - len(bar))
        pieces += [piece for piece in ((bar, style), (line, INK if line.strip() else style)) if piece[0]]
    return joined(pieces)


def _middle(scale: Scale, column: Column, medians: Mapping[date, float]) -> float | None:
    """The median in a column; the line of it runs behind the bars, so that it makes no holes in them."""
    return column.middle if scale.per > 2 else medians.get(column.last)


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
    if any(map(is_unrated, columns)):
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
