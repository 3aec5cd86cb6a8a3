"""The four measures of M01: what was earlier, wider, sooner or stronger than in the nights before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stillnight.insight.drift.drift import Sign
from stillnight.insight.drift.limits import AugmentationLimits
from stillnight.insight.drift.stretch import Measure, mean_of, median_of
from stillnight.insight.drift.watched import WatchedNight, clock_of

Nights = Sequence[WatchedNight]


def signs(now: Nights, then: Nights, limits: AugmentationLimits) -> Iterator[Sign]:
    """Each of the four that changed enough; one with too few answers on either side says nothing.

    Args:
        now: The last nights.
        then: The nights they are held against, at least one.
        limits: From when on a change counts.
    """
    for measure in (_onset, _parts, _rest_latency, _severity):
        if sign := measure(now, then, limits):
            yield sign


def _onset(now: Nights, then: Nights, limits: AugmentationLimits) -> Sign | None:
    """First felt earlier by the clock, and not because the whole evening moved."""
    late = median_of([night.latest for night in now], limits.now_answers)
    early = median_of([night.earliest for night in then], limits.then_answers)
    if late is None or early is None or (by := early.value - late.value) < limits.earlier:
        return None
    if _evening_moved(now, then, by, limits):
        return None
    values = {"now": clock_of(late.value), "then": clock_of(early.value), "by": _hours(by), "minutes": by}
    return Sign("onset", values | _counted(late, early, then))


def _evening_moved(now: Nights, then: Nights, by: float, limits: AugmentationLimits) -> bool:
    """Is it hardly earlier when counted back from lights out? Not known is not moved."""
    late = median_of([_before_bed(night.latest, night.bed) for night in now], limits.named)
    early = median_of([_before_bed(night.earliest, night.bed) for night in then], limits.named)
    if late is None or early is None:
        return False
    return late.value - early.value < limits.before_bed * by


def _before_bed(felt: float | None, bed: float | None) -> float | None:
    return None if felt is None or bed is None else bed - felt


def _parts(now: Nights, then: Nights, limits: AugmentationLimits) -> Sign | None:
    """Parts named on some nights of now and on none of the earlier ones."""
    said = [night.spread for night in now if night.spread is not None]
    before = [night.spread for night in then if night.spread is not None]
    if len(said) < limits.now_answers or len(before) < limits.then_answers:
        return None
    fresh = frozenset().union(*said) - frozenset().union(*before)
    new = sorted(part for part in fresh if sum(part in one for one in said) >= limits.named)
    on = sum(not one.isdisjoint(new) for one in said)
    return Sign("parts", {"names": tuple(new), "n": on, "m": len(said)}) if new else None


def _rest_latency(now: Nights, then: Nights, limits: AugmentationLimits) -> Sign | None:
    """Sooner at rest."""
    late = median_of([night.rest_latency for night in now], limits.now_answers)
    early = median_of([night.rest_latency for night in then], limits.then_answers)
    if late is None or early is None or not early.value or late.value > limits.latency_share * early.value:
        return None
    return _figures("rest_latency", late, early, then, digits=0)


def _severity(now: Nights, then: Nights, limits: AugmentationLimits) -> Sign | None:
    """Stronger."""
    late = mean_of([night.severity for night in now], limits.now_answers)
    early = mean_of([night.severity for night in then], limits.then_answers)
    if late is None or early is None or late.value - early.value < limits.severity:
        return None
    return _figures("severity", late, early, then, digits=1)


def _figures(name: str, late: Measure, early: Measure, then: Nights, digits: int) -> Sign:
    by = round(abs(late.value - early.value), digits)
    values = {"now": round(late.value, digits), "then": round(early.value, digits), "by": by}
    return Sign(name, values | _counted(late, early, then))


def _counted(late: Measure, early: Measure, then: Nights) -> dict[str, object]:
    return {"n": late.nights, "m": early.nights, "since": then[0].date}


def _hours(minutes: float) -> str:
    hours, rest = divmod(int(minutes), 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"
