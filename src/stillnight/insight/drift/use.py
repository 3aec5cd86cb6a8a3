"""Since when something has been taken without a pause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

PAUSE = timedelta(days=7)
"""A gap no longer than this is no pause: one medicine gave way to another. Our own choice."""


class Spell(NamedTuple):
    """From when to when something was taken, both days in.

    Attributes:
        first: The first day.
        last: The last day; a day to come where it is still taken.
    """

    first: date
    last: date


def taken_since(spells: Iterable[Spell], tonight: date) -> date | None:
    """The first day of the use that reaches tonight; ``None`` where nothing does.

    Args:
        spells: Every spell of it, in any order; they may overlap.
        tonight: The night it is.
    """
    since = None
    for spell in sorted(spells, key=lambda one: one.last, reverse=True):
        if spell.first > tonight:
            continue
        if since is None and spell.last < tonight:
            break
        if since is not None and since - spell.last > PAUSE:
            break
        since = spell.first if since is None else min(since, spell.first)
    return since
