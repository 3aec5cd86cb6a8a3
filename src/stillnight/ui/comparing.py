"""Two key presses to compare two nights: the first marks one, the second on another shows both."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stillnight.domain.clock_rule import span_words


class Marking(NamedTuple):
    """What became of a press.

    Attributes:
        marked: The night that waits to be compared now.
        pair: The two nights to be shown, the one marked first at the left.
        said: What is said to the user.
    """

    marked: date | None = None
    pair: tuple[date, date] | None = None
    said: str = ""


def press(marked: date | None, night: date) -> Marking:
    """Mark a night, take the mark away again, or show the marked one beside another.

    Args:
        marked: The night that waits.
        night: The night under the cursor.
    """
    if marked is None:
        return Marking(night, said=f"({span_words(night)}) is marked · c on another night compares them")
    if marked == night:
        return Marking(said=f"{span_words(night)} is no longer marked")
    return Marking(pair=(marked, night))
