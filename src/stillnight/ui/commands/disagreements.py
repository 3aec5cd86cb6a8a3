"""What can be done where devices disagree, and the key that leads there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.DISAGREEMENTS

DISAGREEMENTS = (
    Command("take_side", _HERE, "enter", "Enter", "take this", "Let what is under the cursor count; the other stays in the history.", "take", True),
    Command("take_both", _HERE, "b", "b", "both", "Let both notes stay, one after the other.", "take_both", True),
    Command("keep_all_shown", _HERE, "K", "K", "keep all", "Let everything stay as it is shown now.", "keep_all", True),
    Command("go_to_differing", _HERE, "o", "o", "open the night", "Go to the night, to see all of it.", "open_night", True),
    Command("disagreements", Place.EVERYWHERE, "D", "D", "differs", "What two devices answered differently, to choose from.", "app.open_page('disagreements')"),
)  # fmt: skip
"""Everything that belongs to them."""
