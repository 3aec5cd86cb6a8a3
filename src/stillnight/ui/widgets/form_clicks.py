"""What a click in the evening's form means, as the keys that would do the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from stillnight.journal.form.state import ROWS, Row
from stillnight.ui.widgets.form_drawing import LABEL

Labelled = TypeVar("Labelled")

_ROWS: Mapping[str, Row] = {
    "Urge": Row.URGE, "Awake": Row.URGE, "First at": Row.ONSET, "Today": Row.TODAY, "Where": Row.WHERE,
    "Feels": Row.FEELS, "Medicines": Row.MEDICINES, "Note": Row.NOTE,
}  # fmt: skip

_LETTERS: Mapping[Row, str] = {Row.WHERE: "w", Row.FEELS: "f", Row.MEDICINES: "u", Row.NOTE: "o"}
"""The letters that do what a click on their row does."""

_CELL = re.compile(r"[·+–](\w) ")
"""How an answer with a letter begins: ``+c caffeine``."""


def evening_keys(lines: Sequence[str], x: int, y: int, is_picking: bool) -> list[str]:
    """The keys for a click: a rating or a factor is answered, another row is gone to or opened.

    Args:
        lines: The form as it is drawn.
        x: The column.
        y: The line.
        is_picking: Is a picker open? Then only its words can be clicked.
    """
    row = row_at(lines, y, _ROWS, LABEL)
    if row is None:
        return []
    cell = _cell_at(lines[y], x)
    if is_picking:
        return [cell] if cell and row in (Row.WHERE, Row.FEELS) else []
    if cell or row in _LETTERS:
        return [cell or _LETTERS[row]]
    rating = rating_at(lines[y], x, LABEL) if row is Row.URGE else ""
    return ["up"] * len(ROWS) + ["down"] * ROWS.index(row) + ([rating] if rating else [])


def row_at(lines: Sequence[str], y: int, rows: Mapping[str, Labelled], width: int) -> Labelled | None:
    """The row to which a line belongs: that of its label, or of the one above where it has none.

    Args:
        lines: The form as it is drawn.
        y: The line.
        rows: The rows by their labels.
        width: The columns of the labels, with the cursor's.
    """
    for line in reversed(lines[: y + 1]):
        if not line.strip():
            return None
        if line[1:width].strip():
            return rows.get(line[1:width].rstrip())
    return None


def rating_at(line: str, x: int, width: int) -> str:
    """The number of a rating under a column, its brackets included; empty beside the numbers."""
    for found in re.finditer(r"\[?([0-9x])\]?", line[width:]):
        if found.start() <= x - width < found.end():
            return found.group(1)
    return ""


def _cell_at(line: str, x: int) -> str:
    """The letter of the answer under a column; empty where there is none."""
    begun = [found for found in _CELL.finditer(line) if found.start() <= x]
    return begun[-1].group(1) if begun and x < len(line) else ""
