"""Nights for the charts, made in a line."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from stillnight.domain.medicine import Dose
from stillnight.domain.night import Episode, Night
from stillnight.insight.charts.nights import ChartNight

LAST = date(2026, 11, 19)


def diary(*ratings: int | None, last: date = LAST) -> dict[date, ChartNight]:
    """Evenings' ratings up to the last night; ``None`` is a gap."""
    first = last - timedelta(days=len(ratings) - 1)
    days = (first + timedelta(days=at) for at in range(len(ratings)))
    return {
        day: one(day, severity=rating)
        for day, rating in zip(days, ratings, strict=True)
        if rating is not None
    }


def one(
    day: date = LAST, *, is_late: bool = False, bouts: tuple[tuple[str, int | None], ...] = (),
    doses: tuple[str, ...] = (), **values: Any,
) -> ChartNight:  # fmt: skip
    """One night with its answers; ``f_caffeine`` is ``f.caffeine``."""
    named = {
        name.replace("f_", "f.", 1) if name.startswith("f_") else name: value
        for name, value in values.items()
    }
    return ChartNight(
        Night(day, named),
        [Episode(day, datetime.fromisoformat(at), severity) for at, severity in bouts],
        [Dose(day, 1, at=datetime.fromisoformat(at)) for at in doses],
        is_late,
    )
