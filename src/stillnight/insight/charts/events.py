"""What may part the time before from the time after: marks, and medicines begun, changed or ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from stillnight.domain.mark import Mark
from stillnight.domain.medicine import Medicine
from stillnight.domain.month import shift_day


class What(StrEnum):
    """What kind of event it is."""

    MARK = "mark"
    BEGUN = "begun"
    CHANGED = "changed"
    ENDED = "ended"


class Event(NamedTuple):
    """Something from which on things may be otherwise.

    Attributes:
        date: The first day of the time after it; of a medicine that ended, the first day without.
        what: What kind of event it is.
        words: What it was, in words.
    """

    date: date
    what: What
    words: str


def events_of(marks: Iterable[Mark], medicines: Iterable[Medicine]) -> list[Event]:
    """Every event, oldest first."""
    found = [Event(mark.date, What.MARK, mark.words) for mark in marks]
    for medicine in medicines:
        found += _of_medicine(medicine)
    return sorted(found)


def _of_medicine(medicine: Medicine) -> Iterator[Event]:
    name = medicine.name
    if medicine.start:
        yield Event(medicine.start, What.BEGUN, _words(f"{name} begun", medicine.dose_text))
    for change in medicine.changes:
        yield Event(change.date, What.CHANGED, _words(f"{name} changed", change.dose_text))
    if medicine.end and medicine.end < date.max:
        yield Event(shift_day(medicine.end, 1), What.ENDED, f"without {name}")


def _words(what: str, dose: str) -> str:
    return f"{what}: {dose}" if dose else what
