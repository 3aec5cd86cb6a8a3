"""The lists of the ledgers page, each with its own keys; the page does the deeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.widgets.option_list import Option

from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.widgets.list_box import ListBox


class LedgerBox(ListBox):
    """A list whose rows are known by their ids; what has no id is a heading."""

    DEFAULT_CSS = """
    /* rows must wrap alike with and without a scroll bar: their heights are kept */
    LedgerBox { height: 1fr; scrollbar-gutter: stable; }
    """

    @property
    def here(self) -> str:
        """The id of the row under the cursor; empty where there is none."""
        option = self.highlighted_option
        return (option.id or "") if option is not None and not option.disabled else ""

    def show(self, rows: Sequence[tuple[str, Content]], stand_on: str = "") -> None:
        """Show other rows.

        Args:
            rows: Id and row; a row without an id is a heading.
            stand_on: The row that the cursor goes to; it stays where it is where that one is not there.
        """
        at, wanted = self.highlighted or 0, stand_on or self.here
        self.clear_options()
        self.add_options([Option(row, id=id or None, disabled=not id) for id, row in rows])
        ids = [id for id, _ in rows]
        if wanted and wanted in ids:
            self.highlighted = ids.index(wanted)
        elif any(ids):
            self.highlighted = min(at, len(ids) - 1)
            if not ids[self.highlighted]:
                self.action_cursor_down()


class MedicinesBox(LedgerBox):
    """The medicines."""

    BINDINGS: ClassVar = bindings(Place.MEDICINES, Place.LEDGERS)


class LabsBox(LedgerBox):
    """The blood tests."""

    BINDINGS: ClassVar = bindings(Place.TESTS, Place.LEDGERS)


class MarksBox(LedgerBox):
    """The marks."""

    BINDINGS: ClassVar = bindings(Place.MARKS, Place.LEDGERS)


class AboutBox(LedgerBox):
    """The questions about the user."""

    BINDINGS: ClassVar = bindings(Place.ABOUT, Place.LEDGERS)
