"""A past night to be read; ``e`` opens it in the form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from textwrap import wrap
from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place

LABEL = 12
"""The columns that a fact's name takes."""


class NightDetails(Widget, can_focus=True):
    """What is known of one night, line by line."""

    DEFAULT_CSS = """
    NightDetails { height: auto; width: 1fr; }
    """
    BINDINGS: ClassVar = bindings(Place.NIGHT)

    lines: reactive[Sequence[tuple[str, str]]] = reactive((), layout=True)
    """The facts as (label, words)."""

    class EditWanted(Message):
        """The user wants the night in the form."""

    class MorningWanted(Message):
        """The user wants the morning after the night."""

    class CompareWanted(Message):
        """The user wants to compare the night with another."""

    @dataclass
    class EntryWanted(Message):
        """The user wants another entry: ``next`` or ``previous``."""

        which: str

    class DeleteWanted(Message):
        """The user wants the night in the bin."""

    def render(self) -> Content:
        """The facts, labels at the left, or what to do where there are none."""
        if not self.lines:
            return Content.assemble(
                (" no entry for this night\n\n", "$muted"), (" e", "$accent bold"), (" writes one", "$muted")
            )
        return Content("\n").join(self._rows(self.content_size.width or 46))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the facts take."""
        return sum(1 for _ in self._rows(width)) if self.lines else 3

    def _rows(self, width: int) -> Iterator[Content]:
        """The facts, long ones wrapped under their own beginning."""
        for label, words in self.lines:
            heads = chain([f" {label}".ljust(LABEL)], repeat(" " * LABEL))
            rows = wrap(words, max(width - LABEL, 12)) or [""]
            for head, row in zip(heads, rows, strict=False):
                yield Content.assemble((head, "$muted"), (row, "$ink"))

    def action_edit(self) -> None:
        """Open the night in the form."""
        self.post_message(self.EditWanted())

    def action_morning(self) -> None:
        """Open the morning after the night."""
        self.post_message(self.MorningWanted())

    def action_delete(self) -> None:
        """Put the night into the bin."""
        self.post_message(self.DeleteWanted())

    def action_compare(self) -> None:
        """Compare the night with another."""
        self.post_message(self.CompareWanted())

    def action_entry(self, step: int) -> None:
        """The next or the previous entry."""
        self.post_message(self.EntryWanted("next" if step > 0 else "previous"))
