"""A page that lies over Home: its title, what it shows, the line that answers, its keys."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from stillnight.domain.ports import Receipt
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.pictures.layout import NORMAL, WIDE
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.trail import Trail
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.message_line import MessageLine

Left = date | Trail | None
"""With what a page leaves: a night for Home to show, what a search found, or nothing."""


class Page(DeedScreen[Left]):
    """What all pages share.

    A page names its ``PLACE`` in the list of commands, its ``TITLE``, composes its ``body`` and binds
    ``bindings(PLACE, Place.PAGE, Place.EVERYWHERE)``.
    """

    DEFAULT_CSS = """
    Page { background: $background; color: $ink; }
    Page #title { height: 1; color: $ink; background: $background; padding: 0 1; }
    Page #body { height: 1fr; padding: 0 1; }
    """
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] = [(0, "-narrow"), (NORMAL, "-normal"), (WIDE, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar = bindings(Place.PAGE, Place.EVERYWHERE)
    PLACE: ClassVar[Place]
    IS_KEPT: ClassVar[bool] = False
    """Is it the same page with what was typed in it whenever it is opened?"""
    IS_STILL: ClassVar[bool] = False
    """Would showing what comes from elsewhere cost what is typed? Then it waits until the page is left."""
    CARD: ClassVar[str] = ""
    """What Space and ``b`` scroll, where the page has a card beside its list."""

    _is_behind = False

    @property
    def place(self) -> Place:
        """The page's own place."""
        return self.PLACE

    def compose(self) -> ComposeResult:
        """The title, the page's own body, the answer, the keys."""
        name = self.TITLE or ""
        yield Static(Content.assemble(("stillnight  ", "$muted"), (name, "$accent bold")), id="title")
        with Vertical(id="body"):
            yield from self.body()
        yield MessageLine()
        yield FootLine()

    def body(self) -> ComposeResult:
        """What the page shows."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """The footer shows this page's keys."""
        self.query_one(FootLine).place = self.PLACE

    def enter(self) -> None:
        """Somebody opened the page; one that is kept may have been opened before."""

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what the journal holds now; a page that shows none of it has nothing to do."""

    def hear(self) -> None:
        """Something came from elsewhere: show it, now or once nothing lies over the page any more."""
        self._is_behind = not self.is_current
        if self.is_current and not self.IS_STILL:
            self.reread()

    def on_screen_resume(self) -> None:
        """What lay over the page is gone."""
        if self._is_behind and not self.IS_STILL:
            self.reread()
        self._is_behind = False

    def action_scroll(self, pages: int) -> None:
        """Scroll what is said beside the list."""
        card = self.query_one(self.CARD, VerticalScroll)
        (card.scroll_page_down if pages > 0 else card.scroll_page_up)(animate=False)

    def action_close(self) -> None:
        """Back to Home."""
        self.dismiss(None)
