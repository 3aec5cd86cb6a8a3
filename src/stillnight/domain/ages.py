"""How long ago something was, in words."""

from __future__ import annotations

from datetime import date


def months_between(first: date, last: date) -> int:
    """Whole months from one day to a later one."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def age_words(day: date, today: date) -> str:
    """How old something of a day is: ``today``, ``12 days old``, ``5 weeks old``, ``14 months old``.

    Months are counted up to two years, then years; what is dated later is of today, for travellers.
    """
    days, months = (today - day).days, months_between(day, today)
    if days <= 0:
        return "today"
    if days < 14:
        return _old(days, "day")
    if months < 2:
        return _old(days // 7, "week")
    return _old(months, "month") if months < 24 else _old(months // 12, "year")


def _old(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'} old"
