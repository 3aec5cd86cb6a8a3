"""What is kept of reliefs: the own ratings, and each time that one was used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain

from stillnight.domain.errors import FieldError
from stillnight.domain.ids import hashed_id
from stillnight.domain.night import EPISODES, SESSIONS, Episode, episode_of
from stillnight.domain.ports import Deletion, Receipt, Store
from stillnight.domain.values import Record, whole_number
from stillnight.journal.desk import Desk

RATINGS = "reliefs"
"""The table of the own ratings: ``relief`` (a tip's id) and ``rating`` 1-5; one record a relief."""


def ratings_in(store: Store) -> Mapping[str, int]:
    """The own ratings 1-5 by relief; what cannot be meant is left out."""
    found = {}
    for record in store.all(RATINGS).values():
        relief, rating = record.get("relief"), whole_number(record.get("rating"), 1, 5)
        if isinstance(relief, str) and relief.strip() and rating is not None:
            found[relief] = rating
    return found


def rate(desk: Desk, relief: str, title: str, rating: int | None) -> Receipt:
    """Keep an own rating; it has the same number on every device.

    Args:
        desk: The store.
        relief: The tip's id, or the user's own word.
        title: What it is called where it is undone.
        rating: 1 (no use) to 5 (good); ``None`` takes it back.

    Raises:
        FieldError: If it is out of range.
        StoreError: If it could not be made safe.
    """
    number, deed = hashed_id("relief", relief), f"rating of {title.lower()}"
    if rating is None:
        return desk.store.write(deed, [Deletion(RATINGS, number)])
    if whole_number(rating, 1, 5) is None:
        raise FieldError("rating", rating, "a whole number from 1 (no use) to 5 (good), or none")
    return desk.put(deed, RATINGS, number, {"relief": relief, "rating": rating})


def sessions_in(store: Store, first: date = date.min, last: date = date.max) -> list[Episode]:
    """The sessions of the nights [first, last] that are no episode, in the shape of one, the oldest first."""
    return _in_order(store.between(SESSIONS, first, last).values())


def used_in(store: Store, first: date = date.min, last: date = date.max) -> list[Episode]:
    """Every time that a relief was used in the nights [first, last], be it in an episode or in a session."""
    records = (store.between(table, first, last).values() for table in (EPISODES, SESSIONS))
    return [one for one in _in_order(chain.from_iterable(records)) if one.relief and one.relief.strip()]


def tried_in(store: Store, first: date = date.min, last: date = date.max) -> list[Episode]:
    """The same without what was only begun: a key too many leaves a relief untried."""
    return [one for one in used_in(store, first, last) if one.is_tried]


def _in_order(records: Iterable[Record]) -> list[Episode]:
    return sorted(filter(None, map(episode_of, records)), key=lambda one: one.at.timestamp())
