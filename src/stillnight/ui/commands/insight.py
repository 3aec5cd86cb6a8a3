"""What can be done where the user's own nights speak, and the key that leads there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.INSIGHT

INSIGHT = (
    Command("open_insight", _HERE, "enter", "Enter", "open", "Read all there is about the factor; on one of its nights: go to that night.", "open", True),
    Command("test_factor", _HERE, "x", "x", "test it", "Open the starting sheet of a trial of the factor.", "test", True),
    Command("nights_of_factor", _HERE, "n,tab", "n", "its nights", "The nights that speak about the factor, and back to the factors.", "nights", True),
    Command("factors_of_insight", _HERE, "", "↑ ↓ j k", "factors", "To the next factor or the one before; g and G to the first and the last."),
    Command("scroll_card_down", _HERE, "space", "Space", "scroll", "Scroll what is said about the factor.", "scroll(1)", True),
    Command("scroll_card_up", _HERE, "b", "b", "scroll back", "Scroll back.", "scroll(-1)"),
    Command("insight", Place.EVERYWHERE, "I", "I", "insight", "What your own nights say about each factor.", "app.open_page('insight')"),
)  # fmt: skip
"""Everything of this page, and the key that opens it."""
