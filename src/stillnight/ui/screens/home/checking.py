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
    from stillnight.domain.moment import Moment
    from stillnight.journal.suggest import Library
    from stillnight.ui.board import Board

SNOOZE_DAYS = 30
"""How long a suggestion stays away when it is put off; our choice."""


class Checking(HomeBase):
    """Suggestions are shown, read, put off."""

    _library: Library | None = None

    _thoughts = 0

    def think(self) -> None:
        """Find what is worth checking; the library is read once, after the first frame."""
        self._thoughts += 1
        self._show_board(self._board(self.moment))

    def think_aside(self) -> None:
        """Find it on a thread, for whoever is in the middle of typing: it takes longer than a frame."""
        self._thoughts += 1
        thought, moment = self._thoughts, self.moment

        def think() -> None:
            board = self._board(moment)
            self.app.call_from_thread(self._show_newest, thought, board)

        if self._library is None:
            self.think()
        else:
            self.run_worker(think, thread=True, exclusive=True, group="thinking", exit_on_error=False)

    def _show_newest(self, thought: int, board: Board) -> None:
        """Show a board, unless somebody has thought again since."""
        if thought == self._thoughts and self.is_attached:
            self._show_board(board)

    def _board(self, moment: Moment) -> Board:
        from stillnight.ui.board import Board, make_board

        try:
            return make_board(self.journal, self._read_library(), moment)
        except StillnightError as error:
            return Board(quiet=str(error))

    def _show_board(self, board: Board) -> None:
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

    @on(ToCheck.TestWanted)
    def test(self, event: ToCheck.TestWanted) -> None:
        """Open the starting sheet of a trial, where the card is about a factor."""
        if not event.factor:
            self.say("this one cannot be settled by a trial of your own")
            return
        from stillnight.ui.screens.trials.offering import offer_trial

        offer_trial(self, event.factor)

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
