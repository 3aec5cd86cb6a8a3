"""The journal: one door to its use-cases."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from stillnight.domain.ports import Undone
from stillnight.journal.browse import Browser
from stillnight.journal.desk import Desk
from stillnight.journal.ledgers import Ledgers

if TYPE_CHECKING:
    from stillnight.domain.news import News
    from stillnight.journal.record import Recorder


class Journal:
    """What the command line and the screen work with.

    Attributes:
        desk: The store, the clock, the factors, the preferences.
        ledgers: Factors, medicines, blood tests, red flags, the profile.
        browse: Reading nights.
    """

    def __init__(self, desk: Desk) -> None:
        """Work at this desk."""
        self.desk = desk
        self.ledgers = Ledgers(desk)
        self.browse = Browser(desk, self.ledgers)

    @cached_property
    def record(self) -> Recorder:
        """Writing nights; what checks an entry is not needed before there is one."""
        from stillnight.journal.record import Recorder

        return Recorder(self.desk, self.browse, self.ledgers)

    @property
    def tonight(self) -> date:
        """The night in which we are now."""
        return self.desk.tonight

    def undo(self) -> Undone:
        """Take this device's last deed back."""
        return self.desk.store.undo()

    def redo(self) -> Undone:
        """Do again what the last undo took back."""
        return self.desk.store.redo()

    def refresh(self) -> News:
        """Look at the file again, and take in what came."""
        return self.desk.store.refresh()


def open_journal(desk: Desk) -> Journal:
    """The journal whose things lie on a desk."""
    return Journal(desk)
