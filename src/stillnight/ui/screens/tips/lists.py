"""The lists of the tips page: three of them, one in view, what is shown of it, what is said beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.session import Session
from stillnight.journal.suggestions.suggest import Library
from stillnight.journal.suggestions.tip_shelf import shelve
from stillnight.journal.trials.of_tips import trials_of_tips
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.tips.box import TipBox
from stillnight.ui.screens.tips.item import Filter, Item, Shelf, rows_of
from stillnight.ui.screens.tips.known_items import claim_shelf, fact_shelf
from stillnight.ui.screens.tips.tip_items import in_order, tip_shelf
from stillnight.ui.widgets.prose import Prose
from stillnight.ui.widgets.section_line import SectionLine

HINT = "words: calves, magnesium, pregnancy"
"""What stands in the line before anything is typed."""

NOTHING_READ = Shelf("Tips", (), (), "tips")
"""What is shown while no list could be read."""


class TipLists(Page):
    """Goes from list to list, filters them by key and by typed words."""

    DEFAULT_CSS = """
    TipLists #shown { height: auto; max-height: 2; color: $muted; padding: 0 1; }
    TipLists Input { display: none; border: none; height: 1; padding: 0 1; background: $panel; color: $ink; }
    TipLists Input:focus { border: none; }
    TipLists.-typing Input { display: block; }
    TipLists SectionLine { margin: 0; padding: 0 1; }
    TipLists Horizontal { layout: vertical; height: 1fr; }
    TipLists TipBox { height: auto; max-height: 50%; }
    TipLists #tip { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    TipLists.-wide Horizontal { layout: horizontal; }
    TipLists.-wide TipBox { height: 1fr; max-height: 100%; width: 48; }
    TipLists.-wide #tip { padding: 0 1; }
    """
    PLACE = Place.TIPS
    CARD = "#tip"
    BINDINGS: ClassVar = [
        *bindings(Place.TIPS),
        # the line would take it for copying
        Binding("ctrl+c", "close", "Back", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        """Read nothing yet."""
        super().__init__(session)
        self._shelves: Sequence[Shelf] = (NOTHING_READ,)
        self._filters = [Filter()] * 3
        self._index = 0
        self._listed: Sequence[str] = ()

    def body(self) -> ComposeResult:
        """The names of the lists, what is shown of the one in view, the list, what is said beside it."""
        yield SectionLine()
        yield Input(placeholder=HINT)
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
        return next((item for item in self._shelf.items if item.id == wanted), None)

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
        self._listed = self._listed or list(by_id)
        tips = tip_shelf(in_order(shelved, self._listed), library)
        self._shelves = (tips, claim_shelf(library, by_id), fact_shelf(library))
        self.query_one(SectionLine).names = [shelf.name for shelf in self._shelves]
        self._show_list()

    def _library(self) -> Library:
        return self.session.knowledge().library

    @property
    def _filter(self) -> Filter:
        """What is shown of the list in view."""
        return self._filters[self._index]

    def _show_list(self) -> None:
        left = self._filter.leaves(self._shelf)
        self.query_one("#shown", Static).update(Content(self._filter.words(self._shelf)))
        self._box.show(list(rows_of(left)))
        self.show_item()

    def _show(self, wanted: Filter) -> None:
        """Show this much of the list; the cursor goes to the first row unless its own is left."""
        self._filters[self._index] = wanted
        if self._box.here not in {item.id for item in wanted.leaves(self._shelf)}:
            self._box.highlighted = None
        self._show_list()

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
        # a filter stays with its list; what is looked for is looked for in the other one, too
        typed = self._filter.typed
        self._filters[self._index] = self._filter._replace(typed="")
        self._index = index
        self._filters[index] = self._filter._replace(typed=typed)
        self.query_one(SectionLine).index = index
        self._box.highlighted = None
        self.say("")
        self._end_typing()
        self._show_list()

    def action_filter(self, facet: int) -> None:
        """Show one kind, grade or occasion alone, then the next, then all."""
        shelf = self._shelf
        if facet >= len(shelf.filters):
            self.say(f"{shelf.noun} have no such filter: {shelf.keys}")
            return
        self._show(self._filter.turned(facet, shelf))

    def action_show_all(self) -> None:
        """Show everything again."""
        self._filters[self._index] = Filter()
        self._end_typing()
        self._show_list()

    def action_find(self) -> None:
        """Type words to be looked for."""
        line = self.query_one(Input)
        self.add_class("-typing")
        line.value = self._filter.typed
        line.focus()
        line.action_select_all()

    @on(Input.Changed)
    def look_for(self, event: Input.Changed) -> None:
        """Show what has the words that were typed so far."""
        if self.has_class("-typing"):
            self._show(self._filter._replace(typed=event.value))

    @on(Input.Submitted)
    def action_to_list(self) -> None:
        """From the line into the list."""
        self._box.focus()

    def _end_typing(self) -> None:
        self.set_class(bool(self._filter.typed), "-typing")
        self._box.focus()

    def action_close(self) -> None:
        """From what was found back to the whole list, from there back to Home."""
        if self.has_class("-typing"):
            self.action_show_all()
        else:
            super().action_close()
