"""A list with a cursor, in the colours of the theme and with the keys of the calendar."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.strip import Strip
from textual.widgets import OptionList

MARK = "▸"
"""Stands before the row under the cursor, in the blank that every row begins with."""


class ListBox(OptionList):
    """Rows of text; arrows and ``j k g G`` move, Enter chooses, so does a click.

    The row under the cursor is no bright bar: somebody may read it in a dark room. It has a mark before it,
    beside its colour, while the list has the focus.
    """

    DEFAULT_CSS = """
    ListBox { border: none; padding: 0; background: $background; color: $ink; height: auto; max-height: 100%;
        scrollbar-size-vertical: 1; }
    ListBox:focus { border: none; background-tint: transparent; }
    ListBox > .option-list--option { padding: 0 1; }
    ListBox > .option-list--option-disabled { color: $muted; }
    ListBox > .option-list--option-highlighted { color: $ink; background: $panel; text-style: none; }
    ListBox:focus > .option-list--option-highlighted { color: $accent; background: $panel; text-style: bold; }
    ListBox > .option-list--separator { color: $frame; }
    """
    BINDINGS: ClassVar = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
        Binding("g", "first", "First", show=False),
        Binding("G", "last", "Last", show=False),
    ]

    def render_line(self, y: int) -> Strip:
        """A line, with the mark where the row under the cursor begins."""
        strip = super().render_line(y)
        at = self.scroll_offset.y + y
        if not self.has_focus or self._lines[at : at + 1] != [(self.highlighted, 0)]:
            return strip
        first, rest = strip.divide([1, strip.cell_length])
        return Strip.join([Strip([Segment(MARK, one.style) for one in first], 1), rest])
