"""Reading a chart as plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from stillnight.ui.pictures.charts.frame import Picture, plain
from stillnight.ui.pictures.compare import cells


def lines_of(picture: Picture, is_ascii: bool = False) -> list[str]:
    """The chart as plain lines."""
    return [plain(line, is_ascii) for line in picture.lines]


def row_of(lines: Sequence[str], name: str) -> str:
    """The first line that begins with a name."""
    return next(line for line in lines if line.strip().startswith(name))


def widest(lines: Sequence[str]) -> int:
    """The columns of the longest line."""
    return max(map(cells, lines))
