"""The line at the top: which night this is, and that it is safe."""

from __future__ import annotations

from datetime import date

from stillnight.domain.clock_rule import span_words
from stillnight.ui.pictures.month import Line

BETWEEN = " · "
"""Stands between what became of the last save and what came last, the newest at the end."""


def top_line(night: date, status: str, width: int) -> Line:
    """The night at the left, the status at the right; the name where there is room.

    Where there is little, the older half of a status gives way first, then from whom it came or where it
    is not yet.
    """
    left = f" stillnight    night of {span_words(night)}"
    if len(left) + len(status) + 3 > width:
        left = f" night of {span_words(night)}"
    if len(left) + len(status) + 3 > width:
        left = f" {span_words(night)}"
    if len(left) + len(status) + 2 > width:
        status = status.rpartition(BETWEEN)[2]
    if len(left) + len(status) + 2 > width:
        status = status.partition(",")[0].partition(" from ")[0]
    gap = " " * max(width - len(left) - len(status) - 1, 1)
    return [(left, "$ink"), (gap, ""), (status, "$success")]
