"""What is worth checking, on Home: found after the first frame, opened, put off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on

from stillnight.domain.errors import StillnightError
from stillnight.ui.answers import after
from stillnight.ui.screens.home.base import HomeBase
from stillnight.ui.widgets.summary_line import SummaryLine
from stillnight.ui.widgets.to_check import ToCheck

if TYPE_CHECKING:
    from stillnight.journal.advice import Advisor

SNOOZE_DAYS = 30
"""How long a suggestion stays away when it is put off; our choice."""


class Checking(HomeBase):
    """Suggestions are shown, read, put off."""

    _advisor: Advisor | None = None

    def think(self) -> None:
        """Find what is worth checking; Home never waits for it."""
        from stillnight.journal.advice import Advisor
        from stillnight.ui.board import make_board

        if self._advisor is None:
            self._advisor = Advisor(self.journal, self.session.library)
        board = make_board(self._advisor, self.moment)
        pane = self.query_one(ToCheck)
        pane.cards, pane.quiet = board.cards, board.quiet
        self.query_one(SummaryLine).cards = board.cards

    @on(ToCheck.Opened)
    def open_card(self, event: ToCheck.Opened) -> None:
        """Show the whole card with its sources."""
        from stillnight.ui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(event.card.title, event.card.full))

    @on(ToCheck.PutOff)
    def put_off(self, event: ToCheck.PutOff) -> None:
        """Put a suggestion off, or say that it is not for this user."""
        if event.card.is_urgent:
            self.say("a red flag cannot be put off", is_trouble=True)
            return
        until = None if event.for_good else self.tonight + timedelta(days=SNOOZE_DAYS)
        try:
            receipt = self.journal.ledgers.snooze(event.card.id, until)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return
        when = f"until {until:%-d %b}" if until else "for good"
        self.answer(after(receipt, f"put away {when}: {event.card.title} · U brings it back"))
        self.reread(receipt)
