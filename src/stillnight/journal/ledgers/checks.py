"""What a medicine, a blood test, a mark or a telephone number must be like to be written down."""

from __future__ import annotations

from datetime import date, timedelta

from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.lab import LAB_KINDS, LAB_RANGES, Lab
from stillnight.domain.mark import Mark
from stillnight.domain.medicine import SLOTS, Medicine
from stillnight.domain.number import Number

LONGEST_NAME = 60
LONGEST_TEXT = 200
"""Letters; more is a slip of the clipboard, and a row has to fit."""

YEAR_AHEAD = timedelta(days=366)
"""A planned flight may be marked; a later day is a slip of the hand."""


def checked_medicine(medicine: Medicine) -> Medicine:
    """The medicine as it is kept: without blanks around its words, its slots in the order of the day.

    Raises:
        BadInput: If it has no name.
        FieldError: If a word is too long, a slot unknown, or it ends before it begins.
    """
    name = _one_line("name", medicine.name, LONGEST_NAME)
    if not name:
        raise BadInput('a medicine needs a name, for example: stillnight medicine add "evening tablet"')
    if medicine.start and medicine.end and medicine.end < medicine.start:
        raise FieldError("to", medicine.end.isoformat(), f"a day from {medicine.start} on, when it was begun")
    dose = _one_line("dose", medicine.dose_text, LONGEST_TEXT)
    return medicine._replace(name=name, dose_text=dose, slots=checked_slots(medicine.slots))


def checked_slots(slots: tuple[str, ...]) -> tuple[str, ...]:
    """The slots in the order of the day, each once.

    Raises:
        FieldError: If there is none, or one that is not in :data:`SLOTS`.
    """
    wrong = next((slot for slot in slots if slot not in SLOTS), None)
    if wrong is not None or not slots:
        raise FieldError("slot", wrong or "", f"some of {', '.join(SLOTS)}")
    return tuple(slot for slot in SLOTS if slot in slots)


def checked_change(medicine: Medicine, day: date, dose_text: str) -> str:
    """The new dose as it is kept.

    Raises:
        FieldError: If the medicine was not taken on that day, or the words are too long.
    """
    if not medicine.is_active(day):
        since = f"from {medicine.start} " if medicine.start else ""
        until = f"to {medicine.end}" if medicine.end else "on"
        raise FieldError("from", day.isoformat(), f"a day on which it was taken, {since}{until}")
    return _one_line("dose", dose_text, LONGEST_TEXT)


def checked_lab(lab: Lab, today: date) -> Lab:
    """The blood test as it is kept.

    Raises:
        FieldError: If the kind is unknown, the value out of range or the date still to come.
    """
    if lab.kind not in LAB_KINDS:
        raise FieldError("kind", lab.kind, f"one of {', '.join(LAB_KINDS)}")
    least, most, unit = LAB_RANGES[lab.kind]
    if not least <= lab.value <= most:
        raise FieldError(lab.kind, lab.value, f"{least} to {most} {unit}")
    if lab.date > today:
        raise FieldError("date", lab.date.isoformat(), "a day up to today")
    return lab._replace(lab=_one_line("lab", lab.lab, LONGEST_NAME))


def checked_mark(mark: Mark, today: date) -> Mark:
    """The mark as it is kept.

    Raises:
        BadInput: If nobody said what it marks.
        FieldError: If the words are too long or the day is more than a year ahead.
    """
    kind = _one_line("kind", mark.kind, LONGEST_NAME)
    if not kind:
        raise BadInput('a mark needs a word for what it was, for example: stillnight mark add "new job"')
    if mark.date > today + YEAR_AHEAD:
        raise FieldError("date", mark.date.isoformat(), f"a day up to {today + YEAR_AHEAD}")
    return mark._replace(kind=kind, text=_one_line("text", mark.text, LONGEST_TEXT))


def checked_number(number: Number) -> Number:
    """The telephone number as it is kept; how it is written is left to whoever knows it.

    Raises:
        BadInput: If nobody said whose it is.
        FieldError: If it has no digit in it, or is too long.
    """
    label = _one_line("label", number.label, LONGEST_NAME)
    if not label:
        raise BadInput(
            'a number needs a word for whose it is: stillnight number add "night nurse" "+44 20 …"'
        )
    typed = _one_line("number", number.number, LONGEST_NAME)
    if not any(sign.isdigit() for sign in typed):
        raise FieldError("number", typed, "a telephone number, such as +44 20 7946 0000")
    return number._replace(label=label, number=typed)


def _one_line(field: str, text: str, longest: int) -> str:
    line = " ".join(text.split())
    if len(line) > longest:
        raise FieldError(field, line, f"{longest} letters at most")
    return line
