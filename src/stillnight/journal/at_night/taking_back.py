"""Taking back what was logged last tonight, and nothing else: a key that is hit in the dark must not harm."""

from __future__ import annotations

from typing import NamedTuple

from stillnight.domain.ids import night_id
from stillnight.domain.night import EPISODES, SESSIONS
from stillnight.domain.ports import NIGHTS, LastDeed, Receipt
from stillnight.journal.journal import Journal

OF_THE_LIGHTS = frozenset(("lights_out", "evening_at", "date", ""))
"""What a deed that only marked the lights writes into the night, be it back from the bin."""


class TakenBack(NamedTuple):
    """What became of the wish to take something back.

    Attributes:
        words: What is true now, in a few words without a clock time.
        receipt: What became of the write; ``None`` where nothing was taken back.
    """

    words: str
    receipt: Receipt | None = None


def take_back(journal: Journal) -> TakenBack:
    """Undo this device's last deed, where it is a bout of tonight, its relief or the lights.

    Raises:
        StoreError: If it could not be made safe; nothing was changed then.
    """
    deed = journal.desk.store.last_deed()
    if deed is None or not is_of_tonight(journal, deed):
        return TakenBack("nothing to take back")
    undone = journal.undo()
    if undone.receipt is None or undone.kept:
        return TakenBack("changed elsewhere, left alone", undone.receipt)
    return TakenBack(_words(journal, deed), undone.receipt)


def is_of_tonight(journal: Journal, deed: LastDeed) -> bool:
    """Did a deed write nothing but bouts of tonight, what was done against them, or the lights?"""
    fields: dict[tuple[str, int], set[str]] = {}
    for table, number, field in deed.touched:
        fields.setdefault((table, number), set()).add(field)
    said = [_is_tonights(journal, *where, written) for where, written in fields.items()]
    return True in said and False not in said


def _is_tonights(journal: Journal, table: str, number: int, written: set[str]) -> bool | None:
    """Does what was written of a record belong to tonight? ``None`` of one that is gone: nobody can tell."""
    record = journal.desk.store.get(table, number)
    if table == NIGHTS:
        # lights that go out twice in one minute are the same value: then only the bin is left
        is_marked = "lights_out" in written or (record is not None and record.keys() <= OF_THE_LIGHTS)
        return number == night_id(journal.tonight) and is_marked and written <= OF_THE_LIGHTS
    if table not in (EPISODES, SESSIONS):
        return False
    return record.get("night") == journal.tonight.isoformat() if record else None


def _words(journal: Journal, deed: LastDeed) -> str:
    """A rating that replaced another one leaves that one standing: so nobody thinks that it is gone."""
    rated = [number for table, number, field in deed.touched if (table, field) == (EPISODES, "severity")]
    for number in rated:
        left = journal.desk.store.get(EPISODES, number)
        if left is not None:
            return f"taken back, {left.get('severity')} stands"
    return "taken back"
