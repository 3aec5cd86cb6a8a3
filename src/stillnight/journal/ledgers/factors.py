"""The factors: what the form asks about the day, the user's own beside the built-in ones."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.domain.factor import Factor, Kind, check_slug, describe
from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import Change, Receipt
from stillnight.journal.ledgers.ledger import Ledger
from stillnight.journal.own_factors import FORM_LETTERS, free_letter, is_letter, lettered, own_factor

_FACTOR_FIELDS = tuple(one.name for one in fields(Factor) if one.name != "slug")

MOST_UNLESS_SAID = 100
"""The largest amount of an own factor whose range nobody named; a range of 0 to 1 is no amount."""


class FactorLedger(Ledger):
    """Reads and writes the factors."""

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
