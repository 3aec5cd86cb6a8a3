"""What every ledger has at hand."""

from __future__ import annotations

from stillnight.domain.ids import timed_id
from stillnight.journal.desk import Desk


class Ledger:
    """One ledger beside the nights; reads and writes its own table."""

    def __init__(self, desk: Desk) -> None:
        """Work at this desk."""
        self.desk = desk

    def _new_id(self) -> int:
        return timed_id(self.desk.clock.now())
