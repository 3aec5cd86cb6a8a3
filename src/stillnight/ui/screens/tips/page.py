"""The page of the tips: what fits now first; beside it the claims that were checked, and facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.session import Session
from stillnight.journal.suggestions.suggest import Library
from stillnight.journal.suggestions.tip_shelf import ShelvedTip, Stand, shelve
from stillnight.journal.trials.of_tips import trials_of_tips
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.home.checking import SNOOZE_DAYS
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.tips.box import TipBox
from stillnight.ui.screens.tips.deeds import rate_relief, read_tip, start_session
from stillnight.ui.screens.tips.item import Filter, Item, Shelf, rows_of
from stillnight.ui.screens.tips.known_items import claim_shelf, fact_shelf
from stillnight.ui.screens.tips.tip_items import tip_shelf
from stillnight.ui.screens.trials.offering import offer_trial
from stillnight.ui.widgets.prose import Prose
from stillnight.ui.widgets.section_line import SectionLine

NO_TIP = "this belongs to no tip · Enter reads it whole, o shows its sources"
"""What is said where a deed needs a tip."""


class TipsPage(Page):
    """Three lists, one in view; what is under the cursor is told beside it."""

    TITLE = "Tips"
    PLACE = Place.TIPS
    BINDINGS: ClassVar = bindings(Place.TIPS)
    DEFAULT_CSS = """
    TipsPage #shown { height: auto; max-height: 2; color: $muted; padding: 0 1; }
    TipsPage SectionLine { margin: 0; padding: 0 1; }
    TipsPage Horizontal { layout: vertical; height: 1fr; }
    TipsPage TipBox { height: auto; max-height: 50%; }
    TipsPage #tip { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    TipsPage.-wide Horizontal { layout: horizontal; }
    TipsPage.-wide TipBox { height: 1fr; max-height: 100%; width: 48; }
    TipsPage.-wide #tip { padding: 0 1; }
    """

    def __init__(self, session: Session) -> None:
        """Read nothing yet."""
        super().__init__(session)
        self._shelves: Sequence[Shelf] = ()
        self._filters: list[Filter] = []
        self._index = 0

    def body(self) -> ComposeResult:
        """The names of the lists, what is shown of the one in view, the list, what is said beside it."""
        yield SectionLine()
        yield Static(id="shown")
        with Horizontal():
            yield TipBox()
            with VerticalScroll(id="tip", can_focus=False):
                yield Prose(())

    def on_mount(self) -> None:
        """What fits now comes first."""
        super().on_mount()
        self._box.focus()
        self.reread()

    @property
    def _box(self) -> TipBox:
        return self.query_one(TipBox)

    @property
    def _shelf(self) -> Shelf:
        return self._shelves[self._index]

    @property
    def _here(self) -> Item | None:
        """What is under the cursor."""
        wanted = self._box.here
        shelf = self._shelf.items if self._shelves else ()
        return next((item for item in shelf if item.id == wanted), None)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show how the tips stand now; the cursor stays on its tip."""
        try:
            library = self._library()
            trials = trials_of_tips(self.session.trials(library).seeds)
            shelved = shelve(self.journal, library, trials, self.session.moment)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        by_id = {one.tip.id: one for one in shelved}
        self._shelves = (tip_shelf(shelved, library), claim_shelf(library, by_id), fact_shelf(library))
        self._filters = self._filters or [Filter() for _ in self._shelves]
        self.query_one(SectionLine).names = [shelf.name for shelf in self._shelves]
        self._show_list()

    def _library(self) -> Library:
        return self.session.knowledge().library

    def _show_list(self, stand_on: str = "") -> None:
        wanted = self._filters[self._index]
        self.query_one("#shown", Static).update(Content(wanted.words(self._shelf)))
        self._box.show(list(rows_of(wanted.leaves(self._shelf))), stand_on)
        self.show_item()

    @on(OptionList.OptionHighlighted)
    def show_item(self) -> None:
        """Tell what is under the cursor."""
        here = self._here
        self.query_one(Prose).show(here.brief if here else ())
        self.query_one("#tip").scroll_home(animate=False)

    # -- lists and filters ------------------------------------------------------------------------------

    def action_turn(self, step: int) -> None:
        """To another list."""
        self._go_to((self._index + step) % len(self._shelves))

    @on(SectionLine.Chosen)
    def go_there(self, event: SectionLine.Chosen) -> None:
        """To the list that was clicked."""
        self._go_to(event.index)

    def _go_to(self, index: int) -> None:
        self._index = index
        self.query_one(SectionLine).index = index
        self._box.highlighted = None
        self._show_list()

    def action_filter(self, facet: int) -> None:
        """Show one kind, grade or occasion alone, then the next, then all."""
        self._filters[self._index] = self._filters[self._index].turned(facet, self._shelf)
        self._show_list()

    def action_show_all(self) -> None:
        """Show everything again."""
        self._filters[self._index] = Filter()
        self._show_list()

    def action_scroll(self, pages: int) -> None:
        """Scroll what is said."""
        card = self.query_one("#tip", VerticalScroll)
        (card.scroll_page_down if pages > 0 else card.scroll_page_up)(animate=False)

    # -- deeds ------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def action_read(self) -> None:
        """Read all of what is under the cursor."""
        here, sources = self._here, self._library().sources
        if here is None:
            return
        if here.shelved is not None and here.id == here.shelved.tip.id:
            read_tip(self, here.shelved, sources)
            return
        from stillnight.ui.screens.tips.reading import ReadingScreen

        named = [sources[name] for name in here.sources if name in sources]
        self.app.push_screen(ReadingScreen(self._shelf.name, here.whole(), named, {}))

    def action_sources(self) -> None:
        """Show every source of what is under the cursor in full."""
        from stillnight.ui.screens.tips.reading import sources_screen

        if self._here is not None:
            known = self._library().sources
            self.app.push_screen(sources_screen([known[one] for one in self._here.sources if one in known]))

    def _tip(self) -> ShelvedTip | None:
        """The tip under the cursor, or the one that a claim is about."""
        if self._here is None or self._here.shelved is None:
            self.say(NO_TIP)
            return None
        return self._here.shelved

    def action_start(self) -> None:
        """Start the guided session of the tip."""
        if one := self._tip():
            start_session(self, one)

    def action_test(self) -> None:
        """Open the starting sheet of a trial of the tip."""
        if one := self._tip():
            offer_trial(self, one.tip.id)

    def action_rate(self, rating: int) -> None:
        """Keep the user's own rating of the tip."""
        if one := self._tip():
            rate_relief(self, one.tip.id, one.tip.title, rating)

    def action_put_off(self) -> None:
        """Suggest the tip in a month and not before; one that was put away, as usual."""
        self._put_away(SNOOZE_DAYS)

    def action_dismiss_tip(self) -> None:
        """Never suggest the tip; one that was put away, as usual."""
        self._put_away(None)

    def _put_away(self, days: int | None) -> None:
        one = self._tip()
        if one is None:
            return
        tonight = self.journal.tonight
        until, said = None if days is None else tonight + timedelta(days=days), "not suggested any more"
        if one.stand is Stand.AWAY:
            # put off until today: it is over
            until, said = tonight, "suggested again as usual"
        elif until is not None:
            said = f"not suggested until {until:%-d %b}"
        self.do(
            lambda: self.journal.ledgers.snooze(one.tip.id, until), f"{said}: {one.tip.title} · U undoes it"
        )
