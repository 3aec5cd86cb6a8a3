"""Nights as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from stillnight.domain.errors import FieldError
from stillnight.domain.month import shift_day
from stillnight.journal.record import FIRST_YEAR

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY, _YEAR = r"(?P<day>\d{1,2})(st|nd|rd|th)?", r"( (?P<year>\d{4}))?"
_MONTH = (
    r"(?P<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?"
    r"|nov(ember)?|dec(ember)?)"
)
_FORMS = (re.compile(f"{_DAY} {_MONTH}{_YEAR}", re.ASCII), re.compile(f"{_MONTH} {_DAY}{_YEAR}", re.ASCII))
_ALLOWED = "a date such as 2026-11-19 or 19 Nov, a weekday, yesterday or today"


def read_night(typed: str, tonight: date, field: str = "night") -> date:
    """The night that is meant by ``2026-11-19``, ``yesterday``, ``mon`` or ``19 Nov``.

    A weekday is the last one up to tonight, and so is a day without a year. Numbers alone are read
    only year first: 3/4 is March to some and April to others.

    Raises:
        FieldError: If no date can be read.
    """
    text = typed.strip().lower()
    days = {"today": 0, "tonight": 0, "yesterday": -1}
    if text in days:
        return shift_day(tonight, days[text])
    try:
        return _in_range(date.fromisoformat(text), typed, field)
    except ValueError:
        pass
    for number, name in enumerate(_WEEKDAYS):
        if len(text) >= 3 and (text == name or (text.startswith(name) and text.endswith("day"))):
            return tonight - timedelta(days=(tonight.weekday() - number) % 7)
    return _in_words(typed, tonight, field)


def _in_words(typed: str, tonight: date, field: str) -> date:
    """Read a day with its month's name, such as ``19 Nov`` or ``Nov 19, 2025``."""
    words = typed.lower().replace(",", " ").replace(".", " ").split()
    found = next((match for form in _FORMS if (match := form.fullmatch(" ".join(words)))), None)
    if found is None:
        raise FieldError(field, typed, _ALLOWED)
    years = [int(found["year"])] if found["year"] else range(tonight.year, tonight.year - 9, -1)
    for year in years:
        day = _day(f"{found['day']} {found['month'][:3].title()} {year:04}")
        if day is not None and (found["year"] or day <= tonight):
            return _in_range(day, typed, field)
    raise FieldError(field, typed, _ALLOWED)


def _in_range(day: date, typed: str, field: str) -> date:
    if day.year < FIRST_YEAR:
        raise FieldError(field, typed, f"a date from {FIRST_YEAR} on")
    return day


def _day(text: str) -> date | None:
    import pendulum

    try:
        moment = pendulum.from_format(text, "D MMM YYYY", locale="en")
    except ValueError:
        return None
    return date(moment.year, moment.month, moment.day)


def read_month(typed: str) -> date:
    """The first day of a month such as ``2026-11``.

    Raises:
        FieldError: If it is no month.
    """
    try:
        return date.fromisoformat(f"{typed.strip()}-01")
    except ValueError:
        raise FieldError("month", typed, "a month such as 2026-11") from None
