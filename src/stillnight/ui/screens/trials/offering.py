"""From anywhere to the starting sheet of a trial: one key, nothing stored before its Enter."""

from __future__ import annotations

from typing import Any

from stillnight.ui.screens.deeds import DeedScreen


def offer_trial(screen: DeedScreen[Any], factor: str) -> None:
    """Open the starting sheet for a factor over a screen; where none can be started, it says why.

    Args:
        screen: The page or Home; once the trial is started it is told and shows the journal anew.
        factor: The factor's slug, built in or own.
    """
    screen.say(f"trials of {factor} are not here yet")
