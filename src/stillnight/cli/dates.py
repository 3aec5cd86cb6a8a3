"""Nights and months on the command line."""

from __future__ import annotations

from datetime import date

from stillnight.domain.errors import FieldError
from stillnight.journal.typed_date import read_date


def read_night(typed: str, tonight: date, field: str = "night") -> date:
    """The night that is meant, see :func:`stillnight.journal.typed_date.read_date`.

    Raises:
        FieldError: If no date can be read.
    """
    return read_date(typed, None, tonight, field)


def read_month(typed: str) -> date:
    """The first day of a month such as ``2026-11``.

    Raises:
        FieldError: If it is no month.
    """
    try:
        return date.fromisoformat(f"{typed.strip()}-01")
    except ValueError:
        raise FieldError("month", typed, "a month such as 2026-11") from None
