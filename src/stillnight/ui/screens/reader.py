"""A page to be read: a title, lines, Esc goes back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from stillnight.ui.screens.framed import FramedScreen
from stillnight.ui.widgets.prose import Drawn, Prose


class ReaderScreen(FramedScreen[None]):
    """Shows lines of text; arrows and Space scroll."""

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
