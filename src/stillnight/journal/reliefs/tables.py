"""Where reliefs are kept beside the episodes: own ratings, and sessions that are no episode."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from stillnight.domain.clock_rule import read_date, read_stamp
from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import Store
from stillnight.domain.values import Record, whole_number

RATINGS = "reliefs"
"""The table of the own ratings: ``relief`` (a tip's id) and ``rating`` 1-5; one record a relief."""

SESSIONS = "sessions"
"""The table of guided sessions that are no episode, because no urge was rated or because the same bout had
another relief already: ``night``, ``at``, ``relief``, ``minutes``, ``completed``, and ``severity`` and
``after`` where they are known."""


@dataclass(frozen=True, slots=True)
class Used:
    """One time that a relief was used, be it an episode or a session.

    Attributes:
        relief: The tip's id, or the user's own word.
        night: The evening's date.
        at: When it, or the episode, began.
        before: The urge before, 0-10.
        after: The urge afterwards, 0-10.
        minutes: For how long, 0-240.
        completed: Was it done to its end? ``None`` where nobody said.
    """

    relief: str
    night: date
    at: datetime
    before: int | None = None
    after: int | None = None
    minutes: int | None = None
    completed: bool | None = None


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
    tables = ("episodes", SESSIONS)
    used = {record.get("relief") for table in tables for record in store.all(table).values()}
    return {relief for relief in used if isinstance(relief, str)}


def used_in(store: Store, first: date = date.min, last: date = date.max) -> list[Used]:
    """Every time that a relief was used in the nights [first, last], the oldest first."""
    found = [one for table in ("episodes", SESSIONS) for one in _read(store.between(table, first, last))]
    return sorted(found, key=lambda one: one.at.timestamp())


def _read(records: Mapping[int, Record]) -> Iterator[Used]:
    for record in records.values():
        relief, night, at = record.get("relief"), read_date(record.get("night")), read_stamp(record.get("at"))
        if isinstance(relief, str) and relief and night is not None and at is not None:
            completed = record.get("completed")
            yield Used(
                relief,
                night,
                at,
                before=whole_number(record.get("severity"), 0, 10),
                after=whole_number(record.get("after"), 0, 10),
                minutes=whole_number(record.get("minutes"), 0, 240),
                completed=completed if isinstance(completed, bool) else None,
            )
