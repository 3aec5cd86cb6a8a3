"""Red flags: only ever ticked by the user, never guessed from text."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stillnight.domain.clock_rule import read_date
from stillnight.domain.values import Record


class Tick(NamedTuple):
    """One red flag that the user ticked themselves on a day; never guessed from text."""

    date: date
    flag: str


def tick_of(record: Record) -> Tick | None:
    """A red-flag tick out of its record; ``None`` where it is not whole."""
    day, flag = read_date(record.get("date")), record.get("flag")
    return Tick(day, flag) if day and isinstance(flag, str) else None
