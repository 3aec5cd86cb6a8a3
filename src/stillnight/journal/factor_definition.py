"""What makes a factor of one's own: what was said, what goes without saying, and whether it fits together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, TypeGuard

from stillnight.domain.errors import FieldError
from stillnight.domain.factor import Factor, Kind, check_slug, describe
from stillnight.domain.values import Value
from stillnight.journal.own_factors import FORM_LETTERS, free_letter, is_letter

DIRECTIONS = ("worse", "better", "either")
"""What may be expected of the legs with more of a factor."""

MOST_UNLESS_SAID = 100
"""The largest amount of an own factor whose range nobody named; a range of 0 to 1 is no amount."""

SPOKEN = ("label", "question", "unit", "key", "direction")
"""What is said of a factor in words."""

COUNTED = ("least", "most", "usual", "low", "high")
"""What is said of a factor in numbers."""

_OF_AMOUNTS = ("unit", *COUNTED)


def new_factor(slug: str, said: Mapping[str, Any], known: Mapping[str, Factor]) -> dict[str, Value]:
    """What is kept of a new factor.

    Args:
        slug: Its name.
        said: Its description as far as it was said; a unit or a number makes it an amount.
        known: Every other factor.

    Raises:
        FieldError: If the slug is none, or a part of the description does not fit.
    """
    check_slug(slug)
    kind = said.get("kind") or (Kind.AMOUNT if any(name in said for name in _OF_AMOUNTS) else Kind.YES_NO)
    label = str(said.get("label") or slug.replace("_", " "))
    words = {"label": label, "question": f"{label}?", "shown": True}
    return _checked(slug, {**words, **said, "kind": kind}, said, known)


def amended_factor(factor: Factor, said: Mapping[str, Any], known: Mapping[str, Factor]) -> dict[str, Value]:
    """What is kept of a factor once something else was said of it.

    Args:
        factor: The factor so far.
        said: What is said anew; another kind begins with that kind's own range.
        known: Every factor, this one among them.

    Raises:
        FieldError: If a part of the description does not fit.
    """
    before: dict[str, Any] = {
        name: getattr(factor, name) for name in ("label", "question", "key", "direction")
    }
    before["kind"] = str(factor.kind)
    if said.get("kind", factor.kind) == factor.kind and factor.kind is not Kind.YES_NO:
        before |= {name: value for name in _OF_AMOUNTS if (value := getattr(factor, name)) is not None}
    others = {slug: one for slug, one in known.items() if slug != factor.slug}
    emptied: dict[str, Value] = dict.fromkeys(_OF_AMOUNTS)
    return emptied | _checked(factor.slug, {**before, **said}, said, others)


def check_letter(key: object, known: Mapping[str, Factor]) -> None:
    """Make sure that a letter of the form is free.

    Raises:
        FieldError: If it is no letter that a factor can have, or one of ``known`` has it.
    """
    if not isinstance(key, str) or not is_letter(key):
        raise FieldError("key", key, f"one small letter, none of {' '.join(sorted(FORM_LETTERS))}")
    for factor in known.values():
        if factor.key == key:
            raise FieldError("key", key, f"a letter of its own: {factor.slug} has it")


def read_number(name: str, typed: str) -> float:
    """A number as people type it, with a point or a comma.

    Raises:
        FieldError: If it is none, or a million or more.
    """
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        raise FieldError(name, typed, "a number") from None
    if not abs(number) < 1_000_000:
        raise FieldError(name, typed, "a number under a million")
    return int(number) if number.is_integer() else number


def _checked(
    slug: str, spec: dict[str, Any], said: Mapping[str, Any], known: Mapping[str, Factor]
) -> dict[str, Value]:
    if spec["kind"] not in tuple(Kind):
        raise FieldError("kind", spec["kind"], f"one of {', '.join(Kind)}")
    spec = _ranged(spec)
    factor = describe(slug, spec)
    _check_words(factor)
    if factor.kind is Kind.YES_NO:
        for name in _OF_AMOUNTS:
            if said.get(name) not in (None, ""):
                raise FieldError(name, said[name], "nothing: yes or no has no amount (--kind amount has one)")
    else:
        _check_numbers(factor)
    if spec.get("key"):
        check_letter(spec["key"], known)
    else:
        spec["key"] = free_letter(slug, {one.key for one in known.values()})
    return {**spec, "kind": str(factor.kind)}


def _ranged(spec: dict[str, Any]) -> dict[str, Any]:
    """The description with the range that its kind has unless said otherwise."""
    if spec["kind"] == Kind.RATING:
        return {"least": 0, "most": 10, "low": 3, "high": 8, **spec}
    if spec["kind"] != Kind.AMOUNT:
        return spec
    least, said_high = spec.get("least", 0), spec.get("high")
    # a day with much of it is no limit: there are days with more
    most = spec.get("most", max(MOST_UNLESS_SAID, 2 * said_high if _is_number(said_high) else 0))
    if not _is_number(least) or not _is_number(most):
        return spec
    usual = spec.get("usual", min(max(said_high if _is_number(said_high) else 1, least), most))
    low = spec.get("low", least)
    high = usual if _is_number(usual) and usual > low else most
    return {"least": least, "most": most, "usual": usual, "low": low, "high": high, **spec}


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _check_words(factor: Factor) -> None:
    for name in SPOKEN:
        value = getattr(factor, name)
        if not isinstance(value, str) or not value.isprintable():
            raise FieldError(name, value, "some words on one line")
    for name in ("label", "question"):
        if not getattr(factor, name).strip():
            raise FieldError(name, getattr(factor, name), "some words")
    if factor.direction not in DIRECTIONS:
        raise FieldError("direction", factor.direction, f"one of {', '.join(DIRECTIONS)}")


def _check_numbers(factor: Factor) -> None:
    for name in COUNTED:
        value = getattr(factor, name)
        if not _is_number(value) and not (name == "usual" and value is None):
            raise FieldError(name, value, "a number")
    if factor.least < 0:
        raise FieldError("least", factor.least, "0 or more")
    if factor.least >= factor.most:
        raise FieldError("most", factor.most, f"more than least ({factor.least:g})")
    if factor.kind is Kind.RATING and factor.most > 10:
        raise FieldError("most", factor.most, "at most 10: a rating is one key")
    if factor.kind is Kind.RATING and factor.usual is not None:
        raise FieldError("usual", factor.usual, "nothing: a rating has to be said each time")
    for name in ("usual", "low", "high"):
        value = getattr(factor, name)
        if value is not None and not factor.least <= value <= factor.most:
            raise FieldError(name, value, factor.range_words)
    if factor.low >= factor.high:
        raise FieldError("high", factor.high, f"more than low ({factor.low:g})")
