"""Fields of a night in a few words each: what a command says was saved, what a line of keys means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stillnight.domain.factor import PREFIX, Factor
from stillnight.domain.fields import FIELDS, Time
from stillnight.journal.day_words import clock_words, factor_words

_WORDS: Mapping[str, str] = {
    "severity": "urge {}",
    "onset": "first at {}",
    "parts": "where {}",
    "side": "side {}",
    "sensations": "feels {}",
    "pain": "pain {}",
    "mood": "mood {}",
    "rest_latency_min": "after {} min at rest",
    "relief_by_moving": "relief by moving: {}",
    "lights_out": "lights out {}",
    "sol_min": "asleep after {} min",
    "nwak": "awakenings {}",
    "waso_min": "awake {} min in all",
    "final_wake": "last woke {}",
    "out_of_bed": "up {}",
    "tasafa_min": "{} min trying to sleep on",
    "quality": "quality {} of 5",
    "disturbed": "disturbed {} of 10",
    "rested": "rested {} of 5",
    "kicks_seen": "kicks seen {}",
    "note": "note {!r}",
}


def said_words(
    values: Mapping[str, Any], factors: Mapping[str, Factor], named: Iterable[str] | None = None
) -> Iterator[str]:
    """Fields of a night in words, in the order of the form; no onset goes without saying.

    Args:
        values: The night's fields.
        factors: The factors known.
        named: The fields to say, the missing ones as cleared; ``None`` says every field there is.
    """
    wanted = set(values if named is None else named)
    for name, form in _WORDS.items():
        if name in wanted and values.get(name) != "none":
            yield _field_words(name, form, values.get(name))
    slugs = {name[len(PREFIX) :].partition(".")[0] for name in wanted if name.startswith(PREFIX)}
    answered = {
        name: value for name, value in values.items() if name[len(PREFIX) :].partition(".")[0] in slugs
    }
    yield from factor_words(answered, factors)
    yield from (f"{slug} cleared" for slug in sorted(slugs) if values.get(PREFIX + slug) is None)
    yield from _detail_words(answered)


def _field_words(name: str, form: str, value: Any) -> str:
    if value is None:
        return f"{name} cleared"
    if isinstance(FIELDS[name], Time):
        text = clock_words(value)
        return form.format(text) if text[:1].isdigit() else text
    if isinstance(value, list):
        return form.format(" ".join(value).replace("_", " "))
    return form.format({True: "yes", False: "no"}[value] if isinstance(value, bool) else value)


def _detail_words(values: Mapping[str, Any]) -> Iterator[str]:
    """Details of factors that :func:`factor_words` leaves out."""
    for name, value in values.items():
        slug, _, detail = name.removeprefix(PREFIX).partition(".")
        if name.startswith(PREFIX) and detail not in ("", "at") and value is not None:
            yield f"{slug} {detail} {clock_words(value) or value}"
