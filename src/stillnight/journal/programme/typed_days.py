"""Weekdays as people type them."""

from __future__ import annotations

import re

from stillnight.domain.errors import FieldError
from stillnight.domain.preferences import WEEKDAYS

SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""0 Monday to 6 Sunday, in short."""


def read_weekdays(typed: str) -> tuple[int, ...]:
    """``mon,wed,fri`` or ``Mo We Fr`` as 0 Monday to 6 Sunday, in the order of the week.

    Raises:
        FieldError: If one of the words is no weekday, or there is none.
    """
    found = set()
    for word in filter(None, re.split(r"[,;\s]+", typed.casefold())):
        day = next((at for at, name in enumerate(WEEKDAYS) if len(word) > 1 and name.startswith(word)), None)
        if day is None:
            raise FieldError("days", word, "weekdays such as mon,wed,fri")
        found.add(day)
    if not found:
        raise FieldError("days", typed, "weekdays such as mon,wed,fri")
    return tuple(sorted(found))


def weekday_words(days: tuple[int, ...]) -> str:
    """``Mon, Wed, Fri``."""
    return ", ".join(SHORT[day] for day in days)
