"""The month as a drawn grid: one glyph and one colour a night, a cursor in brackets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from stillnight.domain.month import MonthGrid, grid_of, shift_day, shift_month
from stillnight.journal.browse import Mark
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.pictures.layout import CALENDAR_WIDTH
from stillnight.ui.pictures.month import CELL, FOOT, HEAD, WEEKS, month_lines, spaced, title


class MonthCalendar(Widget, can_focus=True):
    """A month of nights with a cursor."""

    DEFAULT_CSS = f"""
    MonthCalendar {{ width: {CALENDAR_WIDTH}; height: auto; border: round $frame;
        border-title-color: $muted; }}
    MonthCalendar:focus {{ border: round $frame-focus; border-title-color: $accent; }}
    """
    BINDINGS: ClassVar = bindings(Place.CALENDAR)

    cursor: reactive[date] = reactive(date(2000, 1, 1))
    """The day under the cursor."""
    tonight: reactive[date] = reactive(date(2000, 1, 1))
    """The night in which we are."""
    marks: reactive[Mapping[date, Mark]] = reactive({})
    """What is known of the month's nights."""
    week_start: reactive[int] = reactive(0)
    """The first weekday, 0 Monday to 6 Sunday."""
    is_airy: reactive[bool] = reactive(False, layout=True)
    """Do the weeks stand apart?"""
    legs_on: reactive[tuple[int, int]] = reactive((0, 0))
    """Nights with symptoms and nights rated, of the last seven."""

    marked: reactive[date | None] = reactive(None)
    """The night that waits to be compared."""

    _aim: date | None = None

    @dataclass
    class Moved(Message):
        """The user wants the cursor on another day."""

        day: date

    @dataclass
    class EntryWanted(Message):
        """The user wants another entry: ``next``, ``previous``, ``first`` or ``last``."""

        which: str

    class EditWanted(Message):
        """The user wants the night in the form."""

    class MorningWanted(Message):
        """The user wants the morning after the night."""

    class DeleteWanted(Message):
        """The user wants the night in the bin."""

    class CompareWanted(Message):
        """The user wants to compare the night with another."""

    class DateWanted(Message):
        """The user wants to type a date."""

    @property
    def grid(self) -> MonthGrid:
        """The month under the cursor."""
        return grid_of(self.cursor, self.week_start)

    def watch_cursor(self) -> None:
        """Name the month in the frame."""
        self.border_title = title(self.cursor)
        if self.cursor == self._aim:
            self._aim = None

    def render(self) -> Content:
        """Weekdays, weeks, legend and the last seven nights in one line."""
        lines = month_lines(self.grid, self.cursor, self.tonight, self.marks, self.legs_on, self.marked)
        return Content("\n").join(Content.assemble(*line) for line in spaced(lines, self._step))

    @property
    def _step(self) -> int:
        return 2 if self.is_airy else 1

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Always six weeks high, so that nothing jumps when the month turns."""
        return (HEAD + WEEKS) * self._step + FOOT

    def _go(self, day: date) -> None:
        self._aim = day if day != self.cursor else None
        self.post_message(self.Moved(day))

    @property
    def _here(self) -> date:
        """Where a move counts from: where the last one aims at, though it may not be drawn yet."""
        return self._aim or self.cursor

    def action_move(self, days: int) -> None:
        """Move the cursor by some days."""
        self._go(shift_day(self._here, days))

    def action_move_month(self, months: int) -> None:
        """Move the cursor by some months."""
        self._go(shift_month(self._here, months))

    def action_tonight(self) -> None:
        """Back to tonight."""
        self._go(self.tonight)

    def action_edit(self) -> None:
        """Open the night in the form."""
        self.post_message(self.EditWanted())

    def action_morning(self) -> None:
        """Open the morning after the night."""
        self.post_message(self.MorningWanted())

    def action_delete(self) -> None:
        """Put the night into the bin."""
        self.post_message(self.DeleteWanted())

    def action_compare(self) -> None:
        """Compare the night with another."""
        self.post_message(self.CompareWanted())

    def action_go_to(self) -> None:
        """Ask for a date."""
        self.post_message(self.DateWanted())

    def action_entry(self, step: int) -> None:
        """The next or the previous entry."""
        self.post_message(self.EntryWanted("next" if step > 0 else "previous"))

    def action_first(self) -> None:
        """The first entry."""
        self.post_message(self.EntryWanted("first"))

    def action_last(self) -> None:
        """The last entry."""
        self.post_message(self.EntryWanted("last"))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a day; a click on the day under the cursor opens it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        day = self.grid.day_at(offset.y // self._step - HEAD, min(offset.x // CELL, 6))
        if day == self.cursor:
            self.action_edit()
        elif day:
            self._go(day)

    def on_mouse_scroll_down(self) -> None:
        """The month after."""
        self.action_move_month(1)

    def on_mouse_scroll_up(self) -> None:
        """The month before."""
        self.action_move_month(-1)
