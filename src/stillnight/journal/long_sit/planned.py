"""Which dated mark is a long sit that is still to come, and how long it takes; pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from stillnight.domain.clock_rule import day_words
from stillnight.domain.errors import FieldError
from stillnight.domain.mark import Mark
from stillnight.journal.typed_length import length_words, read_length

LEAST = timedelta(hours=1)
"""A shorter sit is no long one: in the laboratory discomfort grew over 40 to 60 minutes (sit2005)."""

GET_READY = "From the evening before, Home and stillnight suggest show what fits a long sit."
"""What is said where one is marked."""

_NUMBER, _HOURS, _MINUTES = r"(?<![\d:.,])\d{1,4}(?:[.,]\d+)?", r"h(?:ours?|rs?)?", r"m(?:in(?:utes?)?)?"
_LENGTH = re.compile(
    rf"{_NUMBER}\s*(?:{_HOURS}\s*[0-5]?\d\s*(?:{_MINUTES})?|{_HOURS}|{_MINUTES})(?![a-z\d:])",
    re.ASCII | re.IGNORECASE,
)
"""A number with its unit; a bare number could be a gate, and 14:30 is when it leaves."""


class Planned(NamedTuple):
    """One long sit.

    Attributes:
        mark: What it is and when.
        length: How long it takes; ``None`` where the mark does not say.
    """

    mark: Mark
    length: timedelta | None = None


def long_sit_kinds(profile: Mapping[str, Any]) -> frozenset[str]:
    """The kinds of marks that are long sits, out of the parsed ``profile.toml``."""
    return frozenset(kind for kind, spec in profile.get("mark", {}).items() if spec.get("long_sit"))


def length_in(text: str) -> timedelta | None:
    """The first length in a text: ``5 h to Lisbon``, ``to Rome, 1h30``, ``90 min``; ``None`` without."""
    for found in _LENGTH.finditer(text):
        try:
            return read_length("length", found.group().strip())
        except FieldError:
            continue
    return None


def planned_sit(marks: Iterable[Mark], kinds: Collection[str], tonight: date, today: date) -> Planned | None:
    """The next long sit that somebody can get ready for; the longest where a day has several.

    It is looked for from the evening before, that is the night whose next day is the mark's, until the mark's
    own day is over at midnight. A mark is a day on the calendar, whatever zone one flies into.

    Args:
        marks: Every mark.
        kinds: The kinds that are long sits.
        tonight: The night it is.
        today: The day on the calendar.
    """
    tomorrow = tonight + timedelta(days=1)
    near = [one for one in marks if one.kind in kinds and today <= one.date <= tomorrow]
    sits = [Planned(one, length_in(one.text)) for one in near]
    long = [one for one in sits if one.length is None or one.length >= LEAST]
    return min(
        long, key=lambda one: (one.mark.date, -(one.length or timedelta()), one.mark.kind), default=None
    )


def is_to_come(mark: Mark, kinds: Collection[str], today: date) -> bool:
    """Is it a long sit for which there will be a card the evening before, or is one now?"""
    length = length_in(mark.text)
    return mark.kind in kinds and mark.date >= today and (length is None or length >= LEAST)


def sit_words(planned: Planned, label: str, today: date) -> str:
    """When it is, what, and how long: ``Tomorrow, Sun 22 Nov: flight, 5 h``.

    Args:
        planned: The sit.
        label: What its kind is called.
        today: The day on the calendar.
    """
    day = planned.mark.date
    when = {0: "Today, ", 1: "Tomorrow, "}.get((day - today).days, "")
    length = f", {length_words(planned.length)}" if planned.length else ""
    return f"{when}{day_words(day)}: {label}{length}."
