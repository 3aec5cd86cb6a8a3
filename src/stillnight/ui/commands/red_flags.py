"""What can be done on the page of the red flags, and the key that leads there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

RED_FLAGS = (
    Command("tick", Place.RED_FLAGS, "space", "Space", "tick, untick", "Tick a red flag, or take the tick off; Enter does it too.", "tick", True),
    Command("read_flag", Place.RED_FLAGS, "o", "o", "whole card", "Read the whole card of a ticked flag, with its sources.", "read_card", True),
    Command("add_number", Place.RED_FLAGS, "n", "n", "number", "Keep a number to call, such as a night nurse's; nothing dials it.", "add_number", True),
    Command("remove_number", Place.RED_FLAGS, "N", "N", "number out", "Take one of your numbers out; U brings it back.", "remove_number"),
    Command("scroll_card", Place.RED_FLAGS, "", "Tab", "list, card", "Go to the card, to scroll it, and back to the list."),
    Command("red_flags", Place.EVERYWHERE, "exclamation_mark", "!", "red flags", "Tick what cannot wait: a leg, the breath, dark thoughts.", "app.open_page('red_flags')"),
)  # fmt: skip
"""Everything that belongs to the red flags."""
