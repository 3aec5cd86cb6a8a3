"""What is kept beside the nights: blood tests, medicines, ticks, the profile."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from stillnight.domain.clock_rule import read_date, read_stamp
from stillnight.domain.ids import hashed_id
from stillnight.domain.values import Record

LAB_KINDS = ("ferritin", "tsat", "hb", "crp")
"""Ferritin µg/L (= ng/mL), transferrin saturation %, haemoglobin g/L, C-reactive protein mg/L."""

LAB_RANGES = {
    "ferritin": (1, 5000, "ug/L"),
    "tsat": (0, 100, "%"),
    "hb": (20, 250, "g/L"),
    "crp": (0, 500, "mg/L"),
}
"""The least and the most that is taken for a result, with the unit it is kept in."""


class Lab(NamedTuple):
    """One blood test result.

    Attributes:
        date: When the blood was taken.
        kind: One of :data:`LAB_KINDS`.
        value: The result in the unit of :data:`LAB_RANGES`.
        ill: Was it taken while ill? An infection lifts ferritin. ``None`` where not asked.
    """

    date: date
    kind: str
    value: float
    ill: bool | None = None


class Medicine(NamedTuple):
    """One medicine as its user wrote it down; its dose is words, never judged.

    Attributes:
        id: Its number in the journal.
        name: Its name as typed.
        klass: Its class in ``seeds/medicines.toml``, ``other`` where none fits.
        usual: Is it taken every evening?
        dose_text: The dose in the user's own words.
        slot: When in the day, in the user's own words.
        start: Since when.
        end: Until when; ``None`` while it is taken.
    """

    id: int
    name: str
    klass: str = "other"
    usual: bool = False
    dose_text: str = ""
    slot: str = "evening"
    start: date | None = None
    end: date | None = None

    def is_active(self, day: date) -> bool:
        """Is it being taken on that day?"""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Dose(NamedTuple):
    """One dose taken on one night."""

    night: date
    medicine: int
    amount_text: str = ""
    at: datetime | None = None


class Tick(NamedTuple):
    """One red flag that the user ticked themselves on a day; never guessed from text."""

    date: date
    flag: str


def lab_of(record: Record) -> Lab | None:
    """A blood test out of its record; ``None`` where it is not whole or out of range."""
    day, kind, value = read_date(record.get("date")), record.get("kind"), record.get("value")
    if day is None or kind not in LAB_KINDS or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    least, most, _ = LAB_RANGES[kind]
    if not least <= value <= most:
        return None
    ill = record.get("ill")
    return Lab(day, kind, float(value), ill if isinstance(ill, bool) else None)


def medicine_of(number: int, record: Record) -> Medicine | None:
    """A medicine out of its record; ``None`` where it has no name."""
    name = record.get("name")
    if not isinstance(name, str) or not name:
        return None
    return Medicine(
        id=number,
        name=name,
        klass=str(record.get("class") or "other"),
        usual=bool(record.get("usual")),
        dose_text=str(record.get("dose_text") or ""),
        slot=str(record.get("slot") or "evening"),
        start=read_date(record.get("from")),
        end=read_date(record.get("to")),
    )


def dose_of(record: Record) -> Dose | None:
    """A dose out of its record; ``None`` where its night or medicine is missing."""
    night, medicine = read_date(record.get("night")), record.get("medicine")
    if night is None or not isinstance(medicine, int):
        return None
    return Dose(night, medicine, str(record.get("amount_text") or ""), read_stamp(record.get("at")))


def tick_of(record: Record) -> Tick | None:
    """A red-flag tick out of its record; ``None`` where it is not whole."""
    day, flag = read_date(record.get("date")), record.get("flag")
    return Tick(day, flag) if day and isinstance(flag, str) else None


def dose_id(night: date, medicine: Medicine) -> int:
    """The id of a usual medicine's dose: two devices that note it make one record."""
    return hashed_id("dose", night.isoformat(), medicine.id, medicine.slot)


def conditions_of(profile: Record) -> set[str]:
    """The conditions somebody has: those listed under ``conditions``, and every one answered with yes."""
    listed = profile.get("conditions")
    names = listed.replace(",", " ").split() if isinstance(listed, str) else listed
    noted = {name for name in names if isinstance(name, str)} if isinstance(names, list | tuple) else set()
    return {name for name, value in profile.items() if value is True} | noted


def latest(labs: Iterable[Lab], kind: str) -> Lab | None:
    """The newest blood test of a kind."""
    return max((lab for lab in labs if lab.kind == kind), key=lambda lab: lab.date, default=None)
