"""A medicine as it is filled in on a sheet: lines of text become what the ledger keeps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.medicine import OTHER, SLOTS, USUAL_SLOTS, Medicine
from stillnight.domain.values import YES_NO_WORDS
from stillnight.journal.typed_date import read_date
from stillnight.rules.medicines import Medicines

_YES_NO = {**YES_NO_WORDS, "y": True, "n": False, "": False}


class TypedMedicine(NamedTuple):
    """What the lines mean.

    Attributes:
        values: The medicine's values by their names in :class:`stillnight.domain.medicine.Medicine`.
        has_class: Is its class known? Else it is to be asked for.
    """

    values: dict[str, Any]
    has_class: bool


def read_medicine(
    lines: Mapping[str, str], known: Medicines, today: date, before: Medicine | None = None
) -> TypedMedicine:
    """What the lines of a sheet mean.

    Args:
        lines: ``name class dose usual slot from to``, each as typed.
        known: The classes and the generic names.
        today: What ``today`` means.
        before: The medicine as it was, when it is mended.

    Raises:
        BadInput: If it has no name.
        FieldError: If a line cannot be read; it names the line.
    """
    if not lines["name"].strip():
        raise BadInput("A medicine needs a name. Any word that you know it by will do.")
    klass, generic, has_class = _class(lines, known, before)
    return TypedMedicine(
        {
            "name": lines["name"],
            "klass": klass,
            "generic": generic,
            "dose_text": lines["dose"],
            "usual": read_yes_no("usual", lines["usual"]),
            "slots": read_slots(lines["slot"]),
            "start": read_day("from", lines["from"], today),
            "end": read_day("to", lines["to"], today),
        },
        has_class,
    )


def class_words(lines: Mapping[str, str], known: Medicines) -> str:
    """What the name is understood as, while it is typed; empty while it is too short to tell."""
    if lines["class"].strip() or len(lines["name"].strip()) < 3:
        return ""
    understood = known.understand(lines["name"])
    if understood is None:
        return "Not in the list of names: what sort it is will be asked when it is saved."
    label = known.classes[understood.classes[0]].label
    if understood.is_exact:
        return f"{understood.generic}: {label}"
    return f"Read as {understood.generic}: {label}. If that is wrong, say the class yourself."


def read_class(typed: str, known: Medicines) -> str:
    """The id of a class by its id, its words or how they begin.

    Raises:
        FieldError: If it is none, or could be several.
    """
    text = typed.strip().lower().replace("_", " ")
    named = {
        name.replace("_", " ").lower(): one.id
        for one in known.classes.values()
        for name in (one.id, one.label)
    }
    found = {named[text]} if text in named else {id for name, id in named.items() if name.startswith(text)}
    if len(found) != 1:
        labels = ", ".join(one.label for one in known.classes.values())
        raise FieldError("class", typed.strip(), f"one of: {labels}")
    return found.pop()


def read_slots(typed: str) -> tuple[str, ...]:
    """When in the day: words of :data:`stillnight.domain.medicine.SLOTS` or how they begin; evening for none.

    What is none of them is passed on: the ledger refuses it by name.
    """
    words = typed.lower().replace(",", " ").split()
    return tuple(_slot(word) for word in words) or USUAL_SLOTS


def _slot(word: str) -> str:
    begun = [slot for slot in SLOTS if slot.startswith(word)]
    return begun[0] if len(begun) == 1 else word


def read_yes_no(line: str, typed: str) -> bool:
    """Yes or no; an empty line is no.

    Raises:
        FieldError: If it is neither.
    """
    text = typed.strip().lower()
    if text not in _YES_NO:
        raise FieldError(line, typed.strip(), "yes or no")
    return _YES_NO[text]


def read_day(line: str, typed: str, today: date) -> date | None:
    """A day; ``None`` for an empty line.

    Raises:
        FieldError: If it is none.
    """
    return read_date(typed, None, today, line) if typed.strip() else None


def _class(lines: Mapping[str, str], known: Medicines, before: Medicine | None) -> tuple[str, str, bool]:
    """Class, generic name behind another spelling, and whether the class is known.

    What is typed into its line is meant; else the name says it. Another name brings its own class, unless
    nothing is known of it.
    """
    typed, name = lines["class"].strip(), lines["name"].strip()
    klass = read_class(typed, known) if typed else ""
    if before is not None and klass == before.klass and name == before.name:
        return before.klass, before.generic, True
    if klass and (before is None or klass != before.klass):
        return klass, "", True
    if understood := known.understand(name):
        return understood.classes[0], understood.kept, True
    return klass or OTHER, "", bool(klass)
