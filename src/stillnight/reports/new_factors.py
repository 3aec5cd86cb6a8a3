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
    the form until somebody asks for that.

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
    most = max(_AT_LEAST_MOST, *numbers)
    return describe(
        slug, {**words, "kind": str(Kind.AMOUNT), "least": min(0, *numbers), "most": most, "high": most}
    )
