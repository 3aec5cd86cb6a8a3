"""What devices disagree on, in words: on the screen, on a night's page, on the command line alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from stillnight.domain.clock_rule import span_words
from stillnight.domain.disagreement import Disagreement, Side
from stillnight.domain.factor import Factor
from stillnight.domain.fields import FIELDS
from stillnight.domain.ids import night_of_id
from stillnight.domain.ports import NIGHTS
from stillnight.domain.values import Record, Value
from stillnight.journal.field_words import said_words

SIGN = "≠"
"""Stands where devices disagree, beside a word."""

_LONG = 40
"""So many signs of a value are told in one line; our choice."""

_NAMES = ("name", "kind", "at", "flag", "date", "relief", "start")
"""What tells records of the other tables apart, the best first."""


def place_words(one: Disagreement, record: Record | None) -> str:
    """Of what devices disagree: ``night of Tue 17 → Wed 18 Nov``, ``medicines: iron``.

    Args:
        one: The disagreement.
        record: What is on record there.
    """
    if one.table == NIGHTS:
        try:
            return f"night of {span_words(night_of_id(one.id))}"
        except ValueError:
            return f"night {one.id}"
    named = next((record[name] for name in _NAMES if record and record.get(name)), one.id)
    return f"{one.table}: {named}"


def value_words(one: Disagreement, value: Value, factors: Mapping[str, Factor]) -> str:
    """One value with its field: ``urge 6``, ``no caffeine``, ``note 'slept well'``, ``pain: not asked``."""
    name = one.field
    if value is None:
        slug = name.removeprefix("f.")
        return f"{factors[slug].label if slug in factors else name}: not asked"
    is_known = one.table == NIGHTS and (name in FIELDS or name.startswith("f."))
    try:
        words = ", ".join(said_words({name: value}, factors, [name])) if is_known else ""
    except (TypeError, KeyError, AttributeError, ValueError):
        # a hand may have left anything in the file
        words = ""
    return words or f"{name.replace('_', ' ')} {value}"


def in_one_line(words: str) -> str:
    """Words that may be a whole note, in one line that is not too long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"


def written_words(side: Side, zone: tzinfo) -> str:
    """Who wrote a value and when: ``desk, Thu 19 Nov 22:45``."""
    if side.at is None:
        return side.device
    at = side.at.astimezone(zone)
    return f"{side.device}, {at:%a} {at.day} {at:%b %H:%M}"


def differ_words(open_here: Sequence[Disagreement], factors: Mapping[str, Factor]) -> str:
    """Every disagreement of one night: ``urge 4 by desk, urge 6 by this machine``."""
    said = [
        f"{in_one_line(value_words(one, side.value, factors))} by {side.device}"
        for one in open_here
        for side in one.sides
    ]
    return ", ".join(said)
