"""What can be done during a long sit, and the way there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.LONG_SIT

LONG_SIT = (
    Command("sit_on", _HERE, "enter,ctrl+j", "Enter", "begin, break", "Begin the sit; while it goes on have a break now.", "go_on", True),
    Command("more_minutes", _HERE, "right", "→", "longer", "Five minutes more between two breaks.", "every(5)", True),
    Command("fewer_minutes", _HERE, "left", "←", "shorter", "Five minutes less between two breaks.", "every(-5)", True),
    Command("ring_breaks", _HERE, "g", "g", "bell", "Ring the terminal's bell when a break is due, or no longer.", "bell", True),
    Command("long_sit", Place.EVERYWHERE, "", "T g", "long sit", "Be reminded of breaks during a long sit; g on its card opens it, too.", "app.open_page('long_sit')"),
)  # fmt: skip
"""Everything of this page, and what opens it."""
