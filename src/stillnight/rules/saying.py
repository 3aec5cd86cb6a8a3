"""What was seen, in words: numbers, dates and names filled into a rule's sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from string import Formatter
from typing import Any

from stillnight.domain.clock_rule import date_words, day_words

SLOTS = ("value", "date", "names", "n", "m", "dates")
"""What a sentence may ask for: the value, the day it is from, names, so many of so many, and which nights."""

MOST_DATES = 4
"""More dates than this are counted, not listed."""


def say(
    sentence: str,
    value: Any = None,
    day: date | None = None,
    names: Sequence[str] = (),
    n: int = 0,
    m: int = 0,
    days: Sequence[date] = (),
) -> tuple[str, ...]:
    """The sentence with its slots filled; none where the rule has no sentence here."""
    if not sentence:
        return ()
    filled = sentence.format(
        value=plain(value),
        date=date_words(day) if day else "",
        names=listed(names),
        n=n,
        m=m,
        dates=dates_words(days),
    )
    return (filled,)


def fill(sentence: str, values: Mapping[str, object]) -> str:
    """The sentence with its own slots filled: numbers, times, days and rows of names in words."""
    return sentence.format(**{slot: plain(value) for slot, value in values.items()})


def slots_of(sentence: str) -> set[str]:
    """The slots a sentence asks for.

    Raises:
        ValueError: If its braces do not match.
    """
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def plain(value: Any) -> str:
    """A number without a needless decimal point, a time as HH:MM, a day with its year, names in a row."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:.10g}"
    if isinstance(value, datetime | time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return date_words(value)
    return listed(value) if isinstance(value, tuple) else str(value)


def dates_words(days: Sequence[date]) -> str:
    """Nights, oldest first, the oldest ones counted where there are many: ``2 earlier, Thu 19 Nov``."""
    ordered = sorted(days)
    earlier, shown = ordered[:-MOST_DATES], ordered[-MOST_DATES:]
    words = [day_words(day) for day in shown]
    return ", ".join([f"{len(earlier)} earlier", *words] if earlier else words)


def listed(names: Sequence[str]) -> str:
    """Names in a row, each once: ``a, b and c``."""
    once = list(dict.fromkeys(names))
    return " and ".join([", ".join(once[:-1]), once[-1]]) if len(once) > 1 else "".join(once)
