"""What can be done on the page of the leg-strength programme, and the way there."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_HERE = Place.PROGRAMME

PROGRAMME = (
    Command("start_planned", _HERE, "enter", "Enter", "start", "Begin the session of this week; before there is a programme, choose its days.", "start", True),
    Command("turn_programme", _HERE, "s", "s", "begin, end", "Begin the programme, or end it after a yes; what was done stays.", "turn_programme", True),
    Command("programme_of_relief", Place.RELIEF, "p", "p", "leg strength", "The leg-strength programme of 12 weeks, with its calendar.", "programme", True),
    Command("programme", Place.EVERYWHERE, "", "R p", "leg strength", "The leg-strength programme of 12 weeks, with its calendar.", "app.open_page('programme')"),
)  # fmt: skip
"""Everything that belongs to the programme."""
