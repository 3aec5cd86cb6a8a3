"""The line at the top: which night this is, and that it is safe."""

from __future__ import annotations

from datetime import date

from stillnight.domain.clock_rule import span_words
from stillnight.ui.pictures.month import Line


def top_line(night: date, status: str, width: int) -> Line:
    """The night at the left, the status at the right; the name where there is room."""
    left = f" stillnight    night of {span_words(night)}"
    if len(left) + len(status) + 3 > width:
        left = f" night of {span_words(night)}"
    if len(left) + len(status) + 3 > width:
        left = f" {span_words(night)}"
    if len(left) + len(status) + 2 > width:
        status = status.partition(",")[0]
    gap = " " * max(width - len(left) - len(status) - 1, 1)
    return [(left, "$ink"), (gap, ""), (status, "$success")]
