"""What can be done in a guided session. Every key that is not named here ends it: that is the rule for the dark."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.COACH

COACH = (
    Command("pause_session", _HERE, "space", "Space", "pause", "Stand still, or go on.", "pause", True),
    Command("skip_step_on", _HERE, "right,n", "→", "on", "Go on to the next step.", "skip", True),
    Command("skip_step_back", _HERE, "left,b", "←", "back", "Begin the step again; at its beginning the one before.", "back", True),
    Command("toggle_bell", _HERE, "g", "g", "bell", "Ring the terminal's bell at the end of each step, or no longer; not at night.", "bell", True),
    Command("end_session", _HERE, "", "any other key", "ends it", "Any other key ends the session; then you can say how strong the urge is."),
    Command("rate_session", _HERE, "", "0-9 x", "urge", "Where the urge is asked: rate it, x is 10; Enter leaves it out."),
)  # fmt: skip
"""Everything that can be done in a session."""
