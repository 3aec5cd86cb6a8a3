"""How a field is held against a value: one small function an operator, chosen by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any

from stillnight.domain.moment import NIGHT_ENDS
from stillnight.rules.vocabulary import Kind

Compare = Callable[[Any, Any], bool]

PRESENCE = ("known", "missing")
"""Operators that ask only whether there is a value; they take no value of their own."""

_NUMBER: Mapping[str, Compare] = {
    "<": lambda seen, value: bool(seen < value),
    "<=": lambda seen, value: bool(seen <= value),
    "=": lambda seen, value: bool(seen == value),
    ">=": lambda seen, value: bool(seen >= value),
    ">": lambda seen, value: bool(seen > value),
}

OPERATORS: Mapping[Kind, Mapping[str, Compare]] = {
    Kind.NUMBER: _NUMBER,
    Kind.TIME: {
        "before": lambda seen, value: minute_of_day(seen) < minute_of_day(value),
        "after": lambda seen, value: minute_of_day(seen) > minute_of_day(value),
    },
    Kind.YES_NO: {"=": lambda seen, value: bool(seen) is value},
    Kind.WORD: {
        "=": lambda seen, value: bool(seen == value),
        "in": lambda seen, value: seen in value,
    },
    Kind.WORDS: {
        "has_any": lambda seen, value: not set(value).isdisjoint(seen),
        "has_all": lambda seen, value: set(value) <= set(seen),
    },
}
"""The operators that fit each kind of field, besides ``known`` and ``missing``."""


def minute_of_day(moment: datetime | time) -> int:
    """Minutes from 05:00 to a wall-clock time, 0-1439.

    A day of a night journal runs from waking to the small hours: a coffee at 10:00 is before midday, one
    at 00:30 long after it.
    """
    return (moment.hour * 60 + moment.minute - NIGHT_ENDS.hour * 60) % 1440
