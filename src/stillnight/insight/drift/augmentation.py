"""M01: does it come earlier, wider, sooner or stronger than at its best on a dopamine medicine?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from stillnight.insight.drift.drift import Sign
from stillnight.insight.drift.limits import AugmentationLimits
from stillnight.insight.drift.measures import signs
from stillnight.insight.drift.stretch import best_stretch, between
from stillnight.insight.drift.watched import WatchedNight

AS_WE_WATCH = AugmentationLimits()


def augmentation(
    nights: Sequence[WatchedNight], since: date, tonight: date, limits: AugmentationLimits = AS_WE_WATCH
) -> tuple[Sign, ...]:
    """What changed, as of tonight; empty where nothing did, or where there are too few nights to tell.

    The last nights are held against the best earlier stretch on the medicine, then against all the earlier
    nights on it. Every look running must find enough; told is what tonight's finds.

    Args:
        nights: The nights, in order of date.
        since: The first day on such a medicine, without a pause since.
        tonight: The last night that is looked at.
        limits: From when on a change counts.
    """
    told: tuple[Sign, ...] = ()
    for look in range(limits.looks):
        found = _look(nights, since, tonight - timedelta(days=look * limits.apart), limits)
        if not found:
            return ()
        told = told or found
    return told


def _look(
    nights: Sequence[WatchedNight], since: date, tonight: date, limits: AugmentationLimits
) -> tuple[Sign, ...]:
    """What one look finds; empty where that is not enough."""
    if (tonight - since).days < limits.on_it:
        return ()
    begins = tonight - timedelta(days=limits.now - 1)
    now, before = between(nights, begins, tonight), begins - timedelta(days=1)
    best = best_stretch(nights, since, before, limits.then, limits.then_answers)
    found = tuple(signs(now, best, limits)) if best else ()
    if found and limits.lasting:
        found = _lasting(found, now, between(nights, since, before), limits)
    return found if len(found) >= limits.signs or _is_much_earlier(found, limits) else ()


def _lasting(
    found: Sequence[Sign],
    now: Sequence[WatchedNight],
    earlier: Sequence[WatchedNight],
    limits: AugmentationLimits,
) -> tuple[Sign, ...]:
    """Those that stand against all the earlier nights as well; a new part of the body is new all the same."""
    kept = {sign.name for sign in signs(now, earlier, limits.eased)} | {"parts"}
    return tuple(sign for sign in found if sign.name in kept)


def _is_much_earlier(found: Sequence[Sign], limits: AugmentationLimits) -> bool:
    minutes = (sign.values["minutes"] for sign in found if sign.name == "onset")
    return any(isinstance(by, int | float) and by >= limits.much_earlier for by in minutes)
