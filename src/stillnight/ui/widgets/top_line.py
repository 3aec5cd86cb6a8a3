"""The line at the top: which night this is, and that it is safe."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.domain.clock_rule import span_words


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
        night = f"night of {span_words(self.night)}"
        width, status = self.size.width, self.status
        left = f" stillnight    {night}"
        if len(left) + len(status) + 3 > width:
            left = f" {night}"
        if len(left) + len(status) + 3 > width:
            left = f" {span_words(self.night)}"
        if len(left) + len(status) + 2 > width:
            status = status.partition(",")[0]
        gap = " " * max(width - len(left) - len(status) - 1, 1)
        return Content.assemble((left, "$ink"), gap, (status, "$success"))
