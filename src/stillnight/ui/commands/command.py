"""What a command is, and where it is at home."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Place(StrEnum):
    """Where a command is at home."""

    FORM = "Tonight's form"
    PICKER = "Choosing words"
    MORNING = "The morning"
    AWAKE = "Awake at night"
    CALENDAR = "Calendar"
    NIGHT = "A past night"
    CHECK = "To check"
    FIND = "Find"
    YEAR = "Year"
    COMPARE = "Two nights"
    MEDICINES = "Medicines"
    TESTS = "Blood tests"
    MARKS = "Marks"
    ABOUT = "About you"
    LEDGERS = "In every list"
    RED_FLAGS = "Red flags"
    RELIEF = "Relief"
    COACH = "A guided session"
    PROGRAMME = "Leg strength"
    LONG_SIT = "A long sit"
    SIT_STILL = "Sit still"
    TIPS = "Tips"
    HELPED = "What helped"
    SETTINGS = "Settings"
    INSIGHT = "Insight"
    CHARTS = "Charts"
    TRIALS = "Trials"
    FIRST_STEPS = "First steps"
    CHECKUP = "Check-up"
    DISAGREEMENTS = "What differs"
    KEPT = "Earlier states"
    HOME = "In every pane"
    PAGE = "On every page"
    EVERYWHERE = "Everywhere"


PANES = (Place.FORM, Place.MORNING, Place.CALENDAR, Place.NIGHT, Place.CHECK)
"""The places on Home that a cursor can be in."""

LISTS = (Place.MEDICINES, Place.TESTS, Place.MARKS, Place.ABOUT)
"""The lists of the page of the ledgers."""


Keymap = Mapping[str, str]
"""A command's id to the keys that it has instead of the usual ones, by the screen library's names."""

USUAL_KEYS: Keymap = {}
"""Nobody wants other keys."""


class Command(NamedTuple):
    """One thing that can be done.

    Attributes:
        id: Its name, also in a keymap.
        place: The pane or page it belongs to.
        keys: The keys that do it, as Textual names them, comma between; empty for digits and the like.
        shown: The key as people write it.
        label: One to three words for the footer.
        help: One sentence.
        action: The action, without ``action_``; empty when it is only explained.
        footer: Does it stand in the footer?
    """

    id: str
    place: Place
    keys: str
    shown: str
    label: str
    help: str
    action: str = ""
    footer: bool = False


def shared(place: Place) -> tuple[Place, ...]:
    """The places whose commands work in a place beside its own."""
    # in a session any other key ends it, and in the dark few keys are awake
    if place in (Place.HOME, Place.PAGE, Place.EVERYWHERE, Place.COACH, Place.AWAKE):
        return ()
    if place is Place.PICKER:
        return (Place.EVERYWHERE,)
    if place in LISTS:
        return (Place.LEDGERS, Place.PAGE, Place.EVERYWHERE)
    return (Place.HOME if place in PANES else Place.PAGE, Place.EVERYWHERE)


def is_page(command: Command) -> bool:
    """Does it open a page by a key of its own?"""
    return bool(command.keys) and command.action.startswith("app.open_page(")
