"""Two nights side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from stillnight.domain.clock_rule import span_words
from stillnight.domain.month import next_in, previous_in
from stillnight.domain.ports import Receipt
from stillnight.journal.compare import compare
from stillnight.journal.session import Session
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.compared import Compared

Pair = tuple[date, date]
"""The night at the left and the night at the right."""


class ComparePage(Page):
    """Two nights, fact by fact; what differs has a sign."""

    TITLE = "Two nights"
    PLACE = Place.COMPARE
    BINDINGS: ClassVar = bindings(Place.COMPARE)

    def __init__(self, session: Session, pair: Pair | None = None) -> None:
        """Prepare the page.

        Args:
            session: The journal and everything else that was wired for this run.
            pair: The nights; without any the two newest entries.
        """
        super().__init__(session)
        self._left, self._right = pair or _newest(self.journal.browse.dates(), self.journal.tonight)
        self._is_short = False

    @classmethod
    def over(cls, screen: DeedScreen[Any], pair: Pair) -> ComparePage:
        """The page with two nights that were chosen on another screen, with its keys."""
        page = cls(screen.session, pair)
        page.wear_keys(screen.keymap)
        return page

    def body(self) -> ComposeResult:
        """Both nights, scrolling where they are long."""
        with VerticalScroll(can_focus=False):
            yield Compared()

    def on_mount(self) -> None:
        """Show them."""
        super().on_mount()
        self.reread()

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the journal holds of them now."""
        pages = [self.journal.browse.page(night) for night in (self._left, self._right)]
        rows = compare(pages[0], pages[1], self.journal.ledgers.factors())
        compared = self.query_one(Compared)
        compared.names = (_name(self._left), _name(self._right))
        compared.rows = [row for row in rows if row.is_different or not self._is_short]
        compared.empty = "nothing differs" if rows else "nothing is logged of either"

    def action_entry(self, which: str) -> None:
        """Put the next or the previous entry at the right."""
        dates = self.journal.browse.dates()
        found = (next_in if which == "next" else previous_in)(dates, self._right)
        if found is None:
            self.say(f"there is no {which} entry")
        else:
            self._right = found
            self.reread()

    def action_swap(self) -> None:
        """Let the nights change sides."""
        self._left, self._right = self._right, self._left
        self.reread()

    def action_differences(self) -> None:
        """Show only what differs, or everything."""
        self._is_short = not self._is_short
        self.say("only what differs · d shows everything" if self._is_short else "everything")
        self.reread()

    def action_scroll(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_open_night(self) -> None:
        """Let Home show the night at the right."""
        self.dismiss(self._right)


def _newest(dates: Sequence[date], tonight: date) -> Pair:
    """The two newest entries; where there are not so many, tonight."""
    last = dates[-1] if dates else tonight
    return (dates[-2] if len(dates) > 1 else last), (last if len(dates) > 1 else tonight)


def _name(night: date) -> str:
    return f"{span_words(night)} {night.year}"
