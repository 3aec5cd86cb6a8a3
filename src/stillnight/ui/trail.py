"""What a search found, kept on Home so that one can step through it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class Trail(NamedTuple):
    """The way through what was found; an empty one is the end of a search.

    Attributes:
        query: What was looked for, as it was typed.
        nights: What was found, ascending.
        night: The night that was chosen.
    """

    query: str = ""
    nights: Sequence[date] = ()
    night: date | None = None

    def words(self, night: date) -> str:
        """Where a night stands in it, the newest first, and how one goes on."""
        number = len(self.nights) - self.nights.index(night) if night in self.nights else 0
        place = f"{number} of {len(self.nights)}" if number else f"one of {len(self.nights)} was left"
        return f"found {place}: {self.query} · n later, N earlier · Esc back to the search"
