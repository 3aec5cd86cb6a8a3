"""Stretches of time as people type them: ``2026-10``, ``since 1 Oct``, ``last 30``, ``in March``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from stillnight.domain.clock_rule import date_words
from stillnight.domain.errors import FieldError
from stillnight.domain.month import grid_of, shift_day, shift_month
from stillnight.journal.finding.conditions import Dates
from stillnight.journal.record import FIRST_YEAR
from stillnight.journal.typed_date import read_date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"(january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?( (?P<year>\d{4}))?"
)
_ALSO_WORDS = ("may", "mar", "march")
"""Months that are words as well: alone they are searched as text."""

_LAST = re.compile(r"last (?P<number>\d{1,4})( (?P<unit>nights?|days?|weeks?|months?|years?))?")
_BARE = re.compile(r"\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(\d{4})?")
_BETWEEN = re.compile(r"(?P<first>.+?)\.\.(?P<last>.+)")
_EXAMPLE = "a date such as 2026-10-14, 14 Oct or 2026-10; quotes search for the words"

Read = tuple[Dates, int]
"""What was understood, and how many words it took."""


def read_dates(words: Sequence[str], tonight: date) -> Read | None:
    """The nights that the first words mean; ``None`` where they are no date.

    Args:
        words: What was typed, in small letters.
        tonight: The night in which we are.

    Raises:
        FieldError: If ``since``, ``until`` and the like are followed by what can only be a wrong date.
    """
    return _relative(words, tonight) or _bounded(words, tonight) or _alone(words, tonight)


def _relative(words: Sequence[str], tonight: date) -> Read | None:
    """``last 30``, ``last 3 months``, ``this year``, ``last night``."""
    pair = " ".join(words[:2])
    months = {"this month": tonight, "last month": shift_month(tonight.replace(day=1), -1)}
    if pair in months:
        return _month(months[pair]), 2
    if pair in ("this year", "last year"):
        return _year(tonight.year - (pair == "last year")), 2
    if pair == "last night":
        return _day(shift_day(tonight, -1)), 2
    if pair in ("last week", "this week"):
        return _since(shift_day(tonight, -6)), 2
    for used in (3, 2):
        found = _LAST.fullmatch(" ".join(words[:used])) if len(words) >= used else None
        if found and int(found["number"]):
            return _since(_back(tonight, int(found["number"]), found["unit"] or "nights")), used
    return None


def _back(tonight: date, number: int, unit: str) -> date:
    """The first of the last so many nights, weeks, months or years."""
    if unit.startswith(("month", "year")):
        return shift_day(shift_month(tonight, -number * (12 if unit.startswith("year") else 1)), 1)
    return shift_day(tonight, 1 - number * (7 if unit.startswith("week") else 1))


def _bounded(words: Sequence[str], tonight: date) -> Read | None:
    """``since 1 Oct``, ``before 2026``, ``in March``, ``on 14 Oct``."""
    bound = _BOUNDS.get(words[0]) if words else None
    if bound is None:
        return None
    for used in (3, 2, 1):
        found = _period(" ".join(words[1 : 1 + used]), tonight) if len(words) > used else None
        if found:
            return bound(found), used + 1
    if words[1:] and words[1][:1].isdigit():
        raise FieldError(words[0], words[1], _EXAMPLE)
    return None


def _alone(words: Sequence[str], tonight: date) -> Read | None:
    """``2026-10``, ``14 Oct``, ``October 2026``, ``2026-10-01..2026-10-14``."""
    between = _BETWEEN.fullmatch(words[0]) if words else None
    ends = [_period(between[name], tonight) for name in ("first", "last")] if between else []
    if ends and ends[0] and ends[1]:
        first, last = ends[0].first, ends[1].last
        return Dates(first, last, f"{date_words(first)} to {date_words(last)}"), 1
    for used in (3, 2, 1):
        text = " ".join(words[:used]) if len(words) >= used else ""
        is_one = used == 1 and (_BARE.fullmatch(text) or (_MONTH.match(text) and text not in _ALSO_WORDS))
        if (is_one or (used > 1 and _is_written(words[:used]))) and (found := _period(text, tonight)):
            return found, used
    return None


def _is_written(words: Sequence[str]) -> bool:
    """Two or three words with a month and a number, and nothing else."""
    months = sum(bool(_MONTH.fullmatch(word.strip(".,"))) for word in words)
    numbers = sum(word[:1].isdigit() for word in words)
    return months == 1 and numbers == len(words) - 1


def _period(text: str, tonight: date) -> Dates | None:
    """A year, a month or a day."""
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return _year(int(text)) if FIRST_YEAR <= int(text) <= tonight.year + 1 else None
    if re.fullmatch(r"\d{4}-\d\d", text, re.ASCII):
        try:
            return _month(date.fromisoformat(f"{text}-01"))
        except ValueError:
            return None
    if found := _MONTH.fullmatch(text):
        month = MONTHS.index(text[:3]) + 1
        year = int(found["year"] or tonight.year - (month > tonight.month))
        return _month(date(year, month, 1)) if year >= FIRST_YEAR else None
    try:
        return _day(read_date(text, None, tonight)) if text else None
    except FieldError:
        return None


def _year(year: int) -> Dates:
    return Dates(date(year, 1, 1), date(year, 12, 31), f"in {year}")


def _month(day: date) -> Dates:
    grid = grid_of(day)
    return Dates(grid.first, grid.last, f"in {day:%B} {day.year}")


def _day(day: date) -> Dates:
    return Dates(day, day, f"on {date_words(day)}")


def _since(day: date) -> Dates:
    return Dates(day, date.max, f"since {date_words(day)}")


def _from(found: Dates) -> Dates:
    return _since(found.first)


def _until(found: Dates) -> Dates:
    return Dates(date.min, found.last, f"until {date_words(found.last)}")


def _before(found: Dates) -> Dates:
    last = shift_day(found.first, -1)
    return Dates(date.min, last, f"until {date_words(last)}")


def _after(found: Dates) -> Dates:
    return _since(shift_day(found.last, 1))


_BOUNDS: dict[str, Callable[[Dates], Dates]] = {
    "since": _from, "from": _from, "until": _until, "to": _until, "till": _until,
    "before": _before, "after": _after, "in": lambda found: found, "on": lambda found: found,
}  # fmt: skip
