"""A list with a cursor, in the colours of the theme and with the keys of the calendar."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.widgets import OptionList


class ListBox(OptionList):
    """Rows of text; arrows and ``j k g G`` move, Enter chooses, so does a click.

    The row under the cursor is no bright bar: somebody may read it in a dark room.
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
