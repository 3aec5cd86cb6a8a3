"""What stands in the To check pane, ready to be drawn."""

from __future__ import annotations

from typing import NamedTuple


class CheckCard(NamedTuple):
    """One thing to check, or to try.

    Attributes:
        id: The rule's or the tip's id.
        title: Its title.
        sure: How sure, in a few words with the grade's letter.
        summary: What was seen, in one or two sentences.
        full: The whole card, line by line.
        is_urgent: Is it a red flag? Then it cannot be put off.
        factor: The slug of the factor, or the id of the tip, that a trial could settle; empty where there is
            none.
        tip: The id of the tip that it is; empty where it is none.
        page: The page that leads on from it, as ``app.open_page`` takes it; empty where there is none.
    """

    id: str
    title: str
    sure: str
    summary: str
    full: tuple[str, ...]
    is_urgent: bool = False
    factor: str = ""
    tip: str = ""
    page: str = ""
