"""The list of commands says of the morning form what its keys do."""

from __future__ import annotations

import re

from stillnight.journal.morning.rows import LABELS, LETTERS
from stillnight.ui.commands import Place, at


def test_every_row_of_the_morning_is_in_the_list_by_its_letter_and_no_other_letter_is():
    listed = {one.shown: one for one in at(Place.MORNING) if re.fullmatch("[a-z]", one.shown)}
    assert listed.keys() == LETTERS.keys()
    assert all(command.action == f"press({letter!r})" for letter, command in listed.items())
    assert all(listed[letter].label == LABELS[row].lower() for letter, row in LETTERS.items())
