"""How the blocks of a trial differed: dots over a line of points or minutes, and the interval below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import ceil

from stillnight.ui.pictures.month import Line

WIDEST = 61
"""More columns make it no plainer."""

NARROWEST = 25
"""Fewer columns are not drawn on."""

MOST_HIGH = 6
"""So many signs stand on each other; the topmost says where there are more."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200)
"""So many points or minutes may lie between two that are marked."""

DOT, MORE, MIDDLE = "●", "+", "◆"


def plot_lines(
    differences: Sequence[float],
    effect: float | None,
    interval: tuple[float, float] | None,
    width: int,
) -> list[Line]:
    """Dots, the line with its points, the interval.

    Args:
        differences: Of each block, in points of 10 or in minutes; below zero is better.
        effect: What they come to, in the same unit; ``None`` where it cannot be told.
        interval: Between which points or minutes the effect probably lies.
        width: The columns that there are.
    """
    if not differences:
        return []
    scale = _Scale(max(abs(one) for one in (*differences, effect or 0.0, *(interval or ()))), width)
    lines = [[(row, "$accent bold")] for row in _dots(differences, scale)]
    lines += [[(scale.rule(), "$frame")], [(scale.numbers(), "$muted")]]
    if effect is not None:
        lines.append([(_interval(effect, interval or (effect, effect), scale), "$accent")])
    return [[(scale.heads(), "$muted")], *lines]


class _Scale:
    """Points or minutes laid out over columns, zero in the middle."""

    def __init__(self, farthest: float, width: int) -> None:
        self.reach = max(2, ceil(farthest))
        half = (min(max(width, NARROWEST), WIDEST) - 3) // 2
        self.each = half // self.reach or half / self.reach
        self.middle = round(self.each * self.reach) + 1
        self.width = 2 * self.middle + 1

    def column(self, points: float) -> int:
        """Where so many points lie; what is beyond the line lies at its end."""
        at = self.middle + round(points * self.each)
        return min(max(at, 1), self.width - 2)

    def ticks(self) -> list[int]:
        """The points that are marked: all, or as many as there is room for."""
        room = max(4, len(f"{self.reach:+d}") + 1)
        step = next((step for step in STEPS if step * self.each >= room), self.reach)
        return [point for point in range(-self.reach, self.reach + 1) if point % step == 0]

    def rule(self) -> str:
        """The line, with a sign at every point and a bigger one at zero."""
        signs = ["─"] * self.width
        for point in self.ticks():
            signs[self.column(point)] = "┼" if point else "╂"
        return "".join(signs)

    def numbers(self) -> str:
        """The points below the line."""
        signs = [" "] * self.width
        for point in self.ticks():
            text = f"{point:+d}" if point else "0"
            begin = max(self.column(point) + 1 - len(text), 0)
            signs[begin : begin + len(text)] = text
        return "".join(signs).rstrip()

    def heads(self) -> str:
        """What left and right mean."""
        left, right = "← better", "worse →"
        return left + right.rjust(self.width - len(left))


def _dots(differences: Sequence[float], scale: _Scale) -> list[str]:
    heights = Counter(map(scale.column, differences))
    rows = []
    for level in range(min(max(heights.values()), MOST_HIGH), 0, -1):
        signs = [_sign(heights[column], level) for column in range(scale.width)]
        rows.append("".join(signs).rstrip())
    return rows


def _sign(height: int, level: int) -> str:
    if level == MOST_HIGH and height > MOST_HIGH:
        return MORE
    return DOT if height >= level else " "


def _interval(effect: float, interval: tuple[float, float], scale: _Scale) -> str:
    left, right = (scale.column(one) for one in interval)
    signs = [" "] * scale.width
    signs[left : right + 1] = "━" * (right + 1 - left)
    signs[left], signs[right] = "┣", "┫"
    signs[scale.column(effect)] = MIDDLE
    return "".join(signs).rstrip()
