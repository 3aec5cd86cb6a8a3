"""When a rating of the day was made: before the evening it counts in full, in the evening the legs colour it.

The time stands beside the rating as ``f.<factor>.at`` and goes with it: a rating that is changed in the
evening is one of the evening, and of a night that is over nobody knows when it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from stillnight.domain.clock_rule import NightFrame, stamp_text
from stillnight.domain.factor import Factor, Kind
from stillnight.domain.moment import is_before_evening
from stillnight.domain.values import Record, Value


def times_of_ratings(
    values: Mapping[str, Value], there: Record, ratings: Iterable[Factor], frame: NightFrame, now: datetime
) -> dict[str, Value]:
    """The times that go with the ratings which are written now; ``None`` takes one back.

    Args:
        values: What is written, by field.
        there: The night as it is on record.
        ratings: The factors that are rated.
        frame: The night.
        now: This moment, on the user's wall clock.
    """
    found: dict[str, Value] = {}
    for factor in ratings:
        field, at = factor.field, f"{factor.field}.at"
        rating = values.get(field)
        if at in values or rating is None or rating is False or _is_as_before(rating, there, field):
            continue
        if is_before_evening(now, frame.date):
            found[at] = stamp_text(now)
        elif there.get(at) is not None:
            found[at] = stamp_text(now) if frame.contains(now) else None
    return found


def ratings_among(factors: Iterable[Factor]) -> list[Factor]:
    """Those of some factors that are rated from 0 to 10."""
    return [factor for factor in factors if factor.kind is Kind.RATING]


def is_afternoons(
    values: Mapping[str, Value], ratings: Iterable[Factor], frame: NightFrame, now: datetime
) -> bool:
    """Is what is written nothing but an afternoon's rating? Then the evening is still to be told.

    Takes what :func:`times_of_ratings` does.
    """
    known = {name for factor in ratings for name in (factor.field, f"{factor.field}.at")}
    return is_before_evening(now, frame.date) and values.keys() <= known


def _is_as_before(rating: Value, there: Record, field: str) -> bool:
    """Is it on record just so, with its time? Typed again it is no other rating."""
    return there.get(field) == rating and there.get(f"{field}.at") is not None
