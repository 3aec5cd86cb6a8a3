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
    from stillnight.journal.suggest import Library

SNOOZE_DAYS = 30
"""How long a suggestion stays away when it is put off; our choice."""


class Checking(HomeBase):
    """Suggestions are shown, read, put off."""

    _library: Library | None = None

    def think(self) -> None:
        """Find what is worth checking; the library is read once, after the first frame."""
        from stillnight.ui.board import Board, make_board

        try:
            board = make_board(self.journal, self._read_library(), self.moment)
        except StillnightError as error:
            board = Board(quiet=str(error))
        pane = self.query_one(ToCheck)
        pane.cards, pane.quiet = board.cards, board.quiet
        self.query_one(SummaryLine).cards = board.cards

    def _read_library(self) -> Library:
        if self._library is None:
            knowledge = self.session.knowledge()
            self._library = knowledge.library
            if knowledge.problems:
                self.say(" · ".join(knowledge.problems), is_trouble=True)
            elif not self.journal.browse.dates():
                self.welcome(knowledge.library.wording.first_start)
        return self._library

    @on(ToCheck.Opened)
    def open_card(self, event: ToCheck.Opened) -> None:
        """Show the whole card with its sources."""
        from stillnight.ui.screens.reader import ReaderScreen
        from stillnight.ui.widgets.prose import plain

        self.app.push_screen(ReaderScreen(event.card.title, [plain(line) for line in event.card.full]))

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
