"""Two nights, drawn side by side or one under the other as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.journal.compare import Row
from stillnight.ui.pictures.compare import compared_lines


class Compared(Widget):
    """The facts of two nights, as high as they need."""

    DEFAULT_CSS = """
    Compared { width: 1fr; height: auto; }
    """

    names: reactive[tuple[str, str]] = reactive(("", ""), layout=True)
    """What the nights are called."""
    rows: reactive[Sequence[Row]] = reactive((), layout=True)
    """The facts."""
    empty: reactive[str] = reactive("")
    """What is said where there are none."""

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width or 40))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as the facts take."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = [Content.assemble(*line) for line in compared_lines(self.names, self.rows, width)]
        return lines if self.rows else [*lines, Content.styled(f"  {self.empty}", "$muted")]
