"""Strips: how each weekday's nights were spread, and what was answered of each factor under its nights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from stillnight.domain.factor import Factor, Kind
from stillnight.insight.charts.nights import Nights
from stillnight.insight.charts.strips import (
    RATINGS,
    FactorStrip,
    WeekdayStrip,
    factor_strips,
    weekday_strips,
)
from stillnight.ui.pictures.charts.frame import (
    HEADING,
    INK,
    LATE,
    MARKS,
    QUIET,
    Picture,
    full_words,
    joined,
    legend,
    rise,
    words,
)
from stillnight.ui.pictures.charts.scale import Scale, date_row, scale_of
from stillnight.ui.pictures.month import WEEKDAYS, Line, Piece
from stillnight.ui.pictures.severity import UNRATED, digit, look_of

LABEL = 10
"""The columns of a factor's name."""

SEALED = "sealed while its trial runs"
"""What stands in place of a factor's strip."""

NO = "·"
"""A factor that was answered with no."""


def strips_picture(
    nights: Nights,
    first: date,
    last: date,
    factors: Sequence[Factor],
    sealed: frozenset[str],
    width: int,
    week_start: int = 0,
) -> Picture:
    """The strips of [first, last].

    Args:
        nights: What is known of them.
        first: The first night.
        last: The last night.
        factors: The factors that the form asks, in its order.
        sealed: The slugs of those on which a trial runs.
        width: The columns that there are.
        week_start: The week's first day, 0 Monday to 6 Sunday.
    """
    scale = scale_of(nights, first, last, width - LABEL)
    strips = factor_strips(nights, scale.columns, factors, sealed)
    weekdays = weekday_strips(nights, first, last, week_start)
    stretch = f"{full_words(first)} to {full_words(last)}"
    body = [
        [("Factors under their nights", HEADING)],
        _severities(scale),
        *_late(scale),
        *(_factor(strip, scale, width) for strip in strips),
        date_row(scale, LABEL),
        [],
        *_weekdays(weekdays, width),
    ]
    return Picture(words(stretch, width, INK), body, legend(list(_signs(scale, strips)), width))


def _weekdays(strips: Sequence[WeekdayStrip], width: int) -> Iterator[Line]:
    """A row a weekday, a column a rating; the tallest block of all is the most nights."""
    cell = 3 if width >= 60 else 2
    most = max((count for strip in strips for count in strip.counts), default=0)
    heads = "".join(f"{digit(rating):<{cell}}" for rating in range(RATINGS))
    yield [("Evenings by urge  ", HEADING)]
    yield [(f"    {heads} nights", QUIET)]
    for strip in strips:
        blocks = [
            (f"{rise(count, most) * (cell - 1)} ", look_of(rating).style)
            for rating, count in enumerate(strip.counts)
        ]
        middle = "" if strip.middle is None else f", median {strip.middle:g}"
        yield joined([(f"{WEEKDAYS[strip.weekday]}  ", INK), *blocks, (f" {strip.nights}{middle}", QUIET)])


def _severities(scale: Scale) -> Line:
    """The evenings' ratings as one row of signs."""
    pieces: list[Piece] = [(f"{'urge':<{LABEL}}", INK)]
    for column in scale.columns:
        middle = column.middle
        look = look_of(None, column.is_logged) if middle is None else look_of(int(middle + 0.5))
        pieces.append((f"{look.glyph:<{scale.cell}}", look.style))
    return joined(pieces)


def _late(scale: Scale) -> Iterator[Line]:
    if any(column.is_late for column in scale.columns):
        signs = "".join(f"{LATE if column.is_late else ' ':<{scale.cell}}" for column in scale.columns)
        yield [(f"{'late':<{LABEL}}{signs}", QUIET)]


def _factor(strip: FactorStrip, scale: Scale, width: int) -> Line:
    label = f"{strip.factor.label:<{LABEL - 1}.{LABEL - 1}} "
    if strip.is_sealed:
        return [(label, INK), (SEALED[: width - LABEL], QUIET)]
    row = "".join(f"{_block(amount, strip):<{scale.cell}}" for amount in strip.amounts)
    return [(label, INK), (row, MARKS)]


def _block(amount: float | None, strip: FactorStrip) -> str:
    if amount is None:
        return " "
    return rise(amount, strip.most) if amount > 0 else NO


def _signs(scale: Scale, strips: Sequence[FactorStrip]) -> Iterator[tuple[str, str, str]]:
    yield "", QUIET, "a higher block is more"
    yield NO, MARKS, "no"
    yield "", QUIET, "blank: not asked"
    if any(column.is_logged and column.middle is None for column in scale.columns):
        yield UNRATED.glyph, UNRATED.style, UNRATED.words
    if scale.per > 1:
        yield "", QUIET, f"{scale.per} nights a column: median urge, mean answer"
    for strip in strips:
        if strip.factor.kind is Kind.AMOUNT and strip.asked and not strip.is_sealed:
            yield "█", MARKS, f"{strip.factor.label} {strip.most:.3g}"
    if any(column.is_late for column in scale.columns):
        yield LATE, QUIET, "recalled late"
