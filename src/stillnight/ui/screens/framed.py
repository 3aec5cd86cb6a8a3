"""A frame over the screen below, with more to read than fits: it scrolls, and Esc, Enter or q goes back."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

Result = TypeVar("Result")


class FramedScreen(ModalScreen[Result]):
    """Shows one ``VerticalScroll`` in a frame; with what it is left is up to its kind."""

    DEFAULT_CSS = """
    FramedScreen { align: center middle; background: $background 60%; }
    FramedScreen VerticalScroll { width: 94%; max-width: 84; height: auto; max-height: 94%;
        border: round $frame-focus; border-title-color: $accent; border-subtitle-color: $muted;
        background: $background; padding: 0 1; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar = [
        Binding("escape,enter,q,Q,ctrl+c", "dismiss", "Back", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
        Binding("space", "page(1)", "Page down", show=False),
        Binding("b", "page(-1)", "Page up", show=False),
    ]

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a page."""
        page = self.query_one(VerticalScroll)
        (page.scroll_page_down if pages > 0 else page.scroll_page_up)(animate=False)
