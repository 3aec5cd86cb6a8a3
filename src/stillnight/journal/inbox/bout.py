"""An awakening told in a line: ``03:10 awake 7 relief walk minutes 10 after 3``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from stillnight.domain.clock_rule import night_of, parse_clock
from stillnight.domain.errors import BadInput
from stillnight.journal.desk import Desk
from stillnight.journal.inbox.entry import Entry

NAMES = ("relief", "minutes", "after", "out_of_bed", "completed")
"""What may be said of an awakening besides its rating, each followed by what it was."""

AHEAD = timedelta(minutes=15)
"""So far after the clock of the file a time may lie: people round up, and clocks differ."""

_MINUTES = re.compile(r"\b(\d+)(?:(?:minutes|min|m)\b| (?:minutes|min)\b(?! \d))", re.ASCII)
"""``10 min`` and ``10min`` are ``minutes 10``."""
_WAYS = "a rating, and if you like relief walk, minutes 10, after 3, such as 03:10 awake 7 relief walk"


def read_bout(words: Sequence[str]) -> dict[str, object]:
    """What the words behind ``awake`` say, by the names of an episode's fields.

    Raises:
        BadInput: If one of them can be nothing.
    """
    told = " ".join(word.lstrip("-").replace("=", " ") for word in words)
    rest = _MINUTES.sub(r"minutes \1", told).split()
    found: dict[str, object] = {}
    while rest:
        word = rest.pop(0).replace("-", "_")
        if word in NAMES:
            if not rest:
                raise BadInput(f"{word!r}: say what, behind awake belongs {_WAYS}")
            _put(found, word, rest.pop(0))
        elif "severity" not in found and (word == "x" or word.isdigit()):
            found["severity"] = word
        else:
            raise BadInput(f"{word!r}: behind awake belongs {_WAYS}")
    return found


def _put(found: dict[str, object], name: str, value: str) -> None:
    if name in found:
        raise BadInput(f"{name} is said twice, say it once")
    found[name] = value


def begun(entry: Entry, written: datetime, desk: Desk) -> datetime:
    """When an awakening began whose time is named: in the night that is named, else the last such time.

    Args:
        entry: The line; it names a time.
        written: When it was written, in the user's zone.
        desk: Knows how long nights last.

    Raises:
        FieldError: If that is no time.
    """
    clock = parse_clock(entry.at, "awake")
    if entry.day is not None:
        return desk.frame(entry.day).place(clock, "awake")
    night = night_of(written + AHEAD, desk.rollover)
    at = desk.frame(night).place(clock, "awake")
    if at <= written + AHEAD:
        return at
    return desk.frame(night - timedelta(days=1)).place(clock, "awake")
