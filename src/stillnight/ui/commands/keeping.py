"""What can be done with earlier states of the journal, and the way to be rid of a night for good."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.KEPT

KEEPING = (
    Command("bring_back", _HERE, "enter", "Enter", "bring back", "Bring this state back; it asks first, and U takes it back.", "bring_back", True),
    Command("purge_deleted", _HERE, "p", "p", "purge the bin", "Remove for good what lies in the bin; it asks first.", "purge_deleted", True),
    Command("purge", Place.HOME, "", "Ctrl+P", "purge", "Remove the night under the cursor for good, on every device; it asks first.", "purge"),
    Command("kept", Place.EVERYWHERE, "B", "B", "earlier states", "What the journal held before, to restore it; and the bin, to purge it.", "app.open_page('kept')"),
)  # fmt: skip
"""Everything that belongs to them."""
