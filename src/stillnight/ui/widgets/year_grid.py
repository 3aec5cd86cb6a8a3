"""The year as a drawn grid; a click picks a night."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.journal.browse import Mark
from stillnight.ui.pictures.year import YearShape, shape_of, year_lines


class YearGrid(Widget):
    """Twelve rows of nights with a cursor."""

    DEFAULT_CSS = """
    YearGrid { height: 1fr; }
    """

    cursor: reactive[date] = reactive(date(2000, 1, 1))
    """The night under the cursor."""
    marks: reactive[Mapping[date, Mark]] = reactive({})
    """What is known of the year's nights."""
    marked: reactive[date | None] = reactive(None)
    """The night that waits to be compared."""

    @dataclass
    class Moved(Message):
        """The user clicked a night."""

        day: date

    @dataclass
    class Turned(Message):
        """The user wants another year."""

        years: int

    def __init__(self, tonight: date) -> None:
        """Prepare the grid.

        Args:
            tonight: The night in which we are.
        """
        super().__init__()
        self._tonight = tonight

    @property
    def shape(self) -> YearShape:
        """How the year fits now."""
        return shape_of(self.size.width, self.size.height)

    def render(self) -> Content:
        """Days, months, legend."""
        lines = year_lines(self.cursor, self._tonight, self.marks, self.shape, self.marked)
        return Content("\n").join(Content.assemble(*line) for line in lines)

    def on_click(self, event: Click) -> None:
        """A click goes to a night."""
        offset = event.get_content_offset(self)
        day = self.shape.day_at(self.cursor.year, offset.x, offset.y) if offset else None
        if day:
            self.post_message(self.Moved(day))

    def on_mouse_scroll_down(self) -> None:
        """The year after."""
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self) -> None:
        """The year before."""
        self.post_message(self.Turned(-1))
