"""What the screen says after a deed."""

from __future__ import annotations

import re
from datetime import date, tzinfo
from typing import NamedTuple

from stillnight.domain.clock_rule import span_words
from stillnight.domain.ids import night_of_id
from stillnight.domain.ports import NIGHTS, Receipt, Undone

_CLOCK = re.compile(r" at \d\d:\d\d\b")


class Answer(NamedTuple):
    """One line for the user.

    Attributes:
        text: What is said.
        is_trouble: Did something go wrong?
    """

    text: str
    is_trouble: bool = False


def status_of(receipt: Receipt, zone: tzinfo | None) -> str:
    """A save in a few words for the top line.

    Args:
        receipt: What became of the save.
        zone: Where the user's wall clock runs; ``None`` leaves the time out, as in the night.
    """
    at = f" {receipt.at.astimezone(zone):%H:%M}" if zone else ""
    return f"saved{at}" if receipt.published else f"safe here{at}, not in the file yet"


def after(receipt: Receipt, deed: str) -> Answer:
    """What is said after a write."""
    if receipt.problem:
        return Answer(receipt.problem, is_trouble=True)
    return Answer(deed)


def after_undo(undone: Undone, word: str, has_clock: bool = True) -> Answer:
    """What is said after an undo or a redo.

    Args:
        undone: What was done.
        word: ``undone`` or ``done again``.
        has_clock: May a time of the clock be said? Not in the night.
    """
    if undone.receipt is None and not undone.kept:
        return Answer(f"nothing to be {word}")
    deed = _deed_words(undone)
    text = f"{word}: {deed if has_clock else _CLOCK.sub('', deed)}"
    if undone.kept:
        fields = ", ".join(field for _, _, field in undone.kept)
        text += f" · left alone, because changed elsewhere since: {fields}"
    if undone.receipt and undone.receipt.problem:
        return Answer(undone.receipt.problem, is_trouble=True)
    return Answer(text)


def _deed_words(undone: Undone) -> str:
    """A deed as people know it: a night by both its dates."""
    nights = {number for table, number in undone.touched if table == NIGHTS}
    if len(nights) == 1 and undone.label.startswith("night of "):
        return f"the night of {span_words(night_of_id(nights.pop()))}"
    return undone.label


def night_words(night: date, tonight: date | None, is_morning: bool = False) -> str:
    """A night, or the morning after it, as a title."""
    if is_morning:
        return f"Morning · {span_words(night)}"
    return "Tonight" if night == tonight else f"Night of {span_words(night)}"
