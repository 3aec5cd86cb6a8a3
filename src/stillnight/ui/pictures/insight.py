"""What the user's own nights say about a factor, in signs: how far they have come, and how much it may be."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from stillnight.insight.patterns.pattern import Tier
from stillnight.insight.patterns.words import points_words
from stillnight.ui.pictures.month import Line


class TierLook(NamedTuple):
    """A tier as it is drawn: a glyph, so that no colour is needed, and the style of its name."""

    glyph: str
    style: str


LOOKS = {
    Tier.LIKELY: TierLook("●", "$accent bold"),
    Tier.WORTH_A_TEST: TierLook("◐", "$accent"),
    Tier.TOO_EARLY: TierLook("○", "$muted"),
    Tier.UNLIKELY: TierLook("–", "$muted"),
}
"""How each tier looks."""

SEALED = TierLook("▣", "$ink")
"""How a factor looks on which a trial runs."""

LEAST_SCALE = 20
"""With fewer columns a bar says nothing that its figures do not say better."""

MOST_SCALE = 44
"""With more columns a bar is only brighter."""


class Scale(NamedTuple):
    """Points of urge laid out in columns.

    Attributes:
        first: The whole number of points at the left end.
        last: The whole number of points at the right end.
        width: The columns from one end to the other, both ends in.
    """

    first: int
    last: int
    width: int

    def column(self, points: float) -> int:
        """The column of a number of points; what lies beyond an end stands on it."""
        share = (points - self.first) / (self.last - self.first)
        return round(min(max(share, 0.0), 1.0) * (self.width - 1))


def interval_bar(low: float, middle: float, high: float, width: int) -> list[Line]:
    """An interval over a scale with its zero: where it probably lies, its middle, the points under it.

    Args:
        low: The lower end of the interval, points.
        middle: What is most likely, points.
        high: The upper end, points.
        width: The columns that there are.

    Returns:
        Three lines, or none where there are too few columns.
    """
    if width < LEAST_SCALE:
        return []
    first, last = min(floor(low), 0), max(ceil(high), 0)
    last += first == last
    # the numbers under it need a sign's room at both ends
    scale = Scale(first, last, min(width, MOST_SCALE) - 2)
    bar = "".join(_bar(scale, low, middle, high))
    return [
        [(" " + bar, "$accent")],
        [(" " + "".join(_axis(scale)), "$frame-focus")],
        [(_numbers(scale), "$muted")],
    ]


def _bar(scale: Scale, low: float, middle: float, high: float) -> Iterator[str]:
    left, point, right = (scale.column(points) for points in (low, middle, high))
    for column in range(right + 1):
        if column == point:
            yield "●"
        elif column == left:
            yield "├"
        elif column == right:
            yield "┤"
        else:
            yield "─" if left < column < right else " "


def _axis(scale: Scale) -> Iterator[str]:
    """The scale; another sign stands at zero, where nothing changes."""
    ticks = {scale.column(points): points for points in range(scale.first, scale.last + 1)}
    for column in range(scale.width):
        yield "─" if column not in ticks else "╫" if ticks[column] == 0 else "┼"


def _numbers(scale: Scale) -> str:
    """The points under the scale, as many as stand apart, zero always among them."""
    row = [" "] * (scale.width + 2)
    for points in sorted(range(scale.first, scale.last + 1), key=abs):
        text = points_words(points)
        # a number's last sign stands under its tick
        start = scale.column(points) + 2 - len(text)
        place = slice(max(start - 1, 0), start + len(text) + 1)
        if not "".join(row[place]).strip():
            row[start : start + len(text)] = text
    return "".join(row).rstrip()
