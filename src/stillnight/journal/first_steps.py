"""The first steps: where the journal should live, the usual bedtime, what the evening form asks.

Each is a setting and can be left out. Who comes back begins with the first one that was never taken.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from typing import NamedTuple

from stillnight.domain.factor import Factor
from stillnight.journal.places import Place, offered
from stillnight.journal.setting_book import Said


class Step(NamedTuple):
    """One step.

    Attributes:
        setting: The setting that it is about.
        ask: What is asked.
        help: What it means.
    """

    setting: str
    ask: str
    help: str


STEPS = (
    Step(
        "journal",
        "Where should the journal live?",
        "A cloud folder brings it to your other computers. It is one file that is not encrypted; stillnight "
        "itself sends nothing anywhere.",
    ),
    Step(
        "bedtime",
        "When do you usually go to bed?",
        "Two hours later the night begins here: a red screen without a clock, where one digit is enough.",
    ),
    Step(
        "factors",
        "What should the evening form ask about the day?",
        "Fewer questions are answered more often. Enter or Space takes one in or leaves it out; s goes on.",
    ),
)


_TAKEN = ("settings", "journal")
"""Who says what holds once somebody chose it."""


class Row(NamedTuple):
    """One answer to choose.

    Attributes:
        value: What it means; empty where it cannot be chosen.
        words: What it is called.
        detail: What else is to be known of it.
        is_current: Does it hold now?
    """

    value: str
    words: str
    detail: str = ""
    is_current: bool = False


def first_open(said: Callable[[str], Said]) -> int:
    """The number of the first step that nobody has taken yet; the first one where all were taken.

    Args:
        said: What holds of a setting, and who said so.
    """
    return next((at for at, step in enumerate(STEPS) if said(step.setting).by not in _TAKEN), 0)


def is_any_taken(said: Callable[[str], Said]) -> bool:
    """Was any step taken, here or among the settings? Takes what :func:`first_open` takes."""
    return any(said(step.setting).by in _TAKEN for step in STEPS)


def place_rows(places: Sequence[Place], current: str, shown: Callable[[str], str]) -> list[Row]:
    """The places to choose from.

    Args:
        places: What was found.
        current: The journal file in use.
        shown: A path as people read it.
    """
    rows = []
    for place in offered(places, current):
        if place.file == current:
            words = f"{place.service}, where it is now"
        else:
            words = f"{place.service}: {'use the journal there' if place.has_journal else 'take it there'}"
        value = "" if place.trouble else place.file
        rows.append(Row(value, words, place.trouble or shown(place.file), place.file == current))
    return rows


def bedtime_rows(current: time) -> list[Row]:
    """The bedtimes to choose from: every half hour of an evening, and the one that holds."""
    halves = {time(minutes // 60 % 24, minutes % 60) for minutes in range(19 * 60, 29 * 60, 30)}
    order = sorted(halves | {current}, key=lambda clock: (clock.hour < 12, clock))
    return [Row(f"{clock:%H:%M}", f"{clock:%H:%M}", is_current=clock == current) for clock in order]


def factor_rows(factors: Mapping[str, Factor]) -> list[Row]:
    """The factors that can be asked, those that are asked marked."""
    return [
        Row(slug, factor.label, factor.question if factor.question != slug else "", factor.shown)
        for slug, factor in factors.items()
    ]
