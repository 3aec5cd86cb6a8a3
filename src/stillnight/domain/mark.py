"""Something that happened on a day and might matter: a donation, a flight, a new job."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from stillnight.domain.clock_rule import read_date
from stillnight.domain.values import Record


class Mark(NamedTuple):
    """One dated mark.

    Attributes:
        date: The day; shown with the night of that evening.
        kind: Its id in ``seeds/profile.toml``, or the user's own words.
        text: What else there is to say.
        id: Its number in the journal.
    """

    date: date
    kind: str
    text: str = ""
    id: int = 0

    @property
    def words(self) -> str:
        """What it was, in words: ``new job: at the library``."""
        kind = self.kind.replace("_", " ")
        return f"{kind}: {self.text}" if self.text else kind


def mark_of(record: Record, number: int = 0) -> Mark | None:
    """A mark out of its record; ``None`` where it has no day or kind."""
    day, kind, text = read_date(record.get("date")), record.get("kind"), record.get("text")
    if day is None or not isinstance(kind, str) or not kind:
        return None
    return Mark(day, kind, text if isinstance(text, str) else "", number)


def read_mark(typed: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """Kind and text of what was typed: ``new job at the library`` is ``new_job`` with a text.

    Args:
        typed: What was typed.
        labels: The known kinds by id, with their words; anything else is a kind in the user's own words.
    """
    words = typed.split()
    named = {_plain(name): id for id, label in labels.items() for name in (id, label)}
    for count in range(len(words), 0, -1):
        if kind := named.get(_plain(" ".join(words[:count]))):
            return kind, " ".join(words[count:])
    return " ".join(words), ""


def _plain(words: str) -> str:
    return words.lower().replace("_", " ").replace("-", " ").rstrip(":,.")
