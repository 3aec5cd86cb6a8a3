"""The user's own factors: read out of their records, each with a letter of the form to itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from string import ascii_lowercase
from typing import Any

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, describe

FORM_LETTERS = frozenset("nuwfox")
"""Letters that mean something else in the form, so no factor can have them."""

_WORDS = ("key", "unit", "direction")
_NUMBERS = ("least", "most", "low", "high")
_MAYBE_NUMBERS = ("usual", "mg_each")


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
    taken = set(FORM_LETTERS) | {factor.key for factor in built_in}
    keyed: dict[str, Factor] = {}
    for factor in own:
        key = factor.key if is_letter(factor.key) and factor.key not in taken else ""
        taken.add(key)
        keyed[factor.slug] = replace(factor, key=key)
    for slug, factor in keyed.items():
        if factor.shown and not factor.key:
            keyed[slug] = replace(factor, key=free_letter(slug, taken))
            taken.add(keyed[slug].key)
    return {**{factor.slug: factor for factor in built_in}, **keyed}


def free_letter(slug: str, taken: Collection[str]) -> str:
    """The first letter of the slug, else of the alphabet, that is not taken; empty when all are."""
    return next((sign for sign in slug + ascii_lowercase if is_letter(sign) and sign not in taken), "")


def is_letter(sign: str) -> bool:
    """Is it one small letter that the form has no other use for?"""
    return len(sign) == 1 and sign in ascii_lowercase and sign not in FORM_LETTERS


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
