"""M01: does it come earlier, wider, sooner or stronger than at its best on a dopamine medicine?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from stillnight.insight.drift.drift import Sign
from stillnight.insight.drift.limits import AugmentationLimits
from stillnight.insight.drift.stretch import Measure, best_stretch, between, mean_of, median_of
from stillnight.insight.drift.watched import WatchedNight, clock_of

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
    signs: tuple[Sign, ...] = ()
    for look in range(limits.looks):
        day = tonight - timedelta(days=look * limits.apart)
        found = _look(nights, since, day, limits)
        if not found:
            return ()
        signs = signs or found
    return signs


def _look(
    nights: Sequence[WatchedNight], since: date, tonight: date, limits: AugmentationLimits
) -> tuple[Sign, ...]:
    """What one look finds; empty where that is not enough."""
    if (tonight - since).days < limits.on_it:
        return ()
    begins = tonight - timedelta(days=limits.now - 1)
    now = between(nights, begins, tonight)
    if sum(night.severity is not None for night in now) < limits.now_answers:
        return ()
    earlier = begins - timedelta(days=1)
    then = best_stretch(nights, since, earlier, limits.then, limits.then_answers)
    signs = tuple(_signs(now, then, limits)) if then else ()
    if signs and limits.lasting:
        signs = _lasting(signs, now, between(nights, since, earlier), limits)
    return signs if len(signs) >= limits.signs or _is_much_earlier(signs, limits) else ()


def _lasting(
    signs: Sequence[Sign],
    now: Sequence[WatchedNight],
    earlier: Sequence[WatchedNight],
    limits: AugmentationLimits,
) -> tuple[Sign, ...]:
    """Those that stand against all the earlier nights as well; a new part of the body is new all the same."""
    kept = {sign.name for sign in _signs(now, earlier, limits.eased)} | {"parts"}
    return tuple(sign for sign in signs if sign.name in kept)


def _is_much_earlier(signs: Sequence[Sign], limits: AugmentationLimits) -> bool:
    return any(sign.name == "onset" and sign.values["minutes"] >= limits.much_earlier for sign in signs)  # type: ignore[operator]


def _signs(
    now: Sequence[WatchedNight], then: Sequence[WatchedNight], limits: AugmentationLimits
) -> Iterator[Sign]:
    """Each of the four measures that changed enough."""
    few, many, since = limits.now_answers, limits.then_answers, then[0].date
    onset = (
        median_of([night.latest for night in now], few),
        median_of([night.earliest for night in then], many),
    )
    by = onset[1].value - onset[0].value if onset[0] and onset[1] else 0.0
    if onset[0] and onset[1] and by >= limits.earlier and not _evening_moved(now, then, by, limits):
        yield _onset_sign(onset[0], onset[1], by, since)
    yield from _spread_sign(now, then, limits)
    rest = (
        median_of([night.rest_latency for night in now], few),
        median_of([night.rest_latency for night in then], many),
    )
    if rest[0] and rest[1] and rest[1].value > 0 and rest[0].value <= limits.latency_share * rest[1].value:
        yield _sign("rest_latency", rest[0], rest[1], since, digits=0)
    severity = (
        mean_of([night.severity for night in now], few),
        mean_of([night.severity for night in then], many),
    )
    if severity[0] and severity[1] and severity[0].value - severity[1].value >= limits.severity:
        yield _sign("severity", severity[0], severity[1], since, digits=1)


def _evening_moved(
    now: Sequence[WatchedNight], then: Sequence[WatchedNight], by: float, limits: AugmentationLimits
) -> bool:
    """Is it hardly earlier when counted back from lights out? Not known is not moved."""
    late = median_of([_before_bed(night.latest, night.bed) for night in now], limits.now_answers)
    early = median_of([_before_bed(night.earliest, night.bed) for night in then], limits.then_answers)
    return bool(late and early and late.value - early.value < limits.before_bed * by)


def _before_bed(felt: float | None, bed: float | None) -> float | None:
    return None if felt is None or bed is None else bed - felt


def _onset_sign(now: Measure, then: Measure, minutes: float, since: date) -> Sign:
    hours, rest = divmod(int(minutes), 60)
    return Sign(
        "onset",
        {
            "now": clock_of(now.value),
            "then": clock_of(then.value),
            "by": f"{hours} h {rest} min" if rest else f"{hours} h",
            "n": now.nights,
            "m": then.nights,
            "since": since,
            "minutes": minutes,
        },
    )


def _sign(name: str, now: Measure, then: Measure, since: date, digits: int) -> Sign:
    values = {"now": round(now.value, digits), "then": round(then.value, digits)}
    by = round(abs(now.value - then.value), digits)
    return Sign(name, {**values, "by": by, "n": now.nights, "m": then.nights, "since": since})


def _spread_sign(
    now: Sequence[WatchedNight], then: Sequence[WatchedNight], limits: AugmentationLimits
) -> Iterator[Sign]:
    """Parts named on some nights of now and on none of the earlier ones."""
    said = [night.spread for night in now if night.spread is not None]
    before = [night.spread for night in then if night.spread is not None]
    if len(said) < limits.now_answers or len(before) < limits.then_answers:
        return
    known = frozenset().union(*before)
    new = sorted(part for part in frozenset().union(*said) - known if _named(part, said) >= limits.named)
    if new:
        on = sum(not one.isdisjoint(new) for one in said)
        yield Sign("parts", {"names": tuple(new), "n": on, "m": len(said)})


def _named(part: str, said: Sequence[frozenset[str]]) -> int:
    return sum(part in one for one in said)
