"""The line at the top: which night this is, and that it is safe."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.pictures.top import top_line


class TopLine(Widget):
    """The program's name, the night with both dates, what became of the last save."""

    DEFAULT_CSS = """
    TopLine { height: 1; color: $muted; }
    """

    night: reactive[date | None] = reactive(None)
    """The night in which we are."""
    status: reactive[str] = reactive("")
    """What became of the last save, in a few words."""

    def render(self) -> Content:
        """The night at the left, the status at the right; the name where there is room."""
        if self.night is None:
            return Content(" stillnight")
        return Content.assemble(*top_line(self.night, self.status, self.size.width))
