"""A length of time as somebody types it: ``45``, ``90 min``, ``5 h``, ``1h30``, ``1:30``."""

from __future__ import annotations

import re
from datetime import timedelta

from stillnight.domain.errors import FieldError

_HOURS = r"(?P<hours>\d{1,3}(?:[.,]\d{1,2})?)\s*h(?:ours?|rs?)?"
_LENGTH = re.compile(
    rf"(?:{_HOURS}\s*(?:(?P<and>[0-5]?\d)\s*(?:m|min|minutes?)?)?"
    r"|(?P<clock>\d{1,2}):(?P<past>[0-5]\d)"
    r"|(?P<minutes>\d{1,4})\s*(?:m|min|minutes?)?)",
    re.ASCII | re.IGNORECASE,
)


def read_length(field: str, text: str, least: int = 1, most: int = 24 * 60) -> timedelta:
    """A length that was typed; a number alone is minutes.

    Args:
        field: What it is asked for, as the error names it.
        text: What was typed.
        least: The fewest minutes.
        most: The most minutes.

    Raises:
        FieldError: If it is no length, or not within these bounds.
    """
    found = _LENGTH.fullmatch(text.strip())
    minutes = _minutes(found) if found else 0
    if not least <= minutes <= most:
        raise FieldError(field, text, f"a length of {least}-{most} minutes, such as 45, 90 min, 5h, 1h30")
    return timedelta(minutes=minutes)


def length_words(length: timedelta) -> str:
    """A length in a few words: ``45 min``, ``5 h``, ``1 h 30 min``."""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    words = ([f"{hours} h"] if hours else []) + ([f"{minutes} min"] if minutes or not hours else [])
    return " ".join(words)


def _minutes(found: re.Match[str]) -> int:
    parts = found.groupdict(default="0")
    hours = round(float(parts["hours"].replace(",", ".")) * 60)
    return hours + int(parts["and"]) + int(parts["clock"]) * 60 + int(parts["past"]) + int(parts["minutes"])
