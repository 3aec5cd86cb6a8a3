"""Home as a page: its layout at every size, its panes, the keys that are the same everywhere."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize
from textual.message import Message
from textual.widget import Widget

from stillnight.domain.clock_rule import span_words
from stillnight.domain.moment import Moment
from stillnight.journal.form.entry import Entries
from stillnight.journal.session import Session
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place, named
from stillnight.ui.pictures.layout import NORMAL, TALL, WIDE
from stillnight.ui.screens.home.base import HomeBase
from stillnight.ui.screens.home.browsing import Browsing
from stillnight.ui.screens.home.covered import Covered
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.month_calendar import MonthCalendar
from stillnight.ui.widgets.night_details import NightDetails
from stillnight.ui.widgets.night_form import NightForm
from stillnight.ui.widgets.night_pane import NightPane
from stillnight.ui.widgets.summary_line import SummaryLine
from stillnight.ui.widgets.to_check import ToCheck
from stillnight.ui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from stillnight.ui.screens.home.beginning import Beginning
    from stillnight.ui.screens.home.merging import Merging

FIRST_NIGHTS = 3
"""With fewer nights on record there is something left to be offered."""

PANES = ("night", "calendar", "check")
"""The panes in the order of Tab."""


class HomeScreen(Covered, Browsing):
    """The one page of the journal."""

    DEFAULT_CSS = """
    HomeScreen { background: $background; color: $ink; }
    HomeScreen #panes { height: 1fr; }
    HomeScreen #panes > * { height: 100%; }
    HomeScreen NightPane { margin: 0 1; width: 5fr; }
    HomeScreen ToCheck { width: 4fr; }
    HomeScreen.-narrow MonthCalendar { width: 1fr; }
    HomeScreen SummaryLine { display: none; }
    HomeScreen.-normal SummaryLine, HomeScreen.-narrow SummaryLine { display: block; }
    HomeScreen.-narrow.-in-check SummaryLine, HomeScreen.-normal.-in-check SummaryLine { display: none; }
    HomeScreen.-normal NightPane { margin: 0 0 0 1; }
    HomeScreen.-normal ToCheck { display: none; margin: 0 0 0 1; }
    HomeScreen.-normal.-in-check #panes > ToCheck { display: block; }
    HomeScreen.-normal.-in-check NightPane { display: none; }
    HomeScreen.-narrow NightPane { margin: 0; }
    HomeScreen.-narrow #panes > * { display: none; }
    HomeScreen.-narrow.-in-calendar #panes > MonthCalendar { display: block; }
    HomeScreen.-narrow.-in-night #panes > NightPane { display: block; }
    HomeScreen.-narrow.-in-check #panes > ToCheck { display: block; }
    """
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (NORMAL, "-normal"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar = bindings(Place.HOME, Place.EVERYWHERE)
    AUTO_FOCUS = "NightForm"

    _beginning: Beginning | None = None

    class Ready(Message):
        """The form has the focus: keys find it."""

    @dataclass
    class MomentChanged(Message):
        """It is evening, night or morning now."""

        moment: Moment

    def compose(self) -> ComposeResult:
        """The night at the top, three panes, the answers and the keys at the bottom."""
        yield TopLine().data_bind(night=HomeBase.tonight)
        with Horizontal(id="panes"):
            yield MonthCalendar().data_bind(HomeBase.cursor, HomeBase.tonight)
            yield NightPane(classes="-form")
            yield ToCheck()
        yield SummaryLine()
        yield MessageLine()
        yield FootLine()

    def on_mount(self) -> None:
        """Show tonight; what can wait waits until that is on the screen."""
        self.calendar.week_start = self.session.preferences.week_start
        self.moment = self.session.moment or self.journal.browse.moment()
        self.tonight = self.journal.tonight
        self.open_night(*self.home())
        self.form.focus()
        self.call_after_refresh(self._settle)

    def on_resize(self, event: Resize) -> None:
        """Where there is height, the rows get air."""
        is_tall = event.size.height >= TALL
        self.calendar.is_airy = self.form.is_airy = is_tall

    def _settle(self) -> None:
        """What is done once the first frame is there."""
        self.post_message(self.Ready())
        # what start-up built stays: the collector, asleep until now, need not look through it again
        gc.freeze()
        gc.enable()
        if self.opening_words:
            self.say(self.opening_words, is_trouble=True)
        self.think()
        self.look_around()
        self.remember()

    def move_in(self, session: Session) -> None:
        """Go on with another journal, or with the same one at another place; what is typed went along."""
        self.session, self.journal = session, session.journal
        self.entries = Entries(session.journal, session.drafts)
        self.__dict__.pop("mornings", None)
        self._library = None
        self.is_covered = False
        self.reopen_form()
        self.say("")
        self.reread()

    def begin(self) -> None:
        """With the first nights, offer what is done at the beginning."""
        if len(self.journal.browse.dates()) < FIRST_NIGHTS:
            from stillnight.ui.screens.home.beginning import Beginning

            self._beginning = Beginning(self)
            self._beginning.welcome()

    def save_evening(self) -> None:
        """Save the evening in the form; the first ones lead to what is done at the beginning."""
        before = self._receipt
        super().save_evening()
        if self._beginning and self._receipt is not before:
            self._beginning.offer()

    def remember(self) -> None:
        """Keep what is seen for the first frame of the next time."""
        from stillnight.journal.sight import memory_of

        self.session.remember(memory_of(self.journal))

    @cached_property
    def merging(self) -> Merging:
        """Takes in what comes from elsewhere; not needed before something does."""
        from stillnight.ui.screens.home.merging import Merging

        return Merging(self)

    def watch_moment(self, before: Moment, moment: Moment) -> None:
        """The night wears another theme, and a digit means another thing."""
        if "merging" in self.__dict__:
            self.merging.catch_up()
        if before is not moment and self.writing == self.tonight:
            self.form.sheet = self.sheet_of(self.writing)
        self.show_status()
        self.show_plan()
        self.post_message(self.MomentChanged(moment))

    def home(self) -> tuple[date, Moment]:
        """What Home opens with: in the morning the night that is over, else tonight's evening."""
        if self.moment is Moment.MORNING and self._knows_mornings:
            return self.night_over(), Moment.MORNING
        return self.tonight, Moment.EVENING

    @cached_property
    def _knows_mornings(self) -> bool:
        """Is there anything to confirm at all? Who begins in the morning begins with the urge."""
        return self.session.moment is Moment.MORNING or bool(self.journal.browse.dates())

    def notice_time(self) -> None:
        """A key was pressed: is it another moment or another night by now?"""
        before, tonight = self.home(), self.tonight
        self.moment = self.session.moment or self.journal.browse.moment()
        self.tonight = self.journal.tonight
        if self.home() == before and self.tonight == tonight:
            return
        is_free = (self.writing, self.part) == before and not self.is_typing
        if self.tonight != tonight:
            self._begin_night(is_free)
        elif self.cursor == self.writing:
            self._begin_morning(is_free)

    def _begin_night(self, is_free: bool) -> None:
        """Another night begins; what is typed for the one before stays in the form."""
        if is_free:
            self.open_night(*self.home())
            self.remind()
            return
        self.say(f"a new night has begun · the form still holds the night of {span_words(self.writing)}")
        self.show_night()

    def _begin_morning(self, is_free: bool) -> None:
        """The night is over; its morning is opened, unless something is typed and not saved."""
        if is_free:
            self.open_night(*self.home())
        else:
            self.say("good morning · W opens the morning of this night")

    # -- panes --------------------------------------------------------------------------------------

    @on(DescendantFocus)
    def follow_focus(self, event: DescendantFocus) -> None:
        """The pane with the focus is the one whose keys the footer shows."""
        places = {
            NightForm: ("night", self.form.place),
            NightDetails: ("night", Place.NIGHT),
            MonthCalendar: ("calendar", Place.CALENDAR),
            ToCheck: ("check", Place.CHECK),
        }
        pane, place = places.get(type(event.widget), (self.pane, Place.FORM))
        self.pane = pane
        self.query_one(FootLine).place = place

    def watch_pane(self, before: str, pane: str) -> None:
        """Where there is room for one pane only, that one is shown."""
        self.remove_class(f"-in-{before}")
        self.add_class(f"-in-{pane}")

    def _enter(self, pane: str) -> None:
        """Show a pane and give it the focus."""
        self.pane = pane
        widgets: dict[str, Widget] = {
            "night": self.night_pane.shown,
            "calendar": self.calendar,
            "check": self.query_one(ToCheck),
        }
        # at once: the next key is meant for it, and may be there before it is drawn
        self.set_focus(widgets[pane])

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._enter(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self._enter(PANES[(PANES.index(self.pane) - 1) % len(PANES)])

    def action_to_check(self) -> None:
        """Go to what is worth checking."""
        self._enter("check")

    def action_leave(self) -> None:
        """Back to tonight's form, in the morning to the night that is over; what is typed stays.

        At night and there already: into the dark.

        While a search is on, back to it.
        """
        if self.trail:
            self.call_later(self.run_action, "app.open_page('find')")
            return
        is_home = (self.writing, self.part) == self.home() and self.pane == "night"
        if self.moment is Moment.NIGHT and is_home and self.cursor == self.writing:
            self.post_message(self.DarkWanted())
            return
        self.open_night(*self.home())
        self._enter("night")

    # -- commands of the list -----------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The pane that has the focus."""
        return self.query_one(FootLine).place

    def owners(self) -> Mapping[Place, Widget]:
        """The panes do their own commands."""
        return {
            Place.FORM: self.form,
            Place.MORNING: self.form,
            Place.PICKER: self.form,
            Place.CALENDAR: self.calendar,
            Place.NIGHT: self.night_pane.details,
            Place.CHECK: self.query_one(ToCheck),
        }

    async def action_run_command(self, id: str) -> None:
        """Do what a command of the list does; one of the other half of the form opens that half first."""
        self.turn_to(named(id).place)
        await super().action_run_command(id)
