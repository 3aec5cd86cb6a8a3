"""Dates of nights as people type them."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from stillnight.domain.errors import FieldError
from stillnight.domain.month import shift_day
from stillnight.journal.record import FIRST_YEAR

_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY, _YEAR = r"(?P<day>\d{1,2})(st|nd|rd|th)?", r"( (?P<year>\d{4}))?"
_MONTH = (
    r"(?P<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?"
    r"|nov(ember)?|dec(ember)?)"
)
_NUMBERS = r"(?P<day>\d{1,2}) (?P<month>\d{1,2})( (?P<year>\d{4}))?"
_ALLOWED = "a date such as 2026-11-19, 19 Nov or 19.11., a weekday, yesterday or -3"


class Ahead(NamedTuple):
    """How many days after tonight may be meant.

    Attributes:
        days: By a day without a year.
        weekdays: By a weekday, 0-6.
    """

    days: int = 0
    weekdays: int = 0


PAST = Ahead()
"""What is on record: a weekday, and a day without a year, is the last one up to tonight."""

NEAREST = Ahead(183, 3)
"""What was or is to come: it is the nearest one, past or to come."""

PLANNED = Ahead(183, 6)
"""What begins: a weekday is the coming one, and a day without a year the nearest."""


def read_date(
    typed: str, near: date | None, tonight: date, field: str = "night", ahead: Ahead = PAST
) -> date:
    """The night that is meant by ``2026-11-14``, ``14 Nov``, ``14.11.``, ``mon``, ``yesterday`` or ``-3``.

    Numbers with dots are day first;
    with slashes they are refused: 3/4 is March to some and April to others.

    Args:
        typed: What was typed.
        near: A day in the month that a bare number means; ``None`` refuses a bare number.
        tonight: What ``today`` means.
        field: What is asked for, for the error.
        ahead: What a weekday and a day without a year mean.

    Raises:
        FieldError: If no date can be read, or it is long before anybody's journal.
    """
    text = " ".join(typed.split()).lower()
    found = (
        _simple(text, tonight)
        or _weekday(text, shift_day(tonight, ahead.weekdays))
        or _bare(text, near)
        or _written(text, shift_day(tonight, ahead.days))
    )
    if found is None:
        raise FieldError(field, typed.strip(), _ALLOWED)
    if found.year < FIRST_YEAR:
        raise FieldError(field, typed.strip(), f"a date from {FIRST_YEAR} on")
    return found


def _simple(text: str, tonight: date) -> date | None:
    """A date in full, a word, or so many nights back."""
    if text in _WORDS:
        return shift_day(tonight, _WORDS[text])
    if re.fullmatch(r"-\d{1,4}", text, re.ASCII):
        return shift_day(tonight, int(text))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _weekday(text: str, last: date) -> date | None:
    """The last such day up to a day."""
    weekday = next((at for at, name in enumerate(_WEEKDAYS) if len(text) > 2 and name.startswith(text)), None)
    return None if weekday is None else shift_day(last, -((last.weekday() - weekday) % 7))


def _bare(text: str, near: date | None) -> date | None:
    if near is None or not re.fullmatch(r"\d{1,2}", text, re.ASCII):
        return None
    return _day(f"{text} {near.month} {near.year:04}", "D M YYYY")


def _written(text: str, tonight: date) -> date | None:
    """A day with its month, in words or between dots; without a year the last one there was."""
    words = " ".join(text.replace(",", " ").replace(".", " ").split())
    for form, pattern in (
        (f"{_DAY} {_MONTH}{_YEAR}", "D MMM"),
        (f"{_MONTH} {_DAY}{_YEAR}", "D MMM"),
        (_NUMBERS, "D M"),
    ):
        found = re.fullmatch(form, words, re.ASCII)
        if found and (pattern != "D M" or "." in text):
            day = f"{found['day']} {found['month'][:3].title()}"
            return _last(day, pattern, found["year"], tonight)
    return None


def _last(day: str, pattern: str, year: str | None, tonight: date) -> date | None:
    if year is not None:
        return _day(f"{day} {year}", f"{pattern} YYYY")
    # a leap day can be eight years back
    days = (_day(f"{day} {back:04}", f"{pattern} YYYY") for back in range(tonight.year, tonight.year - 9, -1))
    return next((one for one in days if one is not None and one <= tonight), None)


def _day(text: str, pattern: str) -> date | None:
    import pendulum

    try:
        moment = pendulum.from_format(text, pattern, locale="en")
    except ValueError:
        return None
    return date(moment.year, moment.month, moment.day)
