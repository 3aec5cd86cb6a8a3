"""A blood test result."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from stillnight.domain.clock_rule import read_date
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
        id: Its number in the journal.
        lab: The laboratory or the assay, in the user's own words.
    """

    date: date
    kind: str
    value: float
    ill: bool | None = None
    id: int = 0
    lab: str = ""


def lab_of(record: Record, number: int = 0) -> Lab | None:
    """A blood test out of its record; ``None`` where it is not whole or out of range."""
    day, kind, value = read_date(record.get("date")), record.get("kind"), record.get("value")
    if day is None or kind not in LAB_KINDS or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    least, most, _ = LAB_RANGES[kind]
    if not least <= value <= most:
        return None
    ill, lab = record.get("ill"), record.get("lab")
    return Lab(
        date=day,
        kind=kind,
        value=float(value),
        ill=ill if isinstance(ill, bool) else None,
        id=number,
        lab=lab if isinstance(lab, str) else "",
    )


def latest(labs: Iterable[Lab], kind: str) -> Lab | None:
    """The newest blood test of a kind."""
    return max((lab for lab in labs if lab.kind == kind), key=lambda lab: lab.date, default=None)
