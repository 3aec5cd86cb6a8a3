"""Find: a line to type into, and the nights that answer it."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from stillnight.domain.errors import BadInput
from stillnight.domain.ports import Receipt
from stillnight.journal.finding.folio import Folio, read_slices
from stillnight.journal.finding.grammar import Query, parse
from stillnight.journal.finding.search import reasons, search
from stillnight.journal.finding.vocabulary import Vocabulary, vocabulary_of
from stillnight.journal.session import Session
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.pictures.found import EXAMPLES, HINT, found_lines
from stillnight.ui.screens.comparing import ComparingPage
from stillnight.ui.trail import Trail
from stillnight.ui.widgets.list_box import ListBox
from stillnight.ui.widgets.prose import Prose, ProseLine

SHOWN = 200
"""So many nights are listed; Home steps through all that were found."""


MARGIN = 5
"""The columns at the sides of a night in the list, its scrollbar included."""


class FindPage(ComparingPage):
    """Finds while one types; it is kept, so that what was typed is there when one comes back."""

    TITLE = "Find"
    PLACE = Place.FIND
    IS_KEPT = True
    DEFAULT_CSS = """
    FindPage Input { border: none; height: 1; padding: 0; background: $panel; color: $ink; }
    FindPage Input:focus { border: none; }
    FindPage Input > .input--placeholder { color: $muted; }
    FindPage #said { height: auto; max-height: 3; color: $muted; }
    FindPage #said.-trouble { color: $warning; }
    FindPage ListBox { height: 1fr; display: none; }
    FindPage.-found ListBox { display: block; }
    FindPage.-asked #help { display: none; }
    FindPage #help { scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar = [
        *bindings(Place.FIND),
        # the line would take it for copying
        Binding("ctrl+c", "close", "Back", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        """Read nothing yet."""
        super().__init__(session)
        self._folios: list[Folio] = []
        self._found: list[Folio] = []
        self._vocabulary: Vocabulary | None = None
        self._is_read = self._is_due = self._is_awaited = False

    def body(self) -> ComposeResult:
        """The line, how it was understood, what was found or what can be asked."""
        yield Input(placeholder=HINT)
        yield Static(id="said")
        yield ListBox(id="found")
        with VerticalScroll(id="help", can_focus=False):
            yield Prose([ProseLine(words, example, hang=15, style="$muted") for example, words in EXAMPLES])

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self.enter()

    def on_resize(self) -> None:
        """The nights are drawn anew for the room that there is now."""
        if self._found:
            self._search()

    def enter(self) -> None:
        """Somebody comes to search: what was typed can be typed over; the journal may be another."""
        for line in self.query(Input):
            line.focus()
            line.action_select_all()
            self.reread()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Search what the journal holds now."""
        self._is_read = False
        self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        """Read every night once, in slices: keys that are typed meanwhile are taken between them."""
        folios: list[Folio] = []
        for some in read_slices(self.journal):
            folios += some
            await asyncio.sleep(0)
        self._folios, self._vocabulary = folios, vocabulary_of(self.journal)
        self._is_read = True
        self._search()
        if self._is_awaited:
            self.action_results()

    @on(Input.Changed)
    def ask(self) -> None:
        """Search once for all keys that have come by then."""
        if not self._is_due:
            self._is_due = True
            self.call_after_refresh(self._search)

    def _search(self) -> None:
        self._is_due = False
        if self._vocabulary is None or not self._is_read:
            return
        typed = self.query_one(Input).value
        try:
            query = parse(typed, self._vocabulary)
        except BadInput as error:
            self._tell(str(error), is_trouble=True)
            return
        self.set_class(bool(query.conditions), "-asked")
        self._show(query, search(query, self._folios) if query.conditions else [])

    def _show(self, query: Query, found: list[Folio]) -> None:
        stood_on = self._here
        self._found = found
        self.set_class(bool(found), "-found")
        box = self.query_one(ListBox)
        options = [self._option(query, folio) for folio in found[:SHOWN]]
        if len(found) > SHOWN:
            options.append(
                Option(f"and {len(found) - SHOWN} more; a date finds fewer: 2026-10", disabled=True)
            )
        box.set_options(options)
        places = {folio.date: at for at, folio in enumerate(found[:SHOWN])}
        box.highlighted = places.get(stood_on.date, 0) if found and stood_on else 0 if found else None
        self._tell(self._words(query, len(found)))

    def _option(self, query: Query, folio: Folio) -> Option:
        width = self.size.width - MARGIN
        lines = found_lines(folio, reasons(query, folio), folio.date == self.marked, width)
        return Option(Content("\n").join(Content.assemble(*line) for line in lines))

    def _words(self, query: Query, number: int) -> str:
        if not self._folios:
            return "nothing is logged yet: what you log can be found here"
        if not query.conditions:
            return "type what you remember of a night"
        if not number:
            return f"no night: {query.said} · fewer words find more"
        listed = f", the newest {SHOWN} are listed" if number > SHOWN else ""
        return f"{number} night{'s' * (number > 1)}{listed}: {query.said}"

    def _tell(self, text: str, is_trouble: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(Content(text))
        said.set_class(is_trouble, "-trouble")

    @property
    def _here(self) -> Folio | None:
        """The night under the list's cursor."""
        at = self.query_one(ListBox).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    @on(Input.Submitted)
    def action_results(self) -> None:
        """From the line into what was found; before the nights are read it waits for them."""
        self._is_awaited = not self._is_read
        if self._is_due:
            self._search()
        if self._found and self._is_read:
            self.query_one(ListBox).focus()

    def action_step(self, step: int) -> None:
        """To the next or the previous night that was found."""
        box = self.query_one(ListBox)
        box.focus()
        (box.action_cursor_down if step > 0 else box.action_cursor_up)()

    @on(OptionList.OptionSelected)
    def action_open_found(self) -> None:
        """Let Home show the night, and step through the others."""
        here = self._here
        if here is not None:
            nights: list[date] = [folio.date for folio in reversed(self._found)]
            self.dismiss(Trail(self.query_one(Input).value.strip(), nights, here.date))

    def action_compare(self) -> None:
        """Mark the night, or show it beside the marked one."""
        here = self._here
        if here is not None:
            self.compare(here.date)

    def watch_marked(self) -> None:
        """Show which night is marked."""
        self._search()

    def action_close(self) -> None:
        """The search is over."""
        self.dismiss(Trail())
