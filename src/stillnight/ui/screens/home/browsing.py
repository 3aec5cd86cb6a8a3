"""Browsing on Home: the cursor over the calendar, entries, dates, the bin."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import on, work

from stillnight.domain.clock_rule import span_words
from stillnight.domain.factor import PREFIX
from stillnight.domain.month import grid_of, next_in, previous_in, shift_day
from stillnight.ui.pictures.top import BETWEEN
from stillnight.ui.screens.home.base import HomeBase
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails

if TYPE_CHECKING:
    from stillnight.ui.screens.page import Left
    from stillnight.ui.trail import Trail

WAYS_BACK = ("U brings it back", "U takes it back")
"""What is said behind a deed, as long as it is the last one."""


class Browsing(HomeBase):
    """Nights are looked at, one after the other or by date."""

    trail: Trail | None = None
    """What a search found, while it is on."""

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
    @on(NightDetails.EntryWanted)
    def go_to_entry(self, event: MonthCalendar.EntryWanted | NightDetails.EntryWanted) -> None:
        """Put the cursor on another entry; while a search is on, on another night that it found."""
        dates = self.trail.nights if self.trail else self.journal.browse.dates()
        found = {
            "next": lambda: next_in(dates, self.cursor),
            "previous": lambda: previous_in(dates, self.cursor),
            "first": lambda: dates[0] if dates else None,
            "last": lambda: dates[-1] if dates else None,
        }[event.which]()
        if found is None:
            self.say(f"there is no {event.which} {'one that was found' if self.trail else 'entry'}")
        else:
            self.cursor = found
            self._tell_trail()

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

    def come_back(self, left: Left) -> None:
        """A page was left: show what it changed, and the night that was chosen there."""
        self.calendar.week_start = self.session.preferences.week_start
        self.forget_removed()
        self.reread()
        self._forget_way_back()
        if left is None or isinstance(left, date):
            night = left
        else:
            night, self.trail = left.night, left if left.nights else None
        if night is not None:
            self._stand_on(night)
            self._tell_trail()

    def _forget_way_back(self) -> None:
        """Say no longer what U does: on the page something else may have become the last change."""
        line = self.query_one(MessageLine)
        kept = [words for words in line.text.split(BETWEEN) if words not in WAYS_BACK]
        line.text = BETWEEN.join(kept)

    def forget_removed(self) -> None:
        """What was answered of a factor that is removed by now could never be saved."""
        slugs = {name.split(".")[1] for name in self.form.state.draft if name.startswith(PREFIX)}
        if slugs - self.journal.ledgers.factors().keys():
            self.form.state = self.unsaved(self.writing)

    def _stand_on(self, night: date) -> None:
        """Go to a night that was chosen on a page: where there is room for one pane, to what it says."""
        if self.has_class("-narrow"):
            self.cursor = night
            self.set_focus(self.night_pane.shown)
        else:
            # first, so that the night's details do not take the focus with them
            self.set_focus(self.calendar)
            self.cursor = night

    def _tell_trail(self) -> None:
        if self.trail:
            self.say(self.trail.words(self.cursor))

    @on(MonthCalendar.CompareWanted)
    @on(NightDetails.CompareWanted)
    def compare(self) -> None:
        """Mark the night under the cursor, or show it beside the marked one."""
        from stillnight.ui.comparing import press

        marking = press(self.calendar.marked, self.cursor)
        self.calendar.marked = marking.marked
        self.say(marking.said)
        if marking.pair:
            from stillnight.ui.screens.compare import ComparePage

            self.app.push_screen(ComparePage.over(self, marking.pair), self.come_back)

    def action_purge(self) -> None:
        """Ask, and remove the night under the cursor for good."""
        from stillnight.domain.errors import StillnightError
        from stillnight.journal.purging import doomed_night
        from stillnight.ui.screens.purge import ask_purge

        night = self.cursor

        def forget_typed() -> None:
            if self.writing == night:
                self.form.state = self.unsaved(night)

        try:
            ask_purge(self, doomed_night(self.journal.desk.store.keeping, night), forget_typed)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)

    @on(MonthCalendar.DeleteWanted)
    @on(NightDetails.DeleteWanted)
    def delete(self) -> None:
        """Put the night under the cursor into the bin."""
        night = self.cursor
        self.do(
            lambda: self.journal.record.delete(night),
            f"deleted the night of {span_words(night)} · U brings it back",
        )
