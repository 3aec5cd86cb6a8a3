"""A figure among lines of text: drawn anew for every width."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from stillnight.ui.pictures.month import Line


@dataclass(frozen=True, slots=True)
class Figure:
    """Lines that are drawn in the columns that there are.

    Attributes:
        lines: The columns to the lines.
    """

    lines: Callable[[int], list[Line]]

    def drawn(self, width: int) -> list[Content]:
        """The rows of the figure."""
        return [Content.assemble(*line) for line in self.lines(width)]
