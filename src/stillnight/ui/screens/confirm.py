"""One question that is answered with yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static


class ConfirmScreen(ModalScreen[bool]):
    """Asks before something that ``U`` cannot take back; Esc is no."""

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; background: $background 60%; }
    ConfirmScreen Vertical { width: 60; max-width: 96%; height: auto; border: round $frame-focus;
        border-subtitle-color: $muted; background: $background; padding: 0 1; }
    ConfirmScreen Static { height: auto; color: $ink; }
    """
    BINDINGS: ClassVar = [
        Binding("y", "dismiss(True)", "Yes", show=False),
        Binding("n,escape,ctrl+c,q", "dismiss(False)", "No", show=False),
    ]

    def __init__(self, question: str) -> None:
        """Prepare the question."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        with Vertical() as box:
            box.border_subtitle = "y yes · n no"
            yield Static(self._question)

    def on_key(self, event: Key) -> None:
        """A key that is neither is answered, not swallowed."""
        if event.key not in self.active_bindings:
            self.query_one(Vertical).border_subtitle = "press y for yes, n for no"
