"""How a rating looks: a glyph and a colour, so that neither is needed alone."""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """A band of severity as it is drawn."""

    glyph: str
    style: str
    words: str


BANDS = (
    (0, Look("·", "$severity-0", "0")),
    (3, Look("▂", "$severity-1", "1-3")),
    (5, Look("▄", "$severity-2", "4-5")),
    (7, Look("▆", "$severity-3", "6-7")),
    (10, Look("█", "$severity-4", "8-x")),
)
"""The highest rating of each band, with its look."""

UNRATED = Look("◦", "$muted", "no rating")
"""A night with an entry and no rating."""

EMPTY = Look(" ", "$muted", "no entry")
"""A night without an entry: blank, not a gap to feel bad about."""


def look_of(rating: int | None, logged: bool = True) -> Look:
    """The look of a rating from 0 to 10."""
    if rating is None:
        return UNRATED if logged else EMPTY
    return next(look for most, look in BANDS if rating <= most)


def digit(rating: int) -> str:
    """A rating in one sign: ``x`` is ten."""
    return "x" if rating == 10 else str(rating)
