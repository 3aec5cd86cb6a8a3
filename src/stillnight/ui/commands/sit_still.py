"""What can be done where somebody sits still until the first urge, and the key that leads there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.SIT_STILL

SIT_STILL = (
    Command("sit_go_on", _HERE, "enter,ctrl+j", "Enter", "begin, keep", "Begin to sit still; afterwards keep the minutes.", "go_on", True),
    Command("feel_urge", _HERE, "", "any key", "first urge", "While you sit still any key is the first urge; Esc stops without one."),
    Command("replace_minutes", _HERE, "r", "r", "write instead", "Where tonight holds minutes already: write the new ones instead.", "replace"),
    Command("note_no_urge", _HERE, "n", "n", "into the note", "Where nothing was felt: put that into tonight's note.", "note_it"),
    Command("sit_still", Place.EVERYWHERE, "O", "O", "sit still", "Time how long you sit still until the first urge to move.", "app.open_page('sit_still')"),
)  # fmt: skip
"""Everything of this page, and the key that opens it."""
