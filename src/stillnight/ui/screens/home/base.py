"""What every part of Home shares: the journal, the night we are in, the night under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from textual.getters import query_one
from textual.reactive import var

from stillnight.domain.moment import Moment
from stillnight.domain.month import grid_of
from stillnight.domain.ports import Receipt
from stillnight.journal.form.entry import Entries
from stillnight.journal.form.state import Answers, Sheet
from stillnight.journal.page_words import page_lines
from stillnight.journal.session import Session
from stillnight.ui.answers import night_words, status_of
from stillnight.ui.pictures.top import BETWEEN
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_form import EVENING, FormPart, NightForm
from stillnight.ui.widgets.night_pane import NightPane
from stillnight.ui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from stillnight.journal.morning.entry import Mornings
    from stillnight.ui.live.merged import Merged

LONG_AGO = date(2000, 1, 1)


class HomeBase(DeedScreen[None]):
    """The state of Home. It goes down to the widgets and comes up as their messages."""

    tonight: var[date] = var(LONG_AGO, init=False)
    """The night in which we are."""
    cursor: var[date] = var(LONG_AGO, init=False)
    """The night under the calendar's cursor."""
    writing: var[date] = var(LONG_AGO, init=False)
    """The night that the form writes."""
    part: var[Moment] = var(Moment.EVENING, init=False)
    """The half of that night which the form writes: its evening or its morning."""
    pane: var[str] = var("night", init=False)
    """The pane that has the focus: ``calendar``, ``night`` or ``check``."""
    moment: var[Moment] = var(Moment.EVENING, init=False)
    """Evening, night or morning."""

    _receipt: Receipt | None = None
    _merged: Merged | None = None
    _welcome: str = ""
    _hint: str = ""

    calendar = query_one(MonthCalendar)
    night_pane = query_one(NightPane)
    form = query_one(NightForm)

    def __init__(self, session: Session, troubles: Sequence[str] = ()) -> None:
        """Prepare Home.

        Args:
            session: The journal and everything else that was wired for this run.
            troubles: What went wrong before there was a screen to say it on.
        """
        super().__init__(session, classes="-in-night")
        self.opening_words = " ".join([*session.notices, *troubles])
        self.entries = Entries(session.journal, session.drafts)

    def welcome(self, words: str) -> None:
        """Say once what this is and is not; what is more urgent to be told is not covered."""
        line = self.query_one(MessageLine)
        if line.text in ("", self.opening_words):
            self._welcome = f"{words} {line.text}".rstrip()
            self.say(self._welcome, line.is_trouble)

    def hint_in_welcome(self, hint: str) -> None:
        """Say more in the welcome, instead of an earlier hint, as long as nothing else was said."""
        line = self.query_one(MessageLine)
        if self._welcome and line.text == self._welcome:
            greeting = (
                self._welcome.removesuffix(self.opening_words).rstrip().removesuffix(self._hint).rstrip()
            )
            self._hint = hint
            self._welcome = f"{greeting} {hint} {self.opening_words}".rstrip()
            self.say(self._welcome, line.is_trouble)

    def end_welcome(self) -> None:
        """Somebody who types has read it."""
        if self._welcome and self.query_one(MessageLine).text == self._welcome:
            self.say("")

    @cached_property
    def mornings(self) -> Mornings:
        """Opens and saves mornings; not needed before there is one."""
        from stillnight.journal.morning.entry import Mornings

        return Mornings(self.journal, self.session.drafts)

    def form_part(self) -> FormPart:
        """The half of the form that is to be shown."""
        if self.part is not Moment.MORNING:
            return EVENING
        from stillnight.ui.widgets.morning_drawing import MORNING

        return MORNING

    def sheet_of(self, night: date) -> Sheet:
        """What the form knows of a night."""
        if self.part is Moment.MORNING:
            return self.mornings.sheet(night)
        is_awake = self.moment is Moment.NIGHT and night == self.tonight
        return self.entries.sheet(night, is_awake)

    def unsaved(self, night: date) -> Answers:
        """What was typed into the form of a night and never saved."""
        return (self.mornings if self.part is Moment.MORNING else self.entries).unsaved(night)

    def read_month(self) -> None:
        """Show what the journal holds of the month under the cursor."""
        grid = grid_of(self.cursor)
        self.calendar.marks = self.journal.browse.marks(grid.first, grid.last)

    def read_lately(self) -> None:
        """Show how the last seven nights went."""
        self.calendar.legs_on = self.journal.browse.legs_on(self.tonight)

    def open_night(self, night: date, part: Moment) -> None:
        """Put the cursor and the form on half a night in one step, so that nothing between them is shown."""
        self.set_reactive(HomeBase.cursor, night)
        self.calendar.cursor = night
        self.read_month()
        self.read_lately()
        self.write(night, part)

    def show_night(self) -> None:
        """Show the form where it writes the night under the cursor, else that night's details."""
        pane, is_other = self.night_pane, self.cursor != self.writing
        had_focus = self.focused is not None and pane in self.focused.ancestors
        if is_other:
            page = self.journal.browse.page(self.cursor)
            pane.details.lines = page_lines(page, self.journal.ledgers.factors())
        is_morning = not is_other and self.part is Moment.MORNING
        # in the morning the night that ends is not tonight to anybody
        tonight = None if self.moment is Moment.MORNING else self.tonight
        pane.show(night_words(self.cursor, tonight, is_morning), details=is_other)
        if had_focus and not pane.shown.has_focus:
            pane.shown.focus()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the journal holds now, after a deed."""
        self.form.sheet = self.sheet_of(self.writing)
        self.read_month()
        self.read_lately()
        self.show_night()
        self.think()
        if receipt:
            self._receipt = receipt
            self.show_status()

    def show_status(self) -> None:
        """Say at the top what became of the last save and what came last; at night without a clock time."""
        zone = None if self.moment is Moment.NIGHT else self.journal.desk.clock.zone
        said = []
        if self._receipt:
            # what is not in the file yet is dearest, be it the older of the two
            said.append((not self._receipt.published, self._receipt.at, status_of(self._receipt, zone)))
        if self._merged:
            said.append((False, self._merged.at, self._merged.words(zone)))
        self.query_one(TopLine).status = BETWEEN.join(words for *_, words in sorted(said, key=_newest_last))

    def note_merge(self, merged: Merged) -> None:
        """Something came from elsewhere."""
        self._merged = merged
        self.show_status()

    def note_published(self) -> None:
        """What could not be written is in the file by now."""
        if self._receipt:
            self._receipt = self._receipt._replace(published=True, problem=None)
            self.show_status()

    def write(self, night: date, part: Moment) -> None:
        """Let the form write one half of a night."""
        raise NotImplementedError

    def think(self) -> None:
        """Find anew what is worth checking."""
        raise NotImplementedError

    def notice_time(self) -> None:
        """Follow the clock: another moment, another night."""
        raise NotImplementedError


def _newest_last(said: tuple[bool, datetime, str]) -> tuple[bool, datetime]:
    return said[:2]
