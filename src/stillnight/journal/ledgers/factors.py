"""The factors: what the form asks about the day, the user's own beside the built-in ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.factor import Factor
from stillnight.domain.ids import hashed_id
from stillnight.domain.ports import NIGHTS, Change, Deletion, Receipt
from stillnight.domain.values import Value
from stillnight.journal.ledgers.ledger import Ledger
from stillnight.journal.own_factors import FACTOR_FIELDS, read_factors

_TABLE = "factors"
_ORDER = "factor_order"


class FactorLedger(Ledger):
    """Reads and writes the factors."""

    def factors(self) -> dict[str, Factor]:
        """Every factor by slug, in the order of the form; hidden ones are among them."""
        store = self.desk.store
        records = (record for _, record in sorted(store.all(_TABLE).items()))
        return read_factors(self.desk.built_in, records, store.meta().get(_ORDER))

    def factor(self, slug: str) -> Factor:
        """One factor.

        Raises:
            UnknownName: If there is none of that name.
        """
        known = self.factors()
        if slug not in known:
            raise UnknownName("factor", slug, list(known), "stillnight factor list shows them all")
        return known[slug]

    def shown_factors(self) -> list[Factor]:
        """The factors that the form asks, in order."""
        return [factor for factor in self.factors().values() if factor.shown]

    def show_factor(self, slug: str, shown: bool) -> Receipt:
        """Ask a factor in the form, or no longer; its answers so far stay.

        Raises:
            UnknownName: If there is no such factor.
        """
        self.factor(slug)
        deed = f"{'show' if shown else 'hide'} factor {slug}"
        return self.desk.store.write(deed, self._shown(slug, shown))

    def ask_factors(self, slugs: Sequence[str]) -> Receipt:
        """Ask these factors in this order and no others, as one deed.

        Raises:
            UnknownName: If one of them is none.
        """
        wanted, known = [self.factor(slug).slug for slug in slugs], self.factors()
        changes = [Change("meta", 1, _ORDER, [*wanted, *(slug for slug in known if slug not in wanted)])]
        for slug, factor in known.items():
            if factor.shown is not (slug in wanted):
                changes += self._shown(slug, slug in wanted)
        return self.desk.store.write("the factors asked", changes)

    def ask_usual_factors(self) -> Receipt:
        """Ask what is asked when nobody says otherwise, in the usual order, and every own factor."""
        changes = [Change("meta", 1, _ORDER, None)]
        for slug, factor in self.factors().items():
            usually = self.desk.built_in[slug].shown if slug in self.desk.built_in else True
            if factor.shown is not usually:
                changes += self._shown(slug, usually)
        return self.desk.store.write("the factors asked", changes)

    def order_factors(self, slugs: Sequence[str]) -> Receipt:
        """Ask these factors first, in this order; the others follow as before.

        Raises:
            UnknownName: If one of them is none.
        """
        first = [self.factor(slug).slug for slug in slugs]
        order: list[Any] = list(dict.fromkeys((*first, *self.factors())))
        return self.desk.put("order of the factors", "meta", 1, {_ORDER: order})

    def add_factor(self, slug: str, **said: Any) -> Receipt:
        """Define a factor of one's own.

        Args:
            slug: Its name.
            said: Its description as far as it was said, see :class:`stillnight.domain.factor.Factor`.

        Raises:
            BadInput: If one of that name is there already.
            FieldError: If a part of the description does not fit.
        """
        from stillnight.journal.factor_definition import new_factor

        known = self.factors()
        if slug in known:
            raise BadInput(f"factor {slug!r} is there already: stillnight factor list shows it")
        return self._define(f"add factor {slug}", slug, new_factor(slug, said, known))

    def edit_factor(self, slug: str, **said: Any) -> Receipt:
        """Say something else of a factor; of a built-in one only its letter can be changed.

        Raises:
            UnknownName: If there is no such factor.
            BadInput: If it is built in, or would be of another kind than its answers.
            FieldError: If a part of the description does not fit.
        """
        from stillnight.journal.factor_definition import amended_factor, check_letter

        factor, known, deed = self.factor(slug), self.factors(), f"edit factor {slug}"
        if slug in self.desk.built_in:
            if set(said) - {"key"}:
                raise BadInput(f"{slug} came with the program: only its letter (key) can be changed")
            check_letter(said.get("key"), {name: one for name, one in known.items() if name != slug})
            return self._define(deed, slug, said)
        if said.get("kind", factor.kind) != factor.kind and (nights := self.nights_with(slug)):
            raise BadInput(
                f"{slug} has answers as {factor.kind} in {nights} {'night' if nights == 1 else 'nights'}: "
                "what is counted in another way is another factor, so add it under another name"
            )
        return self._define(deed, slug, amended_factor(factor, said, known))

    def remove_factor(self, slug: str) -> Receipt:
        """Forget what a factor of one's own is; its answers stay in their nights, undo brings it back.

        Raises:
            UnknownName: If there is no such factor.
            BadInput: If it came with the program.
        """
        self.factor(slug)
        if slug in self.desk.built_in:
            raise BadInput(f"{slug} came with the program: it can be hidden, not removed")
        return self.desk.store.write(f"remove factor {slug}", [Deletion(_TABLE, _id(slug))])

    def reset_factor(self, slug: str) -> Receipt:
        """Give a built-in factor its own letter back, and ask it if it is usually asked.

        Raises:
            UnknownName: If there is no such factor.
        """
        self.factor(slug)
        return self._define(f"reset factor {slug}", slug, {"key": None, "shown": None})

    def nights_with(self, slug: str) -> int:
        """In how many nights a factor was answered."""
        nights = self.desk.store.between(NIGHTS, date.min, date.max).values()
        return sum(1 for record in nights if record.get(f"f.{slug}") is not None)

    def factor_changes(self, factor: Factor) -> list[Change]:
        """What defines a factor of one's own, to be written together with something else."""
        values = {"slug": factor.slug, **{name: getattr(factor, name) for name in FACTOR_FIELDS}}
        known = {name: value for name, value in values.items() if value is not None} | {
            "kind": str(factor.kind)
        }
        return [Change(_TABLE, _id(factor.slug), name, value) for name, value in known.items()]

    def _shown(self, slug: str, shown: bool) -> list[Change]:
        return [Change(_TABLE, _id(slug), "slug", slug), Change(_TABLE, _id(slug), "shown", shown)]

    def _define(self, deed: str, slug: str, values: Mapping[str, Value]) -> Receipt:
        return self.desk.put(deed, _TABLE, _id(slug), {"slug": slug, **values})


def _id(slug: str) -> int:
    """The id of a factor, the same on every device."""
    return hashed_id("factor", slug)
