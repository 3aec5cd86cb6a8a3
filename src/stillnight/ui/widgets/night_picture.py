"""The dark: a widget that fills the screen and shows almost nothing."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.pictures.night import Dark, dark_lines


class NightPicture(Widget):
    """A few dim words, or nothing."""

    DEFAULT_CSS = """
    NightPicture { width: 100%; height: 100%; background: $background; color: $muted; }
    """

    dark: reactive[Dark] = reactive(Dark())
    """What is shown."""

    def render(self) -> Content:
        """The rows that are needed; below them all is black."""
        rows = dark_lines(self.dark, self.size.width, self.size.height)
        return Content("\n").join(Content.assemble(*row) for row in rows)
