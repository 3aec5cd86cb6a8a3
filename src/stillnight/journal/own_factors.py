"""The factors as the journal has them: the built-in ones as the user wants them, then the user's own.

Each that is asked has a letter of the form to itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from string import ascii_lowercase
from typing import Any

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, amount, describe
from stillnight.domain.values import Record

FORM_LETTERS = frozenset("nuwfox")
"""Letters that mean something else in the form, so no factor can have them."""

FACTOR_FIELDS = tuple(one.name for one in fields(Factor) if one.name != "slug")
"""What a record in the table ``factors`` says beside its ``slug``."""

_WORDS = ("key", "unit", "direction")
_NUMBERS = ("least", "most", "low", "high")
_MAYBE_NUMBERS = ("usual", "mg_each")


def read_factors(
    built_in: Mapping[str, Factor], records: Iterable[Record], order: object = None
) -> dict[str, Factor]:
    """Every factor by slug.

    Args:
        built_in: The factors of ``seeds/factors.toml``; a record may show or hide one and change its letter.
        records: The table ``factors``; what is damaged there is passed over.
        order: The slugs that stand first, in their order; the others follow as they come.
    """
    ours, own = dict(built_in), {}
    for record in records:
        slug = str(record.get("slug") or "")
        spec = {name: record[name] for name in FACTOR_FIELDS if record.get(name) is not None}
        if slug in ours:
            ours[slug] = _as_wanted(ours[slug], spec)
        elif factor := own_factor(slug, spec):
            own[slug] = factor
    return _ordered(lettered(ours.values(), own.values()), order)


def own_factor(slug: str, spec: Mapping[str, Any]) -> Factor | None:
    """A factor out of its record; ``None`` where the record is not whole or says what cannot be."""
    try:
        factor = describe(slug, spec)
    except FieldError:
        return None
    words = all(isinstance(getattr(factor, name), str) for name in _WORDS)
    numbers = [getattr(factor, name) for name in _NUMBERS]
    maybe = [value for name in _MAYBE_NUMBERS if (value := getattr(factor, name)) is not None]
    whole = words and isinstance(factor.shown, bool) and all(map(_is_number, [*numbers, *maybe]))
    return factor if whole and factor.least < factor.most else None


def lettered(built_in: Collection[Factor], own: Collection[Factor]) -> dict[str, Factor]:
    """All factors by slug, no two with the same letter.

    Two devices can have given the same letter away. The first in the row keeps it, and everybody who
    is shown and has none gets a free one, so that each can be answered in the form.
    """
    taken = set(FORM_LETTERS)
    keyed: dict[str, Factor] = {}
    for factor in (*built_in, *own):
        key = factor.key if is_letter(factor.key) and factor.key not in taken else ""
        taken.add(key)
        keyed[factor.slug] = replace(factor, key=key) if key != factor.key else factor
    for slug, factor in keyed.items():
        if factor.shown and not factor.key:
            keyed[slug] = replace(factor, key=free_letter(slug, taken))
            taken.add(keyed[slug].key)
    return keyed


def free_letter(slug: str, taken: Collection[str]) -> str:
    """The first letter of the slug, else of the alphabet, that is not taken; empty when all are."""
    return next((sign for sign in slug + ascii_lowercase if is_letter(sign) and sign not in taken), "")


def is_letter(sign: str) -> bool:
    """Is it one small letter that the form has no other use for?"""
    return len(sign) == 1 and sign in ascii_lowercase and sign not in FORM_LETTERS


def _as_wanted(factor: Factor, spec: Mapping[str, Any]) -> Factor:
    """A built-in factor, shown or hidden and with the letter that the user wants."""
    shown, key = bool(spec.get("shown", factor.shown)), spec.get("key")
    return replace(factor, shown=shown, key=key if isinstance(key, str) and is_letter(key) else factor.key)


def _ordered(factors: dict[str, Factor], order: object) -> dict[str, Factor]:
    first = order if isinstance(order, list) else []
    return {slug: factors[slug] for slug in (*first, *factors) if isinstance(slug, str) and slug in factors}


def _is_number(value: object) -> bool:
    return not isinstance(value, bool) and amount(value) is not None
