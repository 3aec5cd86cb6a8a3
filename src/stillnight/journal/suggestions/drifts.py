"""Slow changes over the nights on record: on a dopamine medicine, and after one was begun or changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from stillnight.domain.medicine import Medicine
from stillnight.insight.drift.augmentation import augmentation
from stillnight.insight.drift.drift import Drift, Sign
from stillnight.insight.drift.use import Spell, taken_since
from stillnight.insight.drift.watched import watch
from stillnight.insight.drift.worse_after import AS_WRITTEN, is_due, worse_after
from stillnight.rules.facts import Facts

DOPAMINE = frozenset({"dopamine_agonist", "levodopa"})
"""The classes on which legs can get worse over time: rule M01."""


def drifts_of(facts: Facts) -> Mapping[str, Sequence[Drift]]:
    """Every slow change that a rule is about, by its name."""
    return {"augmentation": list(_augmentation(facts)), "worse_after": list(_worse_after(facts))}


def _augmentation(facts: Facts) -> Iterator[Drift]:
    taken = [one for one in facts.medicines if not DOPAMINE.isdisjoint(facts.classes_of(one))]
    active = [one for one in taken if one.is_active(facts.tonight)]
    if not active:
        return
    since = taken_since(_spells(taken, facts), facts.tonight)
    if since is None:
        yield Drift("undated", lacks="medicine.undated")
        return
    signs = augmentation(watch(facts.nights, facts.bedtime), since, facts.tonight)
    if signs:
        names = tuple(one.name for one in active)
        on_it = Sign("on_it", {"names": names, "days": (facts.tonight - since).days})
        # not the first day: known from doses alone it moves on with the nights that are looked at
        yield Drift(str(min(one.id for one in active)), (*signs, on_it))


def _spells(medicines: Sequence[Medicine], facts: Facts) -> Iterator[Spell]:
    """When each was taken; without a first day, since the first dose on record at the latest."""
    for one in medicines:
        doses = (dose.night for dose in facts.doses if dose.medicine == one.id)
        first = one.start or min(doses, default=None)
        if first is not None:
            yield Spell(first, one.end or date.max)


def _worse_after(facts: Facts) -> Iterator[Drift]:
    changed: dict[date, list[str]] = {}
    for medicine in facts.medicines:
        for day in medicine.news:
            if is_due(day, facts.tonight):
                changed.setdefault(day, []).append(medicine.name)
    for day, names in sorted(changed.items(), reverse=True):
        reach = timedelta(days=AS_WRITTEN.days)
        nights = watch(one for one in facts.nights if day - reach <= one.date <= day + reach)
        if sign := worse_after(nights, day):
            yield Drift(day.isoformat(), (Sign("changed", {"names": tuple(names), "day": day}), sign))
