"""From what the nights say to what stands on the page."""

from __future__ import annotations

from stillnight.journal.session import Session
from stillnight.ui.screens.insight.entry import Entries


def read_entries(session: Session) -> Entries:
    """Everything on the page as of now; takes longer than a frame.

    Args:
        session: What was wired for this run.
    """
    return Entries("Your own nights: too early to tell.")
