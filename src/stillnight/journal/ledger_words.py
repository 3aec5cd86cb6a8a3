"""Medicines and blood tests in words, for the screen and for plain text alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from stillnight.domain.ages import age_words
from stillnight.domain.lab import Lab
from stillnight.domain.lab_units import LABELS, shown_unit
from stillnight.domain.medicine import OTHER, USUAL_SLOTS, Medicine

WHILE_ILL = "taken while ill"


def medicine_words(medicine: Medicine, labels: Mapping[str, str], today: date) -> str:
    """One line: ``iron, 2 tablets, iron, usual, since 2026-11-01``; a class that nobody said is not told.

    Args:
        medicine: The medicine.
        labels: Class id to its words.
        today: The day whose dose is told.
    """
    klass = "" if medicine.klass == OTHER else labels.get(medicine.klass, medicine.klass)
    parts = [medicine.name, medicine.dose_on(today), klass]
    return ", ".join(part for part in (*parts, *when_words(medicine)) if part)


def when_words(medicine: Medicine) -> list[str]:
    """When it is taken: ``usual, morning and night``, ``since 2026-11-01``, ``until 2026-11-18``."""
    slots = " and ".join(medicine.slots) if medicine.slots != USUAL_SLOTS else ""
    usual = "usual" if medicine.usual else ""
    return [
        *(part for part in (usual, slots) if part),
        *([f"since {medicine.start}"] if medicine.start else []),
        *([f"until {medicine.end}"] if medicine.end else []),
    ]


def history_lines(medicine: Medicine) -> list[str]:
    """What changed and when, oldest first; nothing where nothing changed."""
    if not medicine.changes:
        return []
    begun = [f"{medicine.start}  begun: {medicine.dose_text or 'dose not said'}"] if medicine.start else []
    if not medicine.start and medicine.dose_text:
        begun = [f"before      {medicine.dose_text}"]
    return [
        *begun,
        *(f"{one.date}  changed: {one.dose_text or 'not said to what'}" for one in medicine.changes),
    ]


def lab_words(lab: Lab, today: date) -> str:
    """One line: ``ferritin 42 µg/L, 14 months old, taken while ill``."""
    parts = [f"{lab.kind} {lab_value(lab)}", age_words(lab.date, today), ill_words(lab), lab.lab]
    return ", ".join(part for part in parts if part)


def lab_value(lab: Lab) -> str:
    """A result with its unit: ``42 µg/L``."""
    return f"{lab.value:g} {shown_unit(lab.kind)}"


def ill_words(lab: Lab) -> str:
    """Was it taken while ill? Empty where nobody asked."""
    return {True: WHILE_ILL, False: "taken while well", None: ""}[lab.ill]


def lab_title(lab: Lab) -> str:
    """What was measured, in words."""
    return LABELS[lab.kind]
