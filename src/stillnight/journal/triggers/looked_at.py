"""Which factors are looked at: those that the form asks, and those that are answered without being asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from stillnight.domain.factor import Factor
from stillnight.domain.month import shift_day
from stillnight.domain.night import Night

STILL_DAYS = 90
"""A factor that the form does not ask counts as answered still if it was in so many days; our own choice."""

ENOUGH = 14
"""On so many rated nights of them, which is what a look needs at least."""


def looked_at(factors: Mapping[str, Factor], nights: Sequence[Night], last: date) -> tuple[Factor, ...]:
    """The factors to look at, in the order of the form.

    What came with an import, or is logged by a script, is not asked in the form and speaks all the same.
    What somebody hid and answers no more is left alone.

    Args:
        factors: Every factor of the journal.
        nights: All nights.
        last: The last night that is taken into account.
    """
    lately = (night for night in nights if shift_day(last, -STILL_DAYS) < night.date <= last)
    answered = _answered(night for night in lately if night.severity is not None)
    return tuple(one for one in factors.values() if one.shown or answered[one.slug] >= ENOUGH)


def _answered(nights: Iterable[Night]) -> Counter[str]:
    return Counter(slug for night in nights for slug, _ in night.factors())
