"""Nights and months on the command line."""

from __future__ import annotations

from datetime import date

from stillnight.domain.errors import BadInput, FieldError
from stillnight.journal.journal import Journal
from stillnight.journal.typed_date import read_date


def read_night(typed: str, tonight: date, field: str = "night") -> date:
    """The night that is meant, see :func:`stillnight.journal.typed_date.read_date`.

    Raises:
        FieldError: If no date can be read.
    """
    return read_date(typed, None, tonight, field)


def night_to_write(typed: str | None, journal: Journal) -> date:
    """The night that is meant, tonight where none is named; one to come only if it is there already.

    Raises:
        FieldError: If no date can be read.
        BadInput: If it is still to come.
    """
    tonight = journal.tonight
    night = tonight if typed is None else read_night(typed, tonight)
    if night > tonight and not journal.browse.night(night).logged:
        raise BadInput(
            f"the night of {night.isoformat()} is still to come (tonight is {tonight.isoformat()}); "
            f"stillnight log --night {night.isoformat()} --future takes it all the same"
        )
    return night


def read_month(typed: str) -> date:
    """The first day of a month such as ``2026-11``.

    Raises:
        FieldError: If it is no month.
    """
    try:
        return date.fromisoformat(f"{typed.strip()}-01")
    except ValueError:
        raise FieldError("month", typed, "a month such as 2026-11") from None
