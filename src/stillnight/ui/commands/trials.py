"""What can be done with trials: on their own page, and in one key on Home."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.TRIALS

TRIALS = (
    Command("open_trial", _HERE, "enter", "Enter", "open", "Read it whole; of one that is ready, the sheet on which it is started.", "open_trial", True),
    Command("repeat_trial", _HERE, "x", "x", "test it", "Open the starting sheet of what is under the cursor, a finished one once more.", "test", True),
    Command("stop_trial", _HERE, "s", "s", "stop", "Stop the trial that runs, after a yes; what was counted stays.", "stop_trial", True),
    Command("scroll_trial_down", _HERE, "space", "Space", "scroll", "Scroll what is said of the trial.", "scroll(1)", True),
    Command("scroll_trial_up", _HERE, "b", "b", "scroll back", "Scroll back.", "scroll(-1)"),
    Command("followed", Place.HOME, "equals_sign", "=", "as drawn", "A trial's night went as drawn; again: it did not; again: unsaid.", "followed"),
    Command("trials", Place.EVERYWHERE, "X", "X", "trials", "Find out by a trial of your own: what runs, what came out, what could be tested.", "app.open_page('trials')"),
)  # fmt: skip
"""Everything that belongs to trials."""
