"""M02: were the two weeks after a medicine was begun or changed worse than the two weeks before?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from stillnight.insight.drift.drift import Sign
from stillnight.insight.drift.limits import WorseLimits
from stillnight.insight.drift.stretch import between, mean_of
from stillnight.insight.drift.watched import WatchedNight

AS_WRITTEN = WorseLimits()


def is_due(changed: date, tonight: date, limits: WorseLimits = AS_WRITTEN) -> bool:
    """Are the nights after it over, and not for too long? Before that they would be looked at every night."""
    return limits.days <= (tonight - changed).days < limits.days + limits.shown


def worse_after(
    nights: Sequence[WatchedNight], changed: date, limits: WorseLimits = AS_WRITTEN
) -> Sign | None:
    """The difference, where it is large enough; ``None`` where it is not, or too few nights were rated.

    The night of the change is in neither: what was noted of it may be from before the first tablet.

    Args:
        nights: The nights, in order of date.
        changed: The first day of the medicine, or of its new dose.
        limits: From when on a difference counts.
    """
    whole, day = timedelta(days=limits.days), timedelta(days=1)
    before = mean_of(_severities(nights, changed - whole, changed - day), limits.answers)
    after = mean_of(_severities(nights, changed + day, changed + whole), limits.answers)
    if before is None or after is None or after.value - before.value < limits.points:
        return None
    return Sign(
        "severity",
        {
            "now": round(after.value, 1),
            "then": round(before.value, 1),
            "by": round(after.value - before.value, 1),
            "n": after.nights,
            "m": before.nights,
        },
    )


def _severities(nights: Sequence[WatchedNight], first: date, last: date) -> list[float | None]:
    return [night.severity for night in between(nights, first, last)]
