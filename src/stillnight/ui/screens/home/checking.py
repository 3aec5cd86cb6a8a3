"""What is worth checking, on Home: found after the first frame, opened, put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from stillnight.domain.errors import StillnightError
from stillnight.ui.answers import after
from stillnight.ui.screens.home.base import HomeBase
from stillnight.ui.widgets.summary_line import SummaryLine
from stillnight.ui.widgets.to_check import ToCheck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stillnight.domain.moment import Moment
    from stillnight.domain.number import Number
    from stillnight.journal.suggestions.suggest import Library
    from stillnight.journal.triggers.account import Account
    from stillnight.ui.board import Board
    from stillnight.ui.live.counting import Counting, IsWanted

SNOOZE_DAYS = 30
"""How long a suggestion stays away when it is put off; our choice."""


class Checking(HomeBase):
    """Suggestions are shown, read, put off; what the nights say is worked out on a thread."""

    _library: Library | None = None
    _numbers: Sequence[Number] = ()
    _account: Account | None = None
    _is_recounting = False
    _thoughts = 0

    @dataclass
    class Thought(Message):
        """What is worth checking has been worked out; a thought before the newest is old."""

        number: int
        board: Board
        account: Account | None = None

    @dataclass
    class Recounting(Message):
        """Nights were added or changed: what they said before is old."""

        number: int

    def think(self) -> None:
        """Find what is worth checking, with what the nights said last; then look at them anew."""
        if self._library is None:
            # nothing is known of this journal yet
            self._account = None
        self._show_board(self._board(self.moment))
        if self._library:
            self._look_at_nights()

    def think_aside(self) -> None:
        """Find all of it on a thread, for whoever is typing: it takes longer than a frame."""
        if self._library is None:
            self.think()
        else:
            self._look_at_nights()

    def _look_at_nights(self) -> None:
        self._thoughts += 1
        self._counting.ask()

    @cached_property
    def _counting(self) -> Counting[Thought]:
        """Looks at the nights; not needed before the first frame."""
        from stillnight.ui.live.counting import Counting

        return Counting(self._worked_out, self._tell, self._tell_trouble, self.session.pace)

    def on_unmount(self) -> None:
        """Nobody sees an answer any more."""
        if "_counting" in self.__dict__:
            self._counting.end()

    # -- in the thread --------------------------------------------------------------------------------

    def _worked_out(self, is_wanted: IsWanted) -> Thought:
        """Look at the nights."""
        from stillnight.journal.triggers.marks import is_recounting
        from stillnight.ui.board import Board, make_board

        number, moment, library, triggers = (
            self._thoughts,
            self.moment,
            self._library,
            self.session.triggers(),
        )
        if library is None:
            return self.Thought(number, Board())

        def told(done: int, of: int) -> bool:
            if done == 1 and is_recounting(of):
                self.post_message(self.Recounting(number))
            return done == of or is_wanted()

        try:
            account = triggers.account(told=told)
            return self.Thought(number, make_board(self.journal, library, moment, account), account)
        except StillnightError as error:
            return self.Thought(number, Board(quiet=str(error)))

    def _tell(self, thought: Thought) -> None:
        self.post_message(thought)

    def _tell_trouble(self, words: str) -> None:
        from stillnight.ui.board import Board

        self.post_message(self.Thought(self._thoughts, Board(quiet=words)))

    # -------------------------------------------------------------------------------------------------

    def on_checking_recounting(self, event: Recounting) -> None:
        """Show nothing old as if it were true."""
        if event.number == self._thoughts and self._account is not None:
            self._is_recounting = True
            self._show_board(self._board(self.moment))

    def on_checking_thought(self, event: Thought) -> None:
        """Show it, unless somebody has thought again since."""
        if event.number == self._thoughts:
            self._account, self._is_recounting = event.account, False
            self._show_board(event.board)

    def _board(self, moment: Moment) -> Board:
        from stillnight.ui.board import Board, make_board

        try:
            return make_board(self.journal, self._read_library(), moment, self._account, self._is_recounting)
        except StillnightError as error:
            return Board(quiet=str(error))

    def _show_board(self, board: Board) -> None:
        pane = self.query_one(ToCheck)
        pane.cards, pane.quiet = board.cards, board.quiet
        self.query_one(SummaryLine).cards = board.cards

    def _read_library(self) -> Library:
        numbers = self.journal.ledgers.numbers()
        if self._library is None or numbers != self._numbers:
            # they stand on the cards
            knowledge, self._numbers = self.session.knowledge(), numbers
            self._library = knowledge.library
            if knowledge.problems:
                self.say(" · ".join(knowledge.problems), is_trouble=True)
            elif not self.journal.browse.dates():
                self.welcome(knowledge.library.wording.first_start)
        return self._library

    @on(ToCheck.Opened)
    def open_card(self, event: ToCheck.Opened) -> None:
        """Show the whole card with its sources; a tip with what can be done with it."""
        if event.card.tip:
            from stillnight.ui.screens.tips.deeds import read_tip, stand_of

            if one := stand_of(self, event.card.tip):
                read_tip(self, one, self._read_library().sources)
            return
        from stillnight.ui.screens.reader import ReaderScreen
        from stillnight.ui.widgets.prose import plain

        self.app.push_screen(ReaderScreen(event.card.title, [plain(line) for line in event.card.full]))

    @on(ToCheck.StartWanted)
    def start(self, event: ToCheck.StartWanted) -> None:
        """Begin the guided session of a tip, or open the page that leads on."""
        if event.card.page:
            self.call_later(self.run_action, f"app.open_page({event.card.page!r})")
            return
        from stillnight.ui.screens.tips.deeds import NO_SESSION, stand_of, start_session

        one = stand_of(self, event.card.tip) if event.card.tip else None
        if one is None:
            self.say(NO_SESSION)
        else:
            start_session(self, one)

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
