"""The names of a page's lists, the one in view in bold; a click goes to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

GAP = "  "


class SectionLine(Widget):
    """One line of names."""

    DEFAULT_CSS = """
    SectionLine { height: 1; margin: 0 0 1 0; }
    """

    names: reactive[Sequence[str]] = reactive((), layout=True)
    """The names of the lists."""
    index: reactive[int] = reactive(0)
    """The one in view."""

    @dataclass
    class Chosen(Message):
        """The user wants another list."""

        index: int

    def render(self) -> Content:
        """The names; a sign and not only the colour tells which one is in view."""
        return Content(GAP).join(self._drawn(number) for number in range(len(self.names)))

    def _drawn(self, number: int) -> Content:
        if number == self.index:
            return Content.styled(f"▸{self.names[number]}", "$accent bold")
        return Content.styled(self.names[number], "$muted")

    def on_click(self, event: Click) -> None:
        """A click on a name goes there."""
        offset, left = event.get_content_offset(self), 0
        for number in range(len(self.names)):
            right = left + self._drawn(number).cell_length
            if offset is not None and left <= offset.x < right:
                self.post_message(self.Chosen(number))
            left = right + len(GAP)
