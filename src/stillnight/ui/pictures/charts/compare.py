"""Two stretches of nights: each quantity of both under each other on one axis, as a small distribution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import time
from typing import NamedTuple

from stillnight.domain.clock_rule import NOON
from stillnight.insight.charts.events import Event
from stillnight.insight.charts.raster import wall_clock
from stillnight.insight.charts.spread import Spread
from stillnight.insight.charts.stretches import Quantity, Stretch, Summary, least_for
from stillnight.insight.charts.strips import counts_of
from stillnight.insight.patterns.words import nights_words
from stillnight.ui.pictures.charts.frame import (
    HEADING,
    INK,
    QUIET,
    Picture,
    day_words,
    full_words,
    joined,
    legend,
    rise,
    words,
)
from stillnight.ui.pictures.charts.severity import SIGNS
from stillnight.ui.pictures.month import Line, Piece
from stillnight.ui.pictures.severity import look_of

CAVEAT = (
    "A difference between two stretches has many explanations: the season, sleep, chance, what led to the "
    "change. It is not a test."
)
"""Stands under every comparison."""

MEANINGS = [
    ("", QUIET, "beside 1 and 2: nights counted"),
    ("4 (2-6)", INK, "median (the middle half)"),
    ("TST", INK, "asleep"),
    ("SOL", INK, "until asleep"),
    ("WASO", INK, "awake in the night"),
    ("h:mm", INK, "all three"),
]
"""What numbers and names mean."""

WIDE = 62
"""From so many columns on the names of the quantities stand beside the rows."""

NAME, COUNT = 11, 6
"""The columns of a quantity's name, and of a stretch's number with its nights."""

LABELS = {
    Quantity.SEVERITY: "urge",
    Quantity.ONSET: "first felt",
    Quantity.EPISODES: "episodes",
    Quantity.TST: "TST",
    Quantity.SOL: "SOL",
    Quantity.WASO: "WASO",
}
"""The quantities in the order in which they are shown."""


class Pair(NamedTuple):
    """What is compared.

    Attributes:
        one: The stretch that comes first.
        other: The other one.
        event: What lies between them, where they were chosen by it.
        beside: What else lies in them.
    """

    one: Summary
    other: Summary
    event: Event | None = None
    beside: Sequence[Event] = ()


def compare_picture(pair: Pair, width: int, rollover: time = NOON) -> Picture:
    """Both stretches, the quantities, what has to be known with them.

    Args:
        pair: What is compared.
        width: The columns that there are.
        rollover: When one night ends and the next begins.
    """
    body = [*_beside(pair, width), *_legs(pair, width)]
    for quantity in LABELS:
        body += _quantity(pair, quantity, width, _words_for(quantity, rollover))
    body += legend(MEANINGS, width)
    return Picture([*_head(pair, width)], body, words(CAVEAT, width, INK))


def stretch_words(stretch: Stretch) -> str:
    """Two dates: ``2 Oct to 31 Oct 2026``."""
    first, last = stretch
    start = day_words(first) if first.year == last.year else full_words(first)
    return f"{start} to {full_words(last)}"


def _head(pair: Pair, width: int) -> Iterator[Line]:
    if pair.event:
        text = f"{SIGNS[pair.event.what]} {full_words(pair.event.date)}  {pair.event.words}"
        yield from words(text, width, HEADING)
    for number, one in ((1, pair.one), (2, pair.other)):
        logged = f"{one.logged} of {one.stretch.nights} logged"
        yield from words(f"{number}: {stretch_words(one.stretch)}, {logged}", width, INK)


def _beside(pair: Pair, width: int) -> list[Line]:
    """What else may be part of the difference."""
    if not pair.beside:
        return []
    named = ", ".join(f"{event.words} ({day_words(event.date)})" for event in pair.beside)
    return words(f"also in these nights: {named}", width)


def _legs(pair: Pair, width: int) -> Iterator[Line]:
    """On how many of the rated nights there was any symptom, as bars of one scale."""
    room = _room(width)
    for number, one, name in ((1, pair.one, "legs on"), (2, pair.other, "")):
        part = one.with_legs / one.rated if one.rated else 0
        bar = "━" * round(part * room)
        said = f"{one.with_legs} of {nights_words(one.rated)}" if one.rated else "no nights rated"
        yield from _rows(name, number, one.rated, [(f"{bar:<{room}}", look_of(5).style)], said, width)


def _quantity(pair: Pair, quantity: Quantity, width: int, told: Callable[[float], str]) -> Iterator[Line]:
    room = _room(width)
    spreads = [one.spread(quantity) for one in (pair.one, pair.other)]
    known = [spread for spread in spreads if spread]
    ends = min((one.low for one in known), default=0), max((one.high for one in known), default=0)
    for number, one, spread, name in zip(
        (1, 2), (pair.one, pair.other), spreads, (LABELS[quantity], ""), strict=True
    ):
        nights = len(one.values[quantity])
        if spread is None:
            blank: list[Piece] = [(" " * room, "")]
            missing = f"{least_for(quantity)} nights needed" if nights else "not known"
            yield from _rows(name, number, nights, blank, missing, width)
            continue
        is_rating = quantity is Quantity.SEVERITY
        drawn = _histogram(one.values[quantity], room) if is_rating else [(box(spread, *ends, room), INK)]
        said = f"{told(spread.middle)} ({told(spread.lower)}-{told(spread.upper)})"
        yield from _rows(name, number, nights, drawn, said, width)


def _rows(
    name: str, number: int, nights: int, drawn: Sequence[Piece], said: str, width: int
) -> Iterator[Line]:
    """A stretch's row; where columns are few its name stands above."""
    lead: list[Piece] = [(f"{name:<{NAME}}", HEADING)] if width >= WIDE else []
    if name and not lead:
        yield [(name, HEADING)]
    yield joined([*lead, (f"{number} ", INK), (f"{nights:>{COUNT - 3}} ", QUIET), *drawn, (f"  {said}", INK)])


def _room(width: int) -> int:
    """The columns of a small distribution."""
    return 22 if width >= WIDE else 11


def _histogram(ratings: Sequence[int], room: int) -> list[Piece]:
    """The ratings 0 to 10, each as a block: the part of the nights that had it, against half of them."""
    cell = room // 11
    counts = counts_of(ratings)
    return [
        (f"{rise(min(count, len(ratings) / 2), len(ratings) / 2) * cell}", look_of(rating).style)
        for rating, count in enumerate(counts)
    ]


def box(spread: Spread, low: float, high: float, room: int) -> str:
    """A spread on an axis of so many columns: all of it thin, the half in the middle thick, the median.

    Args:
        spread: What is drawn.
        low: Where the axis begins.
        high: Where it ends.
        room: Its columns.
    """

    def at(number: float) -> int:
        return round((number - low) / (high - low) * (room - 1)) if high > low else 0

    line = [" "] * room
    for begin, end, sign in ((spread.low, spread.high, "─"), (spread.lower, spread.upper, "━")):
        line[at(begin) : at(end) + 1] = sign * (at(end) - at(begin) + 1)
    line[at(spread.middle)] = "┃"
    return "".join(line)


def _words_for(quantity: Quantity, rollover: time) -> Callable[[float], str]:
    """How a number of a quantity is said."""
    if quantity is Quantity.ONSET:
        return lambda minutes: wall_clock(minutes, rollover)
    if quantity in (Quantity.SEVERITY, Quantity.EPISODES):
        return lambda number: f"{number:g}"
    return lambda minutes: f"{round(minutes) // 60}:{round(minutes) % 60:02}"
