"""A past night to be read; ``e`` opens it in the form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place


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
        return Content("\n").join(
            Content.assemble((f" {label}".ljust(12), "$muted"), (words, "$ink"))
            for label, words in self.lines
        )

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
