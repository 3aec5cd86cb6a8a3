"""A page to be read: a title, lines, Esc goes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from stillnight.ui.widgets.prose import Drawn, Prose


class ReaderScreen(ModalScreen[None]):
    """Shows lines of text; arrows scroll, Esc, Enter or q goes back."""

    DEFAULT_CSS = """
    ReaderScreen { align: center middle; background: $background 60%; }
    ReaderScreen VerticalScroll { width: 94%; max-width: 84; height: auto; max-height: 94%;
        border: round $frame-focus; border-title-color: $accent; border-subtitle-color: $muted;
        background: $background; padding: 0 1; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar = [
        Binding("escape,enter,q,Q,ctrl+c", "dismiss", "Back", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[Drawn]) -> None:
        """Prepare a page.

        Args:
            title: What stands in the frame.
            lines: What is to be read.
        """
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The text in a frame that scrolls."""
        with VerticalScroll() as page:
            page.border_title = self._title
            page.border_subtitle = "↑ ↓ scroll · Esc back"
            yield Prose(self._lines)

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
