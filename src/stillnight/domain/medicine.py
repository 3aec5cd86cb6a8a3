"""A medicine as its user wrote it down, and the doses of it that were taken. Nothing here is judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from stillnight.domain.clock_rule import read_date, read_stamp
from stillnight.domain.ids import hashed_id
from stillnight.domain.values import Record

SLOTS = ("morning", "noon", "afternoon", "evening", "bedtime", "night")
"""When in the day a medicine is usually taken, in the order of the day."""

USUAL_SLOTS = ("evening",)
"""What is meant where nobody said when."""

OTHER = "other"
"""The class of what fits none, or of which nobody said one."""

CHANGE = "change."
"""``change.2026-11-02`` holds the dose text from that day on; a field a day, so that two devices merge."""


class DoseChange(NamedTuple):
    """The dose was changed on a day.

    Attributes:
        date: The first day with the new dose.
        dose_text: The new dose in the user's own words; empty where they did not say.
    """

    date: date
    dose_text: str = ""


class Medicine(NamedTuple):
    """One medicine; its dose is words, never judged.

    Attributes:
        id: Its number in the journal.
        name: Its name as typed.
        klass: Its class in ``seeds/medicines.toml``, ``other`` where none fits or was said.
        usual: Is it taken every day?
        dose_text: The dose at the start, in the user's own words; :meth:`dose_on` knows the changes.
        slots: When in the day it is usually taken, see :data:`SLOTS`; each is a dose of its own.
        start: Since when.
        end: The last day it was taken; ``None`` while it is taken.
        changes: The changes of its dose, ascending by date.
        generic: The generic name it was understood as, where it was typed differently; else empty.
    """

    id: int
    name: str
    klass: str = OTHER
    usual: bool = False
    dose_text: str = ""
    slots: tuple[str, ...] = USUAL_SLOTS
    start: date | None = None
    end: date | None = None
    changes: tuple[DoseChange, ...] = ()
    generic: str = ""

    def is_active(self, day: date) -> bool:
        """Is it being taken on that day?"""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def dose_on(self, day: date) -> str:
        """The dose on a day in the user's own words, as far as they said."""
        said = [change.dose_text for change in self.changes if change.date <= day and change.dose_text]
        return said[-1] if said else self.dose_text

    @property
    def news(self) -> tuple[date, ...]:
        """The days on which it was begun or its dose changed, ascending."""
        begun = (self.start,) if self.start else ()
        return tuple(sorted({*begun, *(change.date for change in self.changes)}))


class Dose(NamedTuple):
    """One dose taken on one night.

    Attributes:
        night: The night it belongs to.
        medicine: The medicine's number.
        amount_text: How much, in the user's own words.
        at: When it was taken; ``None`` where not said.
        slot: When in the day it is due, empty where not said.
    """

    night: date
    medicine: int
    amount_text: str = ""
    at: datetime | None = None
    slot: str = ""


def medicine_of(number: int, record: Record) -> Medicine | None:
    """A medicine out of its record; ``None`` where it has no name."""
    name = record.get("name")
    if not isinstance(name, str) or not name:
        return None
    return Medicine(
        id=number,
        name=name,
        klass=str(record.get("class") or OTHER),
        usual=bool(record.get("usual")),
        dose_text=str(record.get("dose_text") or ""),
        slots=_slots(record.get("slot")),
        start=read_date(record.get("from")),
        end=read_date(record.get("to")),
        changes=tuple(sorted(_changes(record))),
        generic=str(record.get("generic") or ""),
    )


def _slots(kept: object) -> tuple[str, ...]:
    """One word or a list of words; a hand may have left something else in the file."""
    words = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    return tuple(word for word in words if isinstance(word, str) and word) or USUAL_SLOTS


def _changes(record: Record) -> Iterator[DoseChange]:
    for name, value in record.items():
        day = read_date(name.removeprefix(CHANGE)) if name.startswith(CHANGE) else None
        if day is not None and isinstance(value, str):
            yield DoseChange(day, value)


def dose_of(record: Record) -> Dose | None:
    """A dose out of its record; ``None`` where its night or medicine is missing."""
    night, medicine = read_date(record.get("night")), record.get("medicine")
    if night is None or not isinstance(medicine, int):
        return None
    amount, slot = str(record.get("amount_text") or ""), str(record.get("slot") or "")
    return Dose(night, medicine, amount, read_stamp(record.get("at")), slot)


def in_order(slot: str) -> int:
    """The place of a slot in the day; what is none comes first."""
    return SLOTS.index(slot) if slot in SLOTS else -1


def dose_id(night: date, medicine: Medicine, slot: str) -> int:
    """The id of a usual medicine's dose: two devices that note it make one record."""
    return hashed_id("dose", night.isoformat(), medicine.id, slot)
