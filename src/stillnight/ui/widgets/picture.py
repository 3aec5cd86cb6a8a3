"""Lines that were drawn elsewhere; painted anew only when they are others."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.pictures.month import Line


class Picture(Widget):
    """Some lines, as they were drawn."""

    DEFAULT_CSS = """
    Picture { width: auto; height: auto; }
    """

    lines: reactive[tuple[Line, ...]] = reactive(())
    """What is shown."""

    def watch_lines(self, before: tuple[Line, ...], lines: tuple[Line, ...]) -> None:
        """Another number of lines moves what lies below; another digit does not."""
        if len(before) != len(lines):
            self.refresh(layout=True)

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(Content.assemble(*line) for line in self.lines)

    def get_content_width(self, container: object, viewport: object) -> int:
        """As wide as the widest line."""
        return max((sum(len(text) for text, _ in line) for line in self.lines), default=0)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as there are lines."""
        return len(self.lines)
