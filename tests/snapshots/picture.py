"""A picture of what a screen shows, small enough to keep and plain enough to compare line by line.

One picture is a sheet of views: the same page in several sizes and themes side by side, so that a person
looks at a page once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

COLUMN, ROW, GAP = 8, 16, 24
"""The size of a cell and the space between two views, in pixels."""

STYLE = (
    "text{font:13px 'DejaVu Sans Mono',monospace;white-space:pre}"
    ".b{font-weight:bold}.u{text-decoration:underline}"
)
"""How runs of text look."""


class View(NamedTuple):
    """One view of a page.

    Attributes:
        title: What it shows.
        rows: Its cells, row by row.
    """

    title: str
    rows: Sequence[Sequence[Segment]]


class Run(NamedTuple):
    """Cells of one row that look alike.

    Attributes:
        x: The first column.
        width: How many columns.
        text: The signs.
        ink: Their colour.
        ground: The colour behind them.
        shape: Bold, underlined, both or neither.
    """

    x: int
    width: int
    text: str
    ink: str
    ground: str
    shape: str


def sheet(views: Sequence[View]) -> str:
    """The views side by side as SVG."""
    drawn, left, height = [], 0, 0
    for title, rows in views:
        drawn += [f'<g transform="translate({left} 0)">', *_view(title, rows), "</g>"]
        left += max(cell_len("".join(one.text for one in row)) for row in rows) * COLUMN + GAP
        height = max(height, (len(rows) + 1) * ROW)
    size = f'width="{left - GAP}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" {size}>\n<style>{STYLE}</style>'
    return "\n".join([head, '<rect width="100%" height="100%" fill="#777"/>', *drawn, "</svg>"]) + "\n"


def _view(title: str, rows: Sequence[Sequence[Segment]]) -> Iterator[str]:
    yield f'<text x="0" y="12">{escape(title)}</text>'
    lines = [list(_runs(row)) for row in rows]
    width = max(run.x + run.width for run in lines[0]) * COLUMN
    [(ground, _)] = Counter(run.ground for line in lines for run in line).most_common(1)
    yield f'<rect y="{ROW}" width="{width}" height="{len(rows) * ROW}" fill="{ground}"/>'
    for number, line in enumerate(lines, start=1):
        yield from (_behind(run, number) for run in line if run.ground != ground)
        yield from (_written(run, number) for run in line if run.text.strip() or "u" in run.shape)


def _behind(run: Run, row: int) -> str:
    place = f'x="{run.x * COLUMN}" y="{row * ROW}" width="{run.width * COLUMN}"'
    return f'<rect {place} height="{ROW}" fill="{run.ground}"/>'


def _written(run: Run, row: int) -> str:
    # blanks at the margin of a run are not drawn alike everywhere, so they are places instead
    text = run.text if "u" in run.shape else run.text.strip()
    left = run.x + (0 if "u" in run.shape else len(run.text) - len(run.text.lstrip()))
    place = f'x="{left * COLUMN}" y="{row * ROW + 12}" textLength="{cell_len(text) * COLUMN}"'
    shape = f' class="{run.shape}"' if run.shape else ""
    return f'<text {place}{shape} fill="{run.ink}">{escape(text)}</text>'


def _runs(row: Sequence[Segment]) -> Iterator[Run]:
    x = 0
    for (ink, ground, shape), segments in groupby(row, key=lambda one: _look(one.style or Style())):
        text = "".join(one.text for one in segments)
        width = cell_len(text)
        yield Run(x, width, text, ink, ground, shape)
        x += width


def _look(style: Style) -> tuple[str, str, str]:
    ink = style.color.get_truecolor().hex if style.color else "#d0d0d0"
    ground = style.bgcolor.get_truecolor(foreground=False).hex if style.bgcolor else "#000000"
    shape = f"{'b' if style.bold else ''} {'u' if style.underline else ''}".strip()
    return (ground, ink, shape) if style.reverse else (ink, ground, shape)
