"""A telephone number that somebody wants to have at hand."""

from __future__ import annotations

from typing import NamedTuple

from stillnight.domain.values import Record


class Number(NamedTuple):
    """One number.

    Attributes:
        label: Whose it is, in the user's own words.
        number: The number as it was typed; nothing here ever dials it.
        id: Its number in the journal.
    """

    label: str
    number: str
    id: int = 0

    @property
    def words(self) -> str:
        """Whose it is, and the number: ``night nurse: +44 20 7946 0000``."""
        return f"{self.label}: {self.number}"


def number_of(record: Record, id: int = 0) -> Number | None:
    """A number out of its record; ``None`` where it is not whole."""
    label, number = record.get("label"), record.get("number")
    if not isinstance(label, str) or not isinstance(number, str) or not label or not number:
        return None
    return Number(label, number, id)
