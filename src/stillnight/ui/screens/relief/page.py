"""Something to do against it now: the best choice under the cursor, so that Enter starts it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key
from textual.widgets import Static

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.journal.reliefs.reliefs import Choice, Reliefs
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.pictures.layout import NORMAL
from stillnight.ui.screens.coach.log import Ended
from stillnight.ui.screens.coach.opening import NOTHING_OFFERED, open_coach, reliefs_of
from stillnight.ui.screens.coach.ratings import rating_of
from stillnight.ui.screens.page import Page
from stillnight.ui.screens.relief.rows import (
    Offered,
    relief_card,
    relief_rows,
    shut_lines,
    shut_words,
    urge_line,
)
from stillnight.ui.widgets.ledger_boxes import LedgerBox
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.prose import Prose

MOST_AT_NIGHT = 6
"""So many are listed in the dark; ``a`` lists the others."""


class ReliefPage(Page):
    """What fits now, first what the user rated well; beside it what is known of the one under the cursor."""

    TITLE = "Relief"
    PLACE = Place.RELIEF
    CARD = "#card"
    BINDINGS: ClassVar = bindings(Place.RELIEF)
    DEFAULT_CSS = """
    ReliefPage #urge { height: 1; margin: 0 0 1 0; }
    ReliefPage Horizontal { layout: vertical; height: 1fr; }
    ReliefPage LedgerBox { height: auto; max-height: 55%; }
    ReliefPage #card { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
    ReliefPage.-wide Horizontal { layout: horizontal; }
    ReliefPage.-wide LedgerBox { height: 1fr; max-height: 100%; width: 60; }
    ReliefPage.-wide #card { padding: 0 1; }
    ReliefPage.-at-night LedgerBox { max-height: 100%; }
    ReliefPage.-at-night #card, ReliefPage.-at-night FootLine { display: none; }
    """

    _before: int | None = None
    _shows_all = False
    _offered: Sequence[Offered] = ()
    _taken_away: Sequence[Choice] = ()

    def body(self) -> ComposeResult:
        """The urge, the list, the card."""
        yield Static(id="urge")
        with Horizontal():
            yield LedgerBox()
            with VerticalScroll(id="card", can_focus=False):
                yield Prose(())

    def on_mount(self) -> None:
        """The first choice is under the cursor."""
        super().on_mount()
        self._turned: dict[str, int] = {}
        self.query_one(LedgerBox).focus()
        self._show_urge()
        self.reread()
        self._tell()

    def _tell(self) -> None:
        """Say what is missing, unless something went wrong."""
        if not self.query_one(MessageLine).is_trouble:
            self.say(shut_words(self._taken_away) if self._offered else NOTHING_OFFERED)

    @property
    def moment(self) -> Moment:
        """Evening, night or morning."""
        return self.session.moment or self.journal.browse.moment()

    @property
    def is_night(self) -> bool:
        """Is it night, so that there is little to read?"""
        return self.moment is Moment.NIGHT

    @cached_property
    def reliefs(self) -> Reliefs:
        """The reliefs of the journal.

        Raises:
            StillnightError: If a file that came with the program cannot be read.
        """
        return reliefs_of(self.session)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Show what can be done now; the cursor stays where it is."""
        try:
            chosen, shut = self._choices(), self._shut()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        self._offered = [Offered(one, self._turned.get(one.tip.id, 0)) for one in chosen]
        self._taken_away = shut
        self.set_class(self._is_quiet, "-at-night")
        self._show_rows()

    def _show_rows(self) -> None:
        self.query_one(LedgerBox).show(list(relief_rows(self._offered, self._is_brief)))
        self.show_card()

    @property
    def _is_quiet(self) -> bool:
        """Is it night, and nobody asked for everything?"""
        return self.is_night and not self._shows_all

    @property
    def _is_brief(self) -> bool:
        return self._is_quiet or self.size.width < NORMAL

    def on_resize(self) -> None:
        """Where there is room the rows say more."""
        if self._offered:
            self._show_rows()

    def _choices(self) -> Sequence[Choice]:
        if not self._shows_all:
            return self.reliefs.choices(self.moment)[: MOST_AT_NIGHT if self.is_night else None]
        others = [
            one for moment in Moment if moment is not self.moment for one in self.reliefs.choices(moment)
        ]
        every = [*self.reliefs.choices(self.moment), *others]
        return list({one.tip.id: one for one in every}.values())

    def _shut(self) -> Sequence[Choice]:
        """What is not for the user now; by night only who asks for everything reads why."""
        if self._is_quiet:
            return ()
        moments = Moment if self._shows_all else (self.moment,)
        every = [one for moment in moments for one in self.reliefs.shut_choices(moment)]
        return list({one.tip.id: one for one in every}.values())

    @property
    def _here(self) -> Offered | None:
        here = self.query_one(LedgerBox).here
        return next((one for one in self._offered if one.choice.tip.id == here), None)

    @on(LedgerBox.OptionHighlighted)
    def show_card(self) -> None:
        """Say what is known of the relief under the cursor."""
        here = self._here
        card = relief_card(here) if here else ()
        self.query_one(Prose).show([*card, *shut_lines(self._taken_away)])
        self.query_one("#card").scroll_home(animate=False)

    def on_key(self, event: Key) -> None:
        """A digit rates the urge before; the same again takes it back."""
        rating = rating_of(event.character or "")
        if rating is None:
            return
        event.stop()
        event.prevent_default()
        self._before = None if rating == self._before else rating
        self._show_urge()

    def _show_urge(self) -> None:
        self.query_one("#urge", Static).update(urge_line(self._before))

    # -- deeds ---------------------------------------------------------------------------------------

    @on(LedgerBox.OptionSelected)
    def action_start(self) -> None:
        """Start what is under the cursor."""
        here = self._here
        if here is not None:
            before, self._before = self._before, None
            open_coach(self, here.guide, before, reliefs=self.reliefs, then=self._come_back)

    def _come_back(self, ended: Ended | None) -> None:
        """Say how it ended; by night it is dark again at once."""
        self._show_urge()
        if ended is None:
            # what became of the session before this one is not said of one that was never begun
            self._tell()
            return
        if self.is_night and not ended.answer.is_trouble:
            self.dismiss(None)
            return
        self.reread(ended.receipt)
        self.answer(ended.answer)

    def action_turn(self, step: int) -> None:
        """Another way to do what is under the cursor."""
        here = self._here
        if here is None:
            return
        if len(here.choice.guides) == 1:
            self.say("there is one way to do this")
            return
        self._turned[here.choice.tip.id] = (here.at + step) % len(here.choice.guides)
        self.reread()

    def action_all(self) -> None:
        """Show every session, or only what fits now."""
        self._shows_all = not self._shows_all
        self.reread()
        self._tell()

    def action_programme(self) -> None:
        """Open the programme in place of this page."""
        self.call_later(self.run_action, "app.open_page('programme')")
