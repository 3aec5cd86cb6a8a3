"""What a field holds: of one night, or of everything known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from stillnight.domain.awakening import awakenings
from stillnight.domain.clock_rule import NOON, NightFrame, minutes_between
from stillnight.domain.factor import amount
from stillnight.domain.lab import latest
from stillnight.domain.medicine import Medicine
from stillnight.domain.moment import NIGHT_ENDS
from stillnight.domain.night import Night, worst
from stillnight.domain.profile import WEEKS, conditions_of, is_pregnant
from stillnight.domain.sleep import measure
from stillnight.rules.facts import Facts
from stillnight.rules.vocabulary import NIGHT_FIELDS, Kind

SPELL_DAYS = 14
"""Marks of a kind no further apart than this are one spell: the days of one heavy period. Our own choice."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found.

    Attributes:
        value: The value; ``None`` is unknown, which is never a zero.
        date: The day it is from, where it has one.
        names: What to call it, where it is a list: the medicines' names as typed.
    """

    value: Any = None
    date: date | None = None
    names: tuple[str, ...] = ()


def read_night(facts: Facts, night: Night, name: str) -> Any:
    """One field of one night, ``None`` where it is unknown."""
    if name.startswith("f."):
        return _factor(facts, night, name)
    if name == "medicine.taken":
        return {klass for medicine in facts.taken_on(night.date) for klass in facts.classes_of(medicine)}
    if name in ("tib", "tst", "se_tib", "se_dse"):
        return getattr(measure(night), name)
    episodes = facts.episodes.get(night.date, ())
    if name == "worst":
        return worst(night, episodes)
    if name == "awakenings_legs":
        return len(awakenings(night, episodes, facts.bedtime, facts.rollover)) or night.get("nwak")
    if name == "onset_word":
        return night.onset_word
    return night.time(name) if NIGHT_FIELDS[name] is Kind.TIME else night.get(name)


def read_fact(
    facts: Facts, name: str, within_days: int | None = None, wanted: Collection[str] = ()
) -> Reading:
    """One field of everything known.

    Args:
        facts: What is known.
        name: The field, see :mod:`stillnight.rules.vocabulary`.
        within_days: Look no further back than so many days; ``None`` looks at all there is.
        wanted: Of medicines and red flags, only these classes or flags; empty takes all.
    """
    room, _, rest = name.partition(".")
    thing, _, what = rest.partition(".")
    match room:
        case "lab":
            return _lab(facts, thing, what)
        case "profile":
            return Reading(_profile(facts, thing))
        case "mark":
            return _mark(facts, thing, what, within_days)
        case "medicine":
            return _medicine(facts, thing, what, within_days, wanted)
        case _:
            return _flags(facts, within_days, wanted)


def _factor(facts: Facts, night: Night, name: str) -> Any:
    slug, _, detail = name.removeprefix("f.").partition(".")
    if detail in ("at", "end"):
        return night.time(name)
    if detail == "before_bed_min":
        return _minutes_to_bed(facts, night, night.time(f"f.{slug}.at"))
    stored = night.get(name)
    if detail == "mg" and stored is None:
        each, servings = _mg_each(facts, slug), _amount(facts, slug, night.get(f"f.{slug}"))
        return None if each is None or servings is None else each * servings
    return stored if detail else _amount(facts, slug, stored)


def _amount(facts: Facts, slug: str, answer: Any) -> float | None:
    """An answer as a number; a yes without an amount is the factor's usual amount."""
    if answer is True and slug in facts.factors:
        return facts.factors[slug].usual
    return amount(answer)


def _mg_each(facts: Facts, slug: str) -> float | None:
    return facts.factors[slug].mg_each if slug in facts.factors else None


def _minutes_to_bed(facts: Facts, night: Night, taken: datetime | None) -> int | None:
    """Minutes from a time to lights out, or to the usual bedtime on the same wall clock.

    A night runs from noon, so a morning coffee is written down on the morning after; it was drunk on the
    morning before.
    """
    zone = taken.tzinfo if taken else None
    if taken is None or zone is None:
        return None
    if NIGHT_ENDS <= taken.time() < NOON:
        taken = datetime.combine(night.date, taken.time(), zone)
    bed = night.time("lights_out") or NightFrame(night.date, zone).place(facts.bedtime)
    return minutes_between(taken, bed)


def _lab(facts: Facts, kind: str, what: str) -> Reading:
    lab = latest(facts.labs, kind)
    if lab is None:
        return Reading()
    found = {"": lab.value, "age_days": facts.age(lab.date), "ill": lab.ill}
    return Reading(found[what], lab.date)


def _profile(facts: Facts, name: str) -> Any:
    """What was said; a yes or no to a number of weeks is no number."""
    if name == "conditions":
        return conditions_of(facts.profile)
    if name == "pregnant":
        return is_pregnant(facts.profile)
    said = facts.profile.get(name)
    return None if name in WEEKS and isinstance(said, bool) else said


def _mark(facts: Facts, kind: str, what: str, within_days: int | None) -> Reading:
    days = [mark.date for mark in facts.marks if mark.kind == kind and _recent(facts, mark.date, within_days)]
    newest = max(days, default=None)
    if what == "count":
        return Reading(len(days), newest)
    if what == "spells":
        return Reading(count_spells(days), newest)
    return Reading(facts.age(newest) if newest else None, newest)


def count_spells(days: Iterable[date]) -> int:
    """How many there are, those of one spell counted once, see :data:`SPELL_DAYS`."""
    spells, before = 0, date.min
    for day in sorted(days):
        spells += (day - before).days > SPELL_DAYS
        before = day
    return spells


def _medicine(
    facts: Facts, thing: str, what: str, within_days: int | None, wanted: Collection[str]
) -> Reading:
    if what == "days":
        begun = [one.start for one in _active(facts) if one.start and thing in facts.classes_of(one)]
        first = min(begun, default=None)
        return Reading(facts.age(first) if first else None, first)
    chosen = [
        one
        for one in _chosen(facts, thing, within_days)
        if not wanted or not facts.classes_of(one).isdisjoint(wanted)
    ]
    if thing == "changed" and not chosen and _medicine(facts, "undated", "", None, wanted).value:
        return Reading()
    classes = {klass for one in chosen for klass in facts.classes_of(one)}
    return Reading(classes, _newest(facts, chosen), tuple(one.name for one in chosen))


def _newest(facts: Facts, medicines: Sequence[Medicine]) -> date | None:
    """When one of them was last begun or changed."""
    return max((day for one in medicines for day in one.news if facts.age(day) >= -1), default=None)


def _chosen(facts: Facts, thing: str, within_days: int | None) -> Iterable[Medicine]:
    if thing == "active":
        return _active(facts)
    if thing == "changed":
        return (one for one in _active(facts) if any(_recent(facts, day, within_days) for day in one.news))
    if thing == "undated":
        return (one for one in _active(facts) if not one.news)
    taken = {dose.medicine for dose in facts.doses if _recent(facts, dose.night, within_days)}
    taken |= {one.id for one in facts.usual()}
    return (one for one in facts.medicines if one.id in taken)


def _active(facts: Facts) -> Iterable[Medicine]:
    return (one for one in facts.medicines if one.is_active(facts.tonight))


def _flags(facts: Facts, within_days: int | None, wanted: Collection[str]) -> Reading:
    """A tick dated after tonight counts too: travel must not hide a red flag."""
    ticks = [
        tick
        for tick in facts.ticks
        if (not wanted or tick.flag in wanted)
        and (within_days is None or facts.age(tick.date) <= within_days)
    ]
    return Reading({tick.flag for tick in ticks}, max((tick.date for tick in ticks), default=None))


def _recent(facts: Facts, day: date, within_days: int | None) -> bool:
    """In the window; the day after counts, since before noon tonight is still named by yesterday."""
    age = facts.age(day)
    return age >= -1 and (within_days is None or age <= within_days)
