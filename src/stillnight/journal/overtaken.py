"""What is typed and not saved while another device saved something else in the same field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from stillnight.domain.factor import Factor
from stillnight.domain.night import Night
from stillnight.domain.values import Value
from stillnight.journal.field_words import said_words

NOTE = "note"

_MOST = 3
"""So many fields are told in full; our choice."""


def overtaken(before: Night, now: Night, typed: Mapping[str, Value]) -> list[str]:
    """The fields that are typed, were changed elsewhere, and are not what was typed.

    Args:
        before: The night as it was when it was last shown.
        now: The night as it is.
        typed: What is typed and not saved.
    """
    return [
        name for name, value in typed.items() if before.get(name) != now.get(name) and now.get(name) != value
    ]


def overtaken_words(
    fields: Sequence[str], now: Night, factors: Mapping[str, Factor], author: Callable[[str], str]
) -> str:
    """``urge 4 by desk now · yours is not saved yet``; empty where nothing was overtaken.

    Args:
        fields: What :func:`overtaken` found.
        now: The night as it is.
        factors: The factors known.
        author: Who wrote a field.
    """
    plain = [name for name in fields if name != NOTE]
    said = [f"{_words(name, now, factors)} by {author(name)} now" for name in plain[:_MOST]]
    if len(plain) > _MOST:
        said.append(f"and {len(plain) - _MOST} more")
    lines = [f"{', '.join(said)} · yours {'is' if len(plain) == 1 else 'are'} not saved yet"] if plain else []
    if NOTE in fields:
        lines.append(f"the note has other words by {author(NOTE)} now · both stay when you save")
    return " · ".join(lines)


def _words(name: str, now: Night, factors: Mapping[str, Factor]) -> str:
    return ", ".join(said_words(now.values, factors, [name])) or f"{name} {now.get(name)}"
