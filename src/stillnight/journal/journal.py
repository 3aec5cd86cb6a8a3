"""The journal: one door to its use-cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stillnight.domain.ports import Undone
from stillnight.journal.browse import Browser
from stillnight.journal.desk import Desk
from stillnight.journal.ledgers import Ledgers
from stillnight.journal.record import Recorder


@dataclass(frozen=True, slots=True)
class Journal:
    """What the command line and the screen work with.

    Attributes:
        desk: The store, the clock, the factors, the preferences.
        ledgers: Factors, medicines, blood tests, red flags, the profile.
        browse: Reading nights.
        record: Writing nights.
    """

    desk: Desk
    ledgers: Ledgers
    browse: Browser
    record: Recorder

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

    def refresh(self) -> bool:
        """Look at the file again; has anything changed since we last looked?"""
        return self.desk.store.refresh()


def open_journal(desk: Desk) -> Journal:
    """Wire the use-cases to what they work with."""
    ledgers = Ledgers(desk)
    browse = Browser(desk, ledgers)
    return Journal(desk, ledgers, browse, Recorder(desk, browse, ledgers))
