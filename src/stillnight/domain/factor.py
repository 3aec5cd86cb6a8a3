"""Factors: things of the day that might matter, and what was answered about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from stillnight.domain.errors import FieldError
from stillnight.domain.values import YES_NO_WORDS

PREFIX = "f."
"""Factor answers stand in a night as ``f.<slug>``, their details as ``f.<slug>.<detail>``."""

DETAILS = ("at", "mg", "g", "end", "intensity", "longest_min")
"""What can be known besides the amount: last time taken, milligrams, grams, end, how hard, longest sit."""

MOST_MEANT = 1e12
"""No amount is larger, whatever its unit, nor smaller than its opposite; our own choice."""

_SLUG = re.compile(r"[a-z0-9_]+")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")


class Kind(StrEnum):
    """How a factor is answered."""

    YES_NO = "yes_no"
    AMOUNT = "amount"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor as ``seeds/factors.toml`` or the user describes it.

    Attributes:
        slug: Its name in the journal, ``[a-z0-9_]+``.
        label: Its name on the screen.
        question: What is asked, in plain words.
        kind: Yes or no, an amount, or a rating from 0 to 10.
        key: The form's letter, empty when it has none.
        unit: The unit of the amount in words, empty for yes or no.
        least: The smallest amount that can be meant.
        most: The largest amount that can be meant.
        usual: The amount a single key press stands for until the user has a median of their own;
            ``None`` where the user must say it (a rating).
        low: The reference amount of a day without it.
        high: The reference amount of a day with it.
        direction: What is expected with more of it: ``worse``, ``better`` or ``either``.
        shown: Does the form ask it unless told otherwise?
        mg_each: Milligrams of substance in one unit, where that is known.
    """

    slug: str
    label: str
    question: str
    kind: Kind
    key: str = ""
    unit: str = ""
    least: float = 0
    most: float = 1
    usual: float | None = 1
    low: float = 0
    high: float = 1
    direction: str = "either"
    shown: bool = False
    mg_each: float | None = None

    @property
    def field(self) -> str:
        """The field of a night that holds the answer."""
        return PREFIX + self.slug

    @property
    def full_label(self) -> str:
        """Its name where there is room: a label that is cut short for the form is spelled out."""
        return self.slug.replace("_", " ") if self.label.endswith(".") else self.label

    def check(self, value: object) -> bool | int | float:
        """The answer as the journal keeps it: ``False`` is a no, ``True`` a yes without an amount.

        Raises:
            FieldError: If the value is outside [least, most] or of another kind, or a rating is a bare yes.
        """
        answer = _read(value)
        if isinstance(answer, bool) and not (answer and self.kind is Kind.RATING):
            return answer
        if isinstance(answer, bool) or answer is None or not self.least <= answer <= self.most:
            raise FieldError(self.field, value, self.range_words)
        if self.kind is not Kind.YES_NO:
            return int(answer) if answer == int(answer) else answer
        if answer not in (0, 1):
            raise FieldError(self.field, value, self.range_words)
        return bool(answer)

    @property
    def range_words(self) -> str:
        """What can be answered, in words."""
        if self.kind is Kind.YES_NO:
            return "yes or no (1 or 0)"
        # the unit of a rating is its range once more: of 10
        unit = "" if self.kind is Kind.RATING else self.unit
        return f"{self.least:g} to {self.most:g} {unit}".rstrip()


_WORDS = tuple(one.name for one in fields(Factor) if one.name != "slug")


def check_slug(slug: str) -> str:
    """A slug as it is, if it is one.

    Raises:
        FieldError: If it has other signs than small letters, digits and ``_``.
    """
    if not _SLUG.fullmatch(slug):
        raise FieldError("factor", slug, "small letters, digits and _ only")
    return slug


def details_of(field: str, names: Iterable[str]) -> list[str]:
    """The details of a factor's answer among the fields of a night: when, how much, how long."""
    return sorted(name for name in names if name.startswith(f"{field}."))


def amount(value: object) -> float | None:
    """An answer as a number: no is 0, yes without an amount 1, ``None`` where nothing can be meant."""
    # a number of hundreds of digits, left by a hand, is compared before it is made a float
    if not isinstance(value, int | float) or not -MOST_MEANT <= value <= MOST_MEANT:
        return None
    return float(value)


def describe(slug: str, spec: Mapping[str, Any]) -> Factor:
    """A factor out of its parsed description; a rating is 0 to 10 and has no usual amount unless said.

    Raises:
        FieldError: If the slug is none, or the description lacks a word, has one too many or a wrong kind.
    """
    check_slug(slug)
    kinds = tuple(kind.value for kind in Kind)
    if spec.get("kind") not in kinds:
        raise FieldError(f"{slug}.kind", spec.get("kind"), f"one of {', '.join(kinds)}")
    for name in spec:
        if name not in _WORDS:
            raise FieldError(f"{slug}.{name}", spec[name], f"nothing: a factor has only {', '.join(_WORDS)}")
    for name in ("label", "question"):
        if not isinstance(spec.get(name), str):
            raise FieldError(f"{slug}.{name}", spec.get(name), "some words")
    kind = Kind(spec["kind"])
    usually = {"most": 10, "usual": None} if kind is Kind.RATING else {}
    return Factor(slug=slug, **{**usually, **spec, "kind": kind})


def parse_factors(data: Mapping[str, Any]) -> dict[str, Factor]:
    """Read the parsed ``factors.toml``: a table ``factor`` of slug to description.

    Raises:
        FieldError: If a slug is none, a description does not fit, or two factors share a key.
    """
    factors = {slug: describe(slug, spec) for slug, spec in data.get("factor", {}).items()}
    taken: dict[str, str] = {}
    for factor in factors.values():
        if factor.key and factor.key in taken:
            raise FieldError(
                f"{factor.slug}.key", factor.key, f"a letter of its own: {taken[factor.key]} has it"
            )
        taken[factor.key] = factor.slug
    return factors


def _read(value: object) -> bool | int | float | None:
    """What was given as yes, no or a number; ``None`` where it is none of them."""
    if isinstance(value, bool | int | float):
        return value
    if not isinstance(value, str):
        return None
    text = value.strip().lower()
    if text in YES_NO_WORDS:
        return YES_NO_WORDS[text]
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None
