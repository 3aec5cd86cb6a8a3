"""From the journal's suggestions to the cards of the To check pane."""

from __future__ import annotations

from dataclasses import dataclass, field

from stillnight.domain.moment import Moment
from stillnight.journal.session import Session
from stillnight.ui.cards import CheckCard


@dataclass(frozen=True, slots=True)
class Board:
    """What the pane shows.

    Attributes:
        cards: The cards, most important first.
        quiet: The line under them: what cannot be told yet.
    """

    cards: tuple[CheckCard, ...] = ()
    quiet: str = ""


@dataclass(slots=True)
class BoardMaker:
    """Makes the board anew after each deed; the library is read once."""

    session: Session
    _knowledge: object = field(default=None, init=False)

    def make(self, moment: Moment) -> Board:
        """The board as of now."""
        return Board()
