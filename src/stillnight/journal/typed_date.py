"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from stillnight.domain.errors import BadInput

_WORDS = {"today": 0, "tonight": 0, "yesterday": -1}
_FORMATS = (
    "YYYY-MM-DD",
    "D MMM YYYY",
    "D MMMM YYYY",
    "D.M.YYYY",
    "D MMM",
    "D MMMM",
    "D.M.",
    "MMM D",
    "MMMM D",
)


def read_date(typed: str, near: date, tonight: date) -> date:
    """The date of a night as typed: ``2026-11-14``, ``14 Nov``, ``14``, ``-3``, ``yesterday``.

    Args:
        typed: What was typed.
        near: A day in the month that a bare number means.
        tonight: What ``today`` means; a date without a year is the last such day up to then.

    Raises:
        BadInput: If it is no date.
    """
    text = " ".join(typed.split()).lower()
    if text in _WORDS:
        return tonight + timedelta(days=_WORDS[text])
    if re.fullmatch(r"-\d{1,4}", text):
        return tonight - timedelta(days=int(text[1:]))
    found = _day_of_month(text, near) if re.fullmatch(r"\d{1,2}", text) else _written(text, tonight)
    if found is None:
        raise BadInput(f"{typed.strip()!r} is no date: type 2026-11-14, 14 Nov, 14, yesterday or -3")
    return found


def _day_of_month(text: str, near: date) -> date | None:
    try:
        return near.replace(day=int(text))
    except ValueError:
        return None


def _written(text: str, tonight: date) -> date | None:
    import pendulum

    for pattern in _FORMATS:
        try:
            day = pendulum.from_format(text, pattern).date()
        except ValueError:
            continue
        found = date(day.year, day.month, day.day)
        if "YYYY" not in pattern:
            found = found.replace(year=tonight.year) if _has_day(found, tonight.year) else found
            found = found.replace(year=tonight.year - 1) if found > tonight else found
        return found
    return None


def _has_day(day: date, year: int) -> bool:
    try:
        day.replace(year=year)
    except ValueError:
        return False
    return True
