"""A journal with nights that say something, typed in any order."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.journal.memory_store import MemoryStore

from stillnight.domain.ids import night_id
from stillnight.domain.ports import NIGHTS

FIRST = date(2026, 9, 1)


def made_up(number: int = 40, seed: int = 3) -> dict[date, dict[str, Any]]:
    """So many nights in a row; three servings of caffeine make a night three points worse."""
    chance, found = Random(seed), {}
    for at in range(number):
        servings = chance.choice((0, 0, 3))
        day = FIRST + timedelta(days=at)
        found[day] = {
            "severity": 3 + servings + chance.choice((-1, 0, 0, 1)),
            "f.caffeine": servings,
            "f.sitting": chance.choice((3, 6, 9)),
            "f.alcohol": chance.choice((False, 1, 2)),
        }
    return found


def fill(store: MemoryStore, nights: dict[date, dict[str, Any]]) -> None:
    """Put nights into a store as if they had been logged before."""
    for day, values in nights.items():
        store.records[NIGHTS, night_id(day)] = {"date": day.isoformat(), **values}
