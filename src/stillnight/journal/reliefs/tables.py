"""Where reliefs are kept beside the episodes: own ratings, and sessions that are no episode."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain

from stillnight.domain.ids import hashed_id
from stillnight.domain.night import Episode, episode_of
from stillnight.domain.ports import Store
from stillnight.domain.values import Record, whole_number

EPISODES = "episodes"

RATINGS = "reliefs"
"""The table of the own ratings: ``relief`` (a tip's id) and ``rating`` 1-5; one record a relief."""

SESSIONS = "sessions"
"""The table of guided sessions that are no episode, because no urge was rated or because the same bout had
another relief already: ``night``, ``at``, ``relief``, ``minutes``, ``completed``, and ``severity`` and
``after`` where they are known."""


def rating_id(relief: str) -> int:
    """The number of a relief's rating, the same on every device."""
    return hashed_id("relief", relief)


def ratings_in(store: Store) -> Mapping[str, int]:
    """The own ratings 1-5 by relief; what cannot be meant is left out."""
    found = {}
    for record in store.all(RATINGS).values():
        relief, rating = record.get("relief"), whole_number(record.get("rating"), 1, 5)
        if isinstance(relief, str) and rating is not None:
            found[relief] = rating
    return found


def used_tips(store: Store) -> set[str]:
    """Everything that was ever used as a relief, by id or own word."""
    tables = (EPISODES, SESSIONS)
    used = {record.get("relief") for table in tables for record in store.all(table).values()}
    return {relief for relief in used if isinstance(relief, str)}


def sessions_in(store: Store, first: date = date.min, last: date = date.max) -> list[Episode]:
    """The sessions of the nights [first, last] that are no episode, in the shape of one, the oldest first."""
    return _in_order(store.between(SESSIONS, first, last).values())


def used_in(store: Store, first: date = date.min, last: date = date.max) -> list[Episode]:
    """Every time that a relief was used in the nights [first, last], be it in an episode or in a session."""
    records = (store.between(table, first, last).values() for table in (EPISODES, SESSIONS))
    return [one for one in _in_order(chain.from_iterable(records)) if one.relief]


def _in_order(records: Iterable[Record]) -> list[Episode]:
    return sorted(filter(None, map(episode_of, records)), key=lambda one: one.at.timestamp())
