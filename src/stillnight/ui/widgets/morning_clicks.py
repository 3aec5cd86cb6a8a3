"""What a click in the morning's form means, as the keys that would do the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stillnight.journal.morning.rows import LABELS, RATED, Row, letter_of
from stillnight.ui.widgets.form_clicks import rating_at, row_at

WIDTH = 14
"""The width of the labels at the left, cursor mark and letter included."""

_ROWS: Mapping[str, Row] = {f"{letter_of(row)} {label}": row for row, label in LABELS.items()}


def morning_keys(lines: Sequence[str], x: int, y: int, is_picking: bool = False) -> list[str]:
    """The keys for a click: a rating is given, an offer taken, another row is gone to.

    Args:
        lines: The form as it is drawn.
        x: The column.
        y: The line.
        is_picking: Never; there is nothing to pick in the morning.
    """
    row = row_at(lines, y, _ROWS, WIDTH)
    if row is None:
        return []
    rating = rating_at(lines[y], x, WIDTH) if row in RATED else ""
    if rating and sum(line[1:WIDTH].rstrip() in _ROWS for line in lines) == 1:
        # where one row is all that is asked, its letter would show the rest
        return [rating]
    is_offer = lines[y][WIDTH:].startswith("·  .") and x > WIDTH
    return [letter_of(row), *([rating] if rating else ["."] if is_offer else [])]
