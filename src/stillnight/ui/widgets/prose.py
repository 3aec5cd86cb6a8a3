"""Lines of text that wrap under their own beginning, not under the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Protocol

from textual.content import Content
from textual.widget import Widget


class Drawn(Protocol):
    """Something in a text that takes as many rows as it needs."""

    def drawn(self, width: int) -> list[Content]:
        """Its rows in so many columns."""


@dataclass(frozen=True, slots=True)
class ProseLine:
    """One line before it is wrapped.

    Attributes:
        text: What is read.
        label: What stands before it, in bold.
        hang: The column in which the text begins, on every row that it takes.
        style: How the text looks.
    """

    text: str
    label: str = ""
    hang: int = 0
    style: str = "$ink"

    def drawn(self, width: int) -> list[Content]:
        """The rows of the line in so many columns."""
        room = max(width - self.hang, 12)
        rows = wrap(self.text, room, break_on_hyphens=False) or [""]
        head = self.label.ljust(self.hang)
        first = Content.assemble((head, "$accent bold"), (rows[0], self.style))
        return [first, *(Content.assemble(" " * self.hang, (row, self.style)) for row in rows[1:])]


def plain(line: str) -> ProseLine:
    """A plain line; the blanks before it are its indent, and a line without any is a heading."""
    indent = len(line) - len(line.lstrip())
    return ProseLine(line.strip(), hang=indent, style="$ink" if indent else "$accent")


class Prose(Widget):
    """Wrapped lines, as high as they need."""

    DEFAULT_CSS = """
    Prose { width: 1fr; height: auto; }
    """

    def __init__(self, lines: Sequence[Drawn]) -> None:
        """Prepare the text."""
        super().__init__()
        self._lines = lines

    def show(self, lines: Sequence[Drawn]) -> None:
        """Show other lines."""
        self._lines = lines
        self.refresh(layout=True)

    def render(self) -> Content:
        """The rows."""
        return Content("\n").join(self._rows(self.content_size.width or 40))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the text takes."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        return [row for line in self._lines for row in line.drawn(width)]
