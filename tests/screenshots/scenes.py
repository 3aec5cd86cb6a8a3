"""What is on the pictures: a screen, its size, the clock, and the keys that lead there."""

from __future__ import annotations

from dataclasses import dataclass

EVENING, NIGHT, MORNING = "2026-11-19T22:40+01:00", "2026-11-20T03:10+01:00", "2026-11-20T07:20+01:00"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture.

    Attributes:
        name: The file's name without its ending.
        about: What is seen, in words, for those who cannot.
        keys: The keys pressed, as Textual names them.
        now: What the clock says.
        size: Columns and rows.
        theme: The theme worn; empty for the moment's own.
    """

    name: str
    about: str
    keys: tuple[str, ...] = ()
    now: str = EVENING
    size: tuple[int, int] = (120, 34)
    theme: str = ""


SMALL = (80, 24)

SCENES = (
    Scene("home", "Home in the evening: calendar, tonight's form, what is worth checking",
          ("6", "2", "1", "3", "0", "c", "3", "s", "7", "a", "a", "u")),
    Scene("night", "Three in the morning: red on black, one digit logs it",
          ("down", "up", "z"), NIGHT, SMALL),
    Scene("morning", "The morning: what is known, what is a guess", ("4", "3"), MORNING, SMALL),
    Scene("year", "A year at a glance", ("Y",), size=SMALL),
    Scene("find", "Finding nights while one types", ("slash", *"coffee"), size=SMALL),
    Scene("compare", "Two nights side by side", ("tab", "left", "c", "left", "left", "c"), size=SMALL),
    Scene("ledgers", "Medicines, blood tests, marks, about you", ("M",), size=SMALL),
    Scene("settings", "Settings, factors and keys", ("S",), size=SMALL),
    Scene("card", "A card: what was seen, how sure", ("T", "enter"), size=SMALL, theme="paper"),
    Scene("red_flags", "Red flags: ticked by the user alone", ("exclamation_mark",), size=SMALL),
    Scene("checkup", "The check-up: one question at a time", ("C",), size=SMALL, theme="paper"),
    Scene("insight", "What your own nights say about each factor", ("I", "j"), size=SMALL),
    Scene("trials", "Trials that are ready to be started", ("X",), size=SMALL),
    Scene("charts", "Thirty nights as bars", ("V",), size=SMALL),
    Scene("relief", "Something to do against it now, the first choice one Enter away",
          ("R", "6"), size=SMALL),
    Scene("session", "A guided session: what to do, how long still, where on the body",
          ("R", "6", "a", *["down"] * 15, "enter", "right"), size=SMALL),
    Scene("tips", "All tips: what fits now first, how each stands, how sure", ("A",), size=SMALL),
    Scene("claims", "Claims checked: what one may read, and what we found",
          ("A", "tab", "j", "j"), size=SMALL),
    Scene("helped", "What was tried, as it went", ("H",), size=SMALL),
    Scene("raster", "The shape of each night", ("V", "2"), size=SMALL),
)  # fmt: skip
"""Every picture, in the order of the README."""
