"""What can be done in the dark: few keys, and none that harms."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.AWAKE

AWAKE = (
    Command("rate_awake", _HERE, "", "0-9 x", "how strong", "Awake: rate the urge, x is 10. Within ten seconds another one replaces it."),
    Command("relief_now", _HERE, "enter,ctrl+j", "Enter", "relief", "Begin what is offered against it; any key ends it.", "relief_now"),
    Command("next_relief", _HERE, "down", "↓", "another", "Another relief; Enter begins it.", "pick(1)"),
    Command("previous_relief", _HERE, "up", "↑", "one before", "The relief before.", "pick(-1)"),
    Command("lights_again", _HERE, "L,l", "L", "lights out", "The lights go out: for the night, or again after getting up.", "lights_out"),
    Command("take_back", _HERE, "backspace,ctrl+h", "⌫", "take back", "Take back what was logged last tonight; nothing else.", "take_back"),
    Command("whole_form", _HERE, "escape", "Esc", "whole form", "The whole form, in the colours of the night; Esc there comes back.", "whole_form"),
)  # fmt: skip
"""Everything that belongs to the dark."""

BORROWED = ("red_flags", "relief", "help", "quit", "interrupt", "suspend")
"""The commands of other places that work in the dark, too, by their ids; all others are asleep there."""
