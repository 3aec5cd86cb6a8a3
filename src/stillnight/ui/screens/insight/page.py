"""The page of what the user's own nights say: the factors, and beside them what is known of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.live.counting import Counting, IsWanted
from stillnight.ui.screens.insight.entry import Entries, Entry, NightRow
from stillnight.ui.screens.insight.reading import entries_of, nights_of, trial_need
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose

WORKING = "Counting your nights"
"""What is said until the nights have been looked at."""

MANY = 25
"""So many nights are looked at between two words of how far it is."""

LABEL_COLUMNS = 14
"""The columns of a factor's name in the list."""


class InsightPage(Page):
    """Every factor with its tier; what the nights say about the one under the cursor."""

    TITLE = "Insight"
    PLACE = Place.INSIGHT
    CARD = "#card"
    BINDINGS: ClassVar = bindings(Place.INSIGHT)
    DEFAULT_CSS = """
    InsightPage #said, InsightPage #why { height: auto; max-height: 2; color: $muted; padding: 0 1; }
    InsightPage.-narrow #why { display: none; }
    InsightPage Horizontal { layout: vertical; height: 1fr; }
    InsightPage #factors { max-height: 40%; scrollbar-gutter: stable; }
    InsightPage #beside { height: 1fr; padding: 1 0 0 0; }
    InsightPage #card { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    InsightPage #nights { height: 1fr; display: none; scrollbar-gutter: stable; }
    InsightPage.-nights #nights { display: block; }
    InsightPage.-nights #card { display: none; }
    InsightPage.-wide Horizontal { layout: horizontal; }
    InsightPage.-wide #factors { max-height: 100%; width: 44; }
    InsightPage.-wide #beside { width: 1fr; padding: 0; }
    """

    _rows: Sequence[Entry] = ()
    _number = 0

    @dataclass
    class Counted(Message):
        """The nights have been looked at; a count before the newest is old."""

        number: int
        entries: Entries

    def body(self) -> ComposeResult:
        """The factors; beside them a card, or the nights behind it."""
        yield Static(WORKING, id="said")
        yield Static(id="why")
        with Horizontal():
            yield ListBox(id="factors")
            with Vertical(id="beside"):
                with VerticalScroll(id="card", can_focus=False):
                    yield Prose(())
                yield ListBox(id="nights")

    def on_mount(self) -> None:
        """Look at the nights."""
        super().on_mount()
        self._factors.focus()
        self.reread()

    @property
    def _factors(self) -> ListBox:
        return self.query_one("#factors", ListBox)

    @property
    def _nights(self) -> ListBox:
        return self.query_one("#nights", ListBox)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Look at the nights anew, on a thread: a year of them takes longer than a frame."""
        self._number += 1
        self._counting.ask()

    @cached_property
    def _counting(self) -> Counting[Counted]:
        return Counting(self._worked_out, self._tell, self._tell_trouble, self.session.pace)

    def on_unmount(self) -> None:
        """Nobody sees an answer any more; Home, which comes now, waits for nothing."""
        self._counting.end(patience=0)

    # -- in the thread --------------------------------------------------------------------------------

    def _worked_out(self, is_wanted: IsWanted) -> Counted:
        number, triggers = self._number, self.session.triggers()

        def told(done: int, of: int) -> bool:
            if of > MANY and done % MANY == 0:
                self._tell(self.Counted(number, Entries(f"{WORKING}: {done} of {of}")))
            return done == of or is_wanted()

        try:
            account, library = triggers.account(told=told), self.session.knowledge().library
            need = trial_need(self.session.trials(library))
            return self.Counted(number, entries_of(account, nights_of(triggers), need, library))
        except StillnightError as error:
            return self.Counted(number, Entries(str(error)))

    def _tell(self, counted: Counted) -> None:
        self.post_message(counted)

    def _tell_trouble(self, words: str) -> None:
        self._tell(self.Counted(self._number, Entries(words)))

    # -------------------------------------------------------------------------------------------------

    def on_insight_page_counted(self, event: Counted) -> None:
        """Show it, unless somebody has asked anew since."""
        if event.number == self._number:
            self.show(event.entries)

    def show(self, entries: Entries) -> None:
        """Show what was found; the cursor stays on its factor."""
        here = self._here
        self._rows = entries.rows
        self.query_one("#said", Static).update(Content(entries.said))
        self.query_one("#why", Static).update(Content(entries.why))
        self._factors.set_options([Option(_drawn(one)) for one in entries.rows])
        places = {one.factor: at for at, one in enumerate(entries.rows)}
        self._factors.highlighted = places.get(here.factor if here else "", 0) if entries.rows else None
        self.show_card()

    @property
    def _here(self) -> Entry | None:
        """The factor under the cursor."""
        at = self._factors.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    @on(OptionList.OptionHighlighted, "#factors")
    def show_card(self) -> None:
        """Show what the nights say about the factor under the cursor."""
        here = self._here
        self.query_one(Prose).show(here.brief if here else ())
        self.query_one("#card").scroll_home(animate=False)
        nights: Sequence[NightRow] = here.nights if here else ()
        self._nights.set_options([Option(one.line) for one in nights])
        if not nights and self._nights.has_focus:
            self.action_nights()

    def action_nights(self) -> None:
        """From the factors to the nights behind one, and back."""
        if self.has_class("-nights"):
            self.remove_class("-nights")
            self._factors.focus()
        elif self._here and self._here.nights:
            self.add_class("-nights")
            self._nights.focus()
            self._nights.highlighted = 0
        else:
            self.say("there are no nights to show for it")

    def action_close(self) -> None:
        """From the nights back to the factors, from there back to Home."""
        if self.has_class("-nights"):
            self.action_nights()
        else:
            super().action_close()

    @on(OptionList.OptionSelected, "#nights")
    def go_to_night(self, event: OptionList.OptionSelected) -> None:
        """Let Home show the night."""
        if self._here:
            self.dismiss(self._here.nights[event.option_index].night)

    @on(OptionList.OptionSelected, "#factors")
    def read_card(self) -> None:
        """Show the whole card to be read."""
        if self._here:
            from stillnight.ui.screens.reader import ReaderScreen

            self.app.push_screen(ReaderScreen(self._here.label, self._here.full))

    def action_open(self) -> None:
        """Do what Enter does in the list that has the focus."""
        (self._nights if self._nights.has_focus else self._factors).action_select()

    def action_test(self) -> None:
        """Open the starting sheet of a trial of the factor under the cursor."""
        if self._here:
            from stillnight.ui.screens.trials.offering import offer_trial

            offer_trial(self, self._here.factor)


def _drawn(entry: Entry) -> Content:
    """A factor in one row; the glyph and the words say the same."""
    return Content.assemble(
        (f"{entry.look.glyph} ", ""), (f"{entry.label:<{LABEL_COLUMNS - 1}} ", ""), (entry.status, "")
    )
