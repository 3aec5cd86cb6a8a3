"""Browsing on Home: the cursor over the calendar, entries, dates, the bin."""

from __future__ import annotations

from datetime import date

from textual import on, work

from stillnight.domain.clock_rule import span_words
from stillnight.domain.month import grid_of, next_in, previous_in, shift_day
from stillnight.ui.screens.home.base import HomeBase
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails


class Browsing(HomeBase):
    """Nights are looked at, one after the other or by date."""

    def watch_cursor(self, before: date, day: date) -> None:
        """Show the night under the cursor, and its month when that is another."""
        if grid_of(before) != grid_of(day):
            self.read_month()
        self.show_night()

    @on(MonthCalendar.Moved)
    def move(self, event: MonthCalendar.Moved) -> None:
        """Put the cursor on a day."""
        self.cursor = event.day

    def action_previous_night(self) -> None:
        """Show the night before."""
        self.cursor = shift_day(self.cursor, -1)

    def action_next_night(self) -> None:
        """Show the night after."""
        self.cursor = shift_day(self.cursor, 1)

    @on(MonthCalendar.EntryWanted)
    def go_to_entry(self, event: MonthCalendar.EntryWanted) -> None:
        """Put the cursor on another entry."""
        dates = self.journal.browse.dates()
        found = {
            "next": lambda: next_in(dates, self.cursor),
            "previous": lambda: previous_in(dates, self.cursor),
            "first": lambda: dates[0] if dates else None,
            "last": lambda: dates[-1] if dates else None,
        }[event.which]()
        if found is None:
            self.say(f"there is no {event.which} entry")
        else:
            self.cursor = found

    @on(MonthCalendar.DateWanted)
    @work
    async def ask_date(self) -> None:
        """Ask for a date and go there."""
        from stillnight.journal.typed_date import read_date
        from stillnight.ui.screens.go_to import GoToScreen

        day = await self.app.push_screen_wait(
            GoToScreen(lambda typed: read_date(typed, self.cursor, self.tonight))
        )
        if day is not None:
            self.cursor = day

    def come_back(self, night: date | None) -> None:
        """A page was left: show what it changed, and the night that was chosen there."""
        self.reread()
        if night is not None:
            self.cursor = night
            self.calendar.focus()

    @on(MonthCalendar.DeleteWanted)
    @on(NightDetails.DeleteWanted)
    def delete(self) -> None:
        """Put the night under the cursor into the bin."""
        night = self.cursor
        self.do(
            lambda: self.journal.record.delete(night),
            f"deleted the night of {span_words(night)} · U brings it back",
        )
