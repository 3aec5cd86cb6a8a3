"""The year: twelve months of nights, one glyph each; Enter goes to the night."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.reactive import var
from textual.widgets import Static

from stillnight.domain.clock_rule import span_words
from stillnight.domain.month import MonthGrid, next_in, previous_in, shift_day, shift_month
from stillnight.domain.ports import Receipt
from stillnight.journal.browse import Mark
from stillnight.journal.session import Session
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.pictures.year import night_look, year_words
from stillnight.ui.screens.comparing import ComparingPage
from stillnight.ui.widgets.year_grid import YearGrid


class YearPage(ComparingPage):
    """One year; the cursor goes by day, week, month and year."""

    TITLE = "Year"
    PLACE = Place.YEAR
    DEFAULT_CSS = """
    YearPage.-narrow #body { padding: 0; }
    YearPage #said { height: 1; color: $ink; }
    YearPage.-narrow #said { height: 2; padding: 0 1; }
    """
    BINDINGS: ClassVar = bindings(Place.YEAR)

    cursor: var[date] = var(date(2000, 1, 1), init=False)
    """The night under the cursor; its year is shown."""
    marks: var[Mapping[date, Mark]] = var({}, init=False)
    """What is known of the year's nights."""

    def __init__(self, session: Session) -> None:
        """Stand on tonight."""
        super().__init__(session)
        self.set_reactive(YearPage.cursor, self.journal.tonight)
        self.set_reactive(YearPage.marks, self._read(self.cursor.year))

    def body(self) -> ComposeResult:
        """The year, and the night under the cursor in words."""
        yield YearGrid(self.journal.tonight).data_bind(YearPage.cursor, YearPage.marks, ComparingPage.marked)
        yield Static(id="said")

    def on_mount(self) -> None:
        """Say what is under the cursor."""
        super().on_mount()
        self._tell()

    def _read(self, year: int) -> Mapping[date, Mark]:
        return self.journal.browse.marks(MonthGrid(year, 1).first, MonthGrid(year, 12).last)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the journal holds now."""
        self.marks = self._read(self.cursor.year)
        self._tell()

    def watch_cursor(self, before: date, day: date) -> None:
        """Show the night's year, and say what the night was."""
        if before.year != day.year:
            self.marks = self._read(day.year)
        self._tell()

    def _tell(self) -> None:
        night = f"{span_words(self.cursor)} · {night_look(self.cursor, self.marks)}"
        words = f"{night} · {year_words(self.cursor.year, self.marks)}"
        # it always has the same room, and to lay the page out anew takes longer than to draw the year
        self.query_one("#said", Static).update(words, layout=False)

    @on(YearGrid.Moved)
    def go(self, event: YearGrid.Moved) -> None:
        """Put the cursor on the night that was clicked; clicked again it is opened."""
        if event.day == self.cursor:
            self.action_open_night()
        else:
            self.cursor = event.day

    @on(YearGrid.Turned)
    def turn(self, event: YearGrid.Turned) -> None:
        """Another year by the wheel."""
        self.action_move_month(12 * event.years)

    def action_move(self, days: int) -> None:
        """Move by some days."""
        self.cursor = shift_day(self.cursor, days)

    def action_move_month(self, months: int) -> None:
        """Move by some months."""
        self.cursor = shift_month(self.cursor, months)

    def action_tonight(self) -> None:
        """Back to tonight."""
        self.cursor = self.journal.tonight

    def action_entry(self, which: str) -> None:
        """To the next, the previous, the first or the last entry."""
        dates = self.journal.browse.dates()
        ends = {"first": dates[0] if dates else None, "last": dates[-1] if dates else None}
        steps = {"next": next_in, "previous": previous_in}
        found = steps[which](dates, self.cursor) if which in steps else ends[which]
        if found is None:
            self.say(f"there is no {which} entry")
        else:
            self.cursor = found

    def action_open_night(self) -> None:
        """Let Home show the night."""
        self.dismiss(self.cursor)

    def action_compare(self) -> None:
        """Mark the night, or show it beside the marked one."""
        self.compare(self.cursor)
