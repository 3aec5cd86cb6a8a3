"""The ledgers beside the nights: factors, medicines, blood tests, red flags, the profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, time
from typing import Any

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.factor import Factor, Kind, check_slug, describe
from stillnight.domain.ids import hashed_id, timed_id
from stillnight.domain.ledger import (
    LAB_KINDS,
    LAB_RANGES,
    Lab,
    Medicine,
    Tick,
    lab_of,
    medicine_of,
    tick_of,
)
from stillnight.domain.ports import Change, Deletion, Receipt
from stillnight.domain.values import Record, Value
from stillnight.journal.desk import Desk
from stillnight.journal.own_factors import FORM_LETTERS, free_letter, is_letter, lettered, own_factor

_FACTOR_FIELDS = tuple(one.name for one in fields(Factor) if one.name != "slug")
_PROFILE = 1

MOST_UNLESS_SAID = 100
"""The largest amount of an own factor whose range nobody named; a range of 0 to 1 is no amount."""


class Ledgers:
    """Reads and writes the ledgers."""

    def __init__(self, desk: Desk) -> None:
        """Work with these."""
        self.desk = desk

    def factors(self) -> dict[str, Factor]:
        """Every factor by slug: the built-in ones as the user shows or hides them, then their own."""
        built_in, own = dict(self.desk.built_in), {}
        for _, record in sorted(self.desk.store.all("factors").items()):
            slug = str(record.get("slug") or "")
            spec = {name: record[name] for name in _FACTOR_FIELDS if record.get(name) is not None}
            if slug in built_in:
                shown = bool(spec.get("shown", built_in[slug].shown))
                built_in[slug] = replace(built_in[slug], shown=shown)
            elif factor := own_factor(slug, spec):
                own[slug] = factor
        return lettered(built_in.values(), own.values())

    def shown_factors(self) -> list[Factor]:
        """The factors that the form asks, in order."""
        return [factor for factor in self.factors().values() if factor.shown]

    def show_factor(self, slug: str, shown: bool) -> Receipt:
        """Ask a factor in the form, or no longer; its answers so far stay.

        Raises:
            UnknownName: If there is no such factor.
        """
        known = self.factors()
        if slug not in known:
            raise UnknownName("factor", slug, list(known), "stillnight factor list shows them all")
        number = hashed_id("factor", slug)
        deed = f"{'show' if shown else 'hide'} factor {slug}"
        return self.desk.put(deed, "factors", number, {"slug": slug, "shown": shown})

    def add_factor(self, slug: str, **spec: Any) -> Receipt:
        """Define a factor of one's own.

        Raises:
            BadInput: If one of that name is there already.
            FieldError: If the slug, the kind or a number does not fit.
        """
        check_slug(slug)
        if slug in self.factors():
            raise BadInput(f"factor {slug!r} is there already: stillnight factor list shows it")
        whole = {"label": slug, "question": slug, "kind": "yes_no", "shown": True, **spec}
        if whole["kind"] == Kind.AMOUNT:
            whole.setdefault("most", MOST_UNLESS_SAID)
        factor = describe(slug, whole)
        if factor.least >= factor.most:
            raise FieldError("most", factor.most, f"more than least ({factor.least:g})")
        if "usual" in spec and not factor.least <= spec["usual"] <= factor.most:
            raise FieldError("usual", spec["usual"], factor.range_words)
        whole.setdefault("key", free_letter(slug, {one.key for one in self.factors().values()}))
        self._check_key(whole["key"])
        return self.desk.put(
            f"add factor {slug}", "factors", hashed_id("factor", slug), {"slug": slug, **whole}
        )

    def factor_changes(self, factor: Factor) -> list[Change]:
        """What defines a factor of one's own, to be written together with something else."""
        values = {"slug": factor.slug, **{name: getattr(factor, name) for name in _FACTOR_FIELDS}}
        known = {name: value for name, value in values.items() if value is not None} | {
            "kind": str(factor.kind)
        }
        number = hashed_id("factor", factor.slug)
        return [Change("factors", number, name, value) for name, value in known.items()]

    def _check_key(self, key: str) -> None:
        taken = {factor.key: factor.slug for factor in self.factors().values()}
        if key and not is_letter(key):
            raise FieldError("key", key, f"one small letter, none of {' '.join(sorted(FORM_LETTERS))}")
        if key and key in taken:
            raise FieldError("key", key, f"a letter of its own: {taken[key]} has it")

    def medicines(self) -> list[Medicine]:
        """Every medicine on record, oldest first."""
        records = sorted(self.desk.store.all("medicines").items())
        return [medicine for number, record in records if (medicine := medicine_of(number, record))]

    def usual_medicines(self, day: date) -> list[Medicine]:
        """What is taken every evening, as of a day."""
        return [medicine for medicine in self.medicines() if medicine.usual and medicine.is_active(day)]

    def add_medicine(
        self,
        name: str,
        klass: str = "other",
        usual: bool = False,
        dose_text: str = "",
        start: date | None = None,
    ) -> Receipt:
        """Write a medicine down.

        Raises:
            BadInput: If it has no name.
        """
        if not name.strip():
            raise BadInput('a medicine needs a name, for example: stillnight medicine add "evening tablet"')
        values: dict[str, Value] = {"name": name.strip(), "class": klass, "usual": usual}
        values |= {"dose_text": dose_text} if dose_text else {}
        values |= {"from": start.isoformat()} if start else {}
        return self.desk.put(f"add medicine {name.strip()}", "medicines", self._new_id(), values)

    def labs(self) -> list[Lab]:
        """Every blood test on record, oldest first."""
        labs = [lab for record in self.desk.store.all("labs").values() if (lab := lab_of(record))]
        return sorted(labs, key=lambda lab: lab.date)

    def add_lab(self, day: date, kind: str, value: float, ill: bool | None = None) -> Receipt:
        """Write a blood test result down.

        Raises:
            FieldError: If the kind is unknown, the value out of range or the date still to come.
        """
        if kind not in LAB_KINDS:
            raise FieldError("kind", kind, f"one of {', '.join(LAB_KINDS)}")
        least, most, unit = LAB_RANGES[kind]
        if not least <= value <= most:
            raise FieldError(kind, value, f"{least} to {most} {unit}")
        if day > self.desk.clock.now().date():
            raise FieldError("date", day.isoformat(), "a day up to today")
        number = int(value) if float(value).is_integer() else value
        values: dict[str, Value] = {"date": day.isoformat(), "kind": kind, "value": number, "unit": unit}
        values |= {"ill": ill} if ill is not None else {}
        return self.desk.put(f"add {kind}", "labs", self._new_id(), values)

    def ticks(self) -> list[Tick]:
        """Every red flag ticked, oldest first."""
        ticks = [tick for record in self.desk.store.all("flags").values() if (tick := tick_of(record))]
        return sorted(ticks, key=lambda tick: tick.date)

    def tick(self, flag: str, day: date) -> Receipt:
        """Tick a red flag on a day; ticking it twice is one tick."""
        values: dict[str, Value] = {"date": day.isoformat(), "flag": flag}
        return self.desk.put(f"tick {flag}", "flags", hashed_id("flag", flag, day.isoformat()), values)

    def untick(self, flag: str) -> Receipt:
        """Take every tick of a red flag back."""
        records = self.desk.store.all("flags").items()
        found = [number for number, record in records if record.get("flag") == flag]
        return self.desk.store.write(f"untick {flag}", [Deletion("flags", number) for number in found])

    def profile(self) -> Record:
        """What the user told about themselves: pregnancy, kidneys, implants, falls and the like."""
        return self.desk.store.get("profile", _PROFILE) or {}

    def set_profile(self, values: Mapping[str, Value]) -> Receipt:
        """Note something in the profile; ``None`` takes it out."""
        return self.desk.put(f"profile {', '.join(values)}", "profile", _PROFILE, values)

    def set_rollover(self, clock: time) -> Receipt:
        """Say when one night ends and the next begins, for every device that shares this journal."""
        return self.desk.put("rollover", "meta", 1, {"rollover": f"{clock:%H:%M}"})

    def answers(self) -> Sequence[Record]:
        """What was said to suggestions: snoozed until a day, or not for me."""
        return list(self.desk.store.all("snoozes").values())

    def snooze(self, rule: str, until: date | None) -> Receipt:
        """Put a suggestion off until a day; ``None`` is *not for me*."""
        deed = f"{'put off' if until else 'not for me:'} {rule}"
        values: dict[str, Value] = {"rule": rule, "until": until.isoformat() if until else "never"}
        return self.desk.put(deed, "snoozes", hashed_id("snooze", rule), values)

    def _new_id(self) -> int:
        return timed_id(self.desk.clock.now())
