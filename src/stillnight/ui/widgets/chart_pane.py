"""A chart as a drawn pane: its head and legend stay, what is between them scrolls."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.ui.pictures.charts.frame import QUIET, Picture
from stillnight.ui.pictures.month import Line

LEAST_BODY = 1
"""So many rows of what scrolls stay in view; on a very small screen the legend gives way to them."""


class ChartPane(Widget):
    """Draws a picture that somebody else made for its size."""

    DEFAULT_CSS = """
    ChartPane { height: 1fr; width: 1fr; }
    """

    picture: reactive[Picture] = reactive(Picture(()))
    """What is drawn."""
    top: reactive[int] = reactive(0)
    """The first row of the body in view."""

    class Fitted(Message):
        """There is another size to draw for."""

    @dataclass
    class Rolled(Message):
        """The wheel was turned by some lines."""

        lines: int

    def on_resize(self) -> None:
        """Tell that there is another size."""
        self.post_message(self.Fitted())

    @property
    def room(self) -> int:
        """The rows that there are for the body."""
        head, body, foot = self.picture
        least = min(LEAST_BODY, len(body))
        return max(self.size.height - len(head) - len(foot), least)

    @property
    def furthest(self) -> int:
        """How far it can be scrolled."""
        return max(len(self.picture.body) - self.room, 0)

    def roll(self, lines: int) -> None:
        """Scroll by some lines, as far as there is something to scroll to."""
        self.top = max(0, min(self.top + lines, self.furthest))

    def watch_picture(self) -> None:
        """Of another picture the beginning may lie elsewhere."""
        self.top = max(0, min(self.top, self.furthest))

    def render(self) -> Content:
        """The lines that there is room for."""
        head, _, foot = self.picture
        lines = [*head, *self._body(), *foot][: self.size.height]
        return Content("\n").join(Content.assemble(*line) for line in lines)

    def _body(self) -> list[Line]:
        """What is in view of the body; its last line says how much is below."""
        shown = list(self.picture.body[self.top : self.top + self.room])
        below = len(self.picture.body) - self.top - self.room
        if below > 0:
            shown[-1] = [(f"↓ {below + 1} more lines", QUIET)]
        return shown

    def on_mouse_scroll_down(self) -> None:
        """Down by the wheel."""
        self.post_message(self.Rolled(1))

    def on_mouse_scroll_up(self) -> None:
        """Up by the wheel."""
        self.post_message(self.Rolled(-1))
