"""The rows of the morning form: their letters, their names, what each asks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Row(StrEnum):
    """The rows from top to bottom, in the order of the night; each is named like its field."""

    LIGHTS_OUT = "lights_out"
    ASLEEP = "sol_min"
    AWAKENINGS = "nwak"
    AWAKE = "waso_min"
    WOKE = "final_wake"
    UP = "out_of_bed"
    QUALITY = "quality"
    RESTED = "rested"
    DISTURBED = "disturbed"
    KICKS = "kicks_seen"
    NOTE = "note"


ROWS = tuple(Row)
"""The rows in order."""

TIMES = (Row.LIGHTS_OUT, Row.WOKE, Row.UP)
"""The rows that take a time: four digits."""

NUMBERS = (Row.ASLEEP, Row.AWAKENINGS, Row.AWAKE)
"""The rows that take a number of any length."""

RATED = (Row.QUALITY, Row.RESTED, Row.DISTURBED)
"""The rows that take one digit."""

ASKED = (*RATED, Row.ASLEEP, Row.AWAKENINGS, Row.AWAKE, Row.WOKE, Row.LIGHTS_OUT, Row.UP)
"""The order in which the cursor goes from one open row to the next: what only the user knows comes first."""

LETTERS: Mapping[str, Row] = {
    "l": Row.LIGHTS_OUT, "s": Row.ASLEEP, "a": Row.AWAKENINGS, "m": Row.AWAKE, "w": Row.WOKE, "b": Row.UP,
    "q": Row.QUALITY, "r": Row.RESTED, "d": Row.DISTURBED, "k": Row.KICKS, "o": Row.NOTE,
}  # fmt: skip
"""The letter that goes to a row; ``k`` answers its row at once."""

LABELS: Mapping[Row, str] = {
    Row.LIGHTS_OUT: "Lights out",
    Row.ASLEEP: "Asleep in",
    Row.AWAKENINGS: "Awakenings",
    Row.AWAKE: "Awake for",
    Row.WOKE: "Last woke",
    Row.UP: "Got up",
    Row.QUALITY: "Quality",
    Row.RESTED: "Rested",
    Row.DISTURBED: "Disturbed",
    Row.KICKS: "Kicks seen",
    Row.NOTE: "Note",
}
"""A row's name, at most ten signs."""

QUESTIONS: Mapping[Row, str] = {
    Row.LIGHTS_OUT: "when did the lights go out? four digits such as 2240",
    Row.ASLEEP: "how many minutes until you slept, about?",
    Row.AWAKENINGS: "how often awake in the night? the last waking does not count",
    Row.AWAKE: "how many minutes awake in all, the last waking left out?",
    Row.WOKE: "when did you wake for the last time? four digits such as 0630",
    Row.UP: "when did you get up? four digits such as 0700",
    Row.QUALITY: "how good was the sleep? 1 the worst, 5 the best",
    Row.RESTED: "how rested are you? 1 not at all, 5 fully",
    Row.DISTURBED: "how much did the legs disturb the night? 0 not at all, x is 10",
    Row.KICKS: "did somebody see the legs kick? k: yes, again no, again not asked",
    Row.NOTE: "o to write",
}
"""What a row asks, in one line."""


def letter_of(row: Row) -> str:
    """The letter of a row."""
    return next(letter for letter, one in LETTERS.items() if one is row)
