"""Late recall: what was written down when the memory of it had faded.

Paper diaries are filled in afterwards far more often than people say (Stone 2002, BMJ 324:1193), so an
entry says when it was made. An evening counts as fresh until the rollover that ends its night, a morning
for one more day: until then the evening form offers it. A night of which nobody knows when it was
entered, such as an imported one, counts as on time.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import NamedTuple

from stillnight.domain.clock_rule import NOON, night_of, read_stamp
from stillnight.domain.night import Night

EVENING_DAYS, MORNING_DAYS = 0, 1
"""So many nights later a form may be saved first and still counts as on time."""


class Recall(NamedTuple):
    """What of a night was recalled late.

    Attributes:
        evening: When the evening was entered, if that was late.
        morning: When the morning was confirmed, if that was late.
    """

    evening: datetime | None = None
    morning: datetime | None = None

    @property
    def is_late(self) -> bool:
        """Was either of them late?"""
        return self.evening is not None or self.morning is not None

    @property
    def names(self) -> list[str]:
        """Which of them were late: ``evening``, ``morning``."""
        return [name for name, at in zip(self._fields, self, strict=True) if at is not None]


def recall_of(night: Night, rollover: time = NOON) -> Recall:
    """What of a night was recalled late.

    Each time is read on the wall clock that it was written with, so every device says the same.

    Args:
        night: The night.
        rollover: When one night ends and the next begins.
    """
    return Recall(
        _late(night, "evening_at", EVENING_DAYS, rollover), _late(night, "morning_at", MORNING_DAYS, rollover)
    )


def _late(night: Night, form: str, days: int, rollover: time) -> datetime | None:
    at = read_stamp(night.get(form))
    if at is None:
        return None
    try:
        return at if night_of(at, rollover) - timedelta(days=days) > night.date else None
    except OverflowError:
        return None
