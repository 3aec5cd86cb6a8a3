"""The urge before and after each time that something was tried: two dots on a line from 0 to 10."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.ui.pictures.month import Line, Piece

BEFORE, AFTER, SAME = "○", "●", "◉"
"""The urge before, afterwards, and where both are the same."""

MOST = 8
"""So many times are drawn, the newest ones; more say no more."""

NUMBERS = 10
"""The columns of the numbers before a line: ``10 → 10``."""

NARROWEST = NUMBERS + 11
"""With fewer columns there are only the numbers."""


def pair_lines(pairs: Sequence[tuple[int, int]], width: int) -> list[Line]:
    """A line for each time, the newest first, under a scale from 0 to 10; then what the signs mean.

    Args:
        pairs: The urge before and after, 0-10 each, the oldest first.
        width: The columns that there are.
    """
    if not pairs:
        return []
    each = (width - NUMBERS - 1) // 10 if width >= NARROWEST else 0
    each = min(each, 4)
    lines = [_pair(before, after, each) for before, after in reversed(pairs[-MOST:])]
    if each:
        lines = [_scale(each), *lines, [(f"{BEFORE} before   {AFTER} after   {SAME} the same", "$muted")]]
    earlier = len(pairs) - MOST
    return [*lines, [(f"and {earlier} earlier", "$muted")]] if earlier > 0 else lines


def _scale(each: int) -> Line:
    row = [" "] * (10 * each + 2)
    for points, text in ((0, "0"), (5, "5"), (10, "10")):
        row[points * each : points * each + len(text)] = text
    return [(" " * NUMBERS + "".join(row).rstrip(), "$muted")]


def _pair(before: int, after: int, each: int) -> Line:
    numbers: Piece = (f"{before:>2} → {after:<2}".ljust(NUMBERS), "$ink")
    if not each:
        return [(numbers[0].rstrip(), "$ink")]
    first, last = sorted((before, after))
    signs = {before: BEFORE, after: AFTER} if before != after else {before: SAME}
    left, right = "·" * (first * each), "·" * ((10 - last) * each)
    between = "─" * ((last - first) * each - 1)
    dots: list[Piece] = [(signs[first], "$accent bold")]
    if last != first:
        dots += [(between, "$accent"), (signs[last], "$accent bold")]
    return [numbers, (left, "$frame"), *dots, (right, "$frame")]
