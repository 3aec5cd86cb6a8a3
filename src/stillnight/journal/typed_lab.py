"""A blood test as it is filled in on a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.lab import LAB_KINDS, Lab
from stillnight.domain.lab_units import LABELS, read_kind, read_result, shown_unit
from stillnight.domain.values import YES_NO_WORDS
from stillnight.journal.ledger_words import lab_value
from stillnight.journal.typed_medicine import read_day

EMPTY: Mapping[str, str] = dict.fromkeys(("kind", "value", "date", "ill", "lab"), "")
"""The lines of a sheet in which nothing stands."""

_ILL = {**YES_NO_WORDS, "y": True, "n": False, "": None}


def read_lab(lines: Mapping[str, str], today: date) -> Lab:
    """What the lines of a sheet mean.

    Args:
        lines: ``kind value date ill lab``, each as typed.
        today: What ``today`` means, and the day of an empty line.

    Raises:
        FieldError: If a line cannot be read; it names the line.
    """
    ill = lines["ill"].strip().lower()
    if ill not in _ILL:
        raise FieldError("ill", ill, "yes, no, or nothing where you do not know")
    kind = _kind(lines["kind"])
    return Lab(
        date=read_day("date", lines["date"], today) or today,
        kind=kind,
        value=_value(kind, lines["value"]),
        ill=_ILL[ill],
        lab=lines["lab"],
    )


def result_words(lines: Mapping[str, str]) -> str:
    """What is understood of the result while it is typed: ``haemoglobin 135 g/L``."""
    try:
        kind = _kind(lines["kind"])
        result = read_result(kind, lines["value"])
    except BadInput:
        return ""
    counted = f" ({result.typed})" if result.typed else ""
    return f"{LABELS[kind]} {result.value:g} {shown_unit(kind)}{counted}"


def filled(lab: Lab) -> dict[str, str]:
    """The lines of a sheet for a result that is on record."""
    ill = {True: "yes", False: "no", None: ""}[lab.ill]
    return {"kind": lab.kind, "value": lab_value(lab), "date": f"{lab.date}", "ill": ill, "lab": lab.lab}


def _kind(typed: str) -> str:
    text = typed.strip().lower()
    begun = [kind for kind in LAB_KINDS if text and kind.startswith(text)]
    try:
        return begun[0] if len(begun) == 1 else read_kind(typed)
    except BadInput:
        raise FieldError("kind", typed.strip(), f"one of {', '.join(LAB_KINDS)}") from None


def _value(kind: str, typed: str) -> float:
    try:
        return read_result(kind, typed).value
    except FieldError as error:
        # the sheet stands on the line that is named
        error.field = "value"
        raise
