"""What can be done on the page of reliefs, and the key that leads there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.RELIEF

RELIEF = (
    Command("start_relief", _HERE, "enter", "Enter", "start", "Start what is under the cursor; so does a click.", "start", True),
    Command("urge_before", _HERE, "", "0-9 x", "urge now", "Rate the urge before you start; x is 10, again the same takes it back."),
    Command("next_guide", _HERE, "right,v", "→", "other way", "Another way to do it, such as sitting instead of standing.", "turn(1)", True),
    Command("previous_guide", _HERE, "left", "←", "way before", "The way before.", "turn(-1)"),
    Command("all_reliefs", _HERE, "a", "a", "all, some", "Show every guided session, or only what fits now.", "all", True),
    Command("scroll_relief_down", _HERE, "space", "Space", "scroll", "Scroll what is said of it, to what is not for you now.", "scroll(1)", True),
    Command("scroll_relief_up", _HERE, "b", "b", "scroll back", "Scroll back.", "scroll(-1)"),
    Command("relief", Place.EVERYWHERE, "R", "R", "relief", "Something to do against it now, guided to the end.", "app.open_page('relief')"),
)  # fmt: skip
"""Everything that belongs to reliefs."""
