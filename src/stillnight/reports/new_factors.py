"""Factors that a file brings along: what they are is read off their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stillnight.domain.errors import BadInput
from stillnight.domain.factor import PREFIX, Factor, Kind, check_slug, describe
from stillnight.reports.night_json import fields_of_object

_AT_LEAST_MOST = 10
"""The range of a new amount reaches at least so far, so that tomorrow's answer fits too."""


def factors_of(objects: Iterable[Mapping[str, Any]], known: Mapping[str, Factor]) -> dict[str, Factor]:
    """The factors in a file that are not known, by slug.

    Only yes and no make a question of yes or no, any number makes an amount. They are not shown in
    the form until somebody asks for that. A day with little of an amount and one with much of it, which are
    compared, are read off the answers, too: a fifth of them lie below the one, a fifth above the other.

    Args:
        objects: The lines' objects; broken ones are passed over.
        known: The factors known.
    """
    answers: dict[str, list[Any]] = {}
    for slug, value in _answers(objects):
        if slug not in known:
            answers.setdefault(slug, []).append(value)
    return {slug: _factor(slug, values) for slug, values in answers.items()}


def _answers(objects: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    for shape in objects:
        try:
            fields = fields_of_object(shape)
        except BadInput:
            continue
        for name, value in fields.items():
            slug, _, detail = name.removeprefix(PREFIX).partition(".")
            if name.startswith(PREFIX) and not detail and value is not None and _is_slug(slug):
                yield slug, value


def _is_slug(slug: str) -> bool:
    try:
        return bool(check_slug(slug))
    except BadInput:
        return False


def _factor(slug: str, answers: list[Any]) -> Factor:
    label = slug.replace("_", " ")
    words = {"label": label, "question": f"{label}?", "shown": False}
    numbers = [value for value in answers if isinstance(value, int | float) and not isinstance(value, bool)]
    if not numbers:
        return describe(slug, {**words, "kind": str(Kind.YES_NO)})
    least, most = min(0, *numbers), max(_AT_LEAST_MOST, *numbers)
    noes = [0 for value in answers if value is False]
    low, high = _days_compared([*noes, *numbers])
    amounts = {"least": least, "most": most, "low": low, "high": high}
    return describe(slug, {**words, "kind": str(Kind.AMOUNT), **amounts})


def _days_compared(numbers: list[int | float]) -> tuple[float, float]:
    """A day with little and one with much; where most are alike, the least and the usual of the others."""
    ordered = sorted(numbers)
    low, high = (ordered[round(share * (len(ordered) - 1))] for share in (0.2, 0.8))
    if low < high:
        return low, high
    more = [number for number in ordered if number > ordered[0]]
    return (ordered[0], more[len(more) // 2]) if more else (min(0, low), max(low, 1))
