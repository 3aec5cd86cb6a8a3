"""What can be done on the page of the ledgers: medicines, blood tests, marks, what is known about the user."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_MEDICINES, _TESTS, _MARKS, _ABOUT = Place.MEDICINES, Place.TESTS, Place.MARKS, Place.ABOUT
_ALL = Place.LEDGERS

LEDGERS = (
    Command("add_medicine", _MEDICINES, "a", "a", "add", "Write a medicine down.", "screen.add_medicine", True),
    Command("edit_medicine", _MEDICINES, "e", "e", "edit", "Mend what was written of it; Enter does it too.", "screen.edit_medicine", True),
    Command("change_dose", _MEDICINES, "c", "c", "dose changed", "Note that the dose changed, and since when.", "screen.change_dose", True),
    Command("end_medicine", _MEDICINES, "x", "x", "ended", "Note the last day on which it was taken.", "screen.end_medicine", True),
    Command("remove_medicine", _MEDICINES, "d,delete", "d", "remove", "Take out what was written down by mistake, with its doses; U brings it back.", "screen.remove_medicine", True),
    Command("add_lab", _TESTS, "a", "a", "add", "Write a result down.", "screen.add_lab", True),
    Command("edit_lab", _TESTS, "e", "e", "edit", "Mend a result; Enter does it too.", "screen.edit_lab", True),
    Command("remove_lab", _TESTS, "d,delete", "d", "remove", "Take a result out; U brings it back.", "screen.remove_lab", True),
    Command("add_mark", _MARKS, "a", "a", "add", "Mark a day: a donation, a flight, a new job, your own words.", "screen.add_mark", True),
    Command("edit_mark", _MARKS, "e", "e", "edit", "Mend a mark; Enter does it too.", "screen.edit_mark", True),
    Command("remove_mark", _MARKS, "d,delete", "d", "remove", "Take a mark out; U brings it back.", "screen.remove_mark", True),
    Command("say_yes", _ABOUT, "y", "y", "yes", "Answer with yes, and go on to the next question.", "screen.say_yes", True),
    Command("say_no", _ABOUT, "n", "n", "no", "Answer with no, and go on to the next question.", "screen.say_no", True),
    Command("say_nothing", _ABOUT, "minus", "-", "not asked", "Take the answer back: as if nobody had asked.", "screen.say_nothing", True),
    Command("next_ledger", _ALL, "tab,right", "Tab", "next list", "The next list.", "screen.turn(1)", True),
    Command("previous_ledger", _ALL, "shift+tab,left", "Shift+Tab", "list before", "The list before.", "screen.turn(-1)"),
    Command("ledgers", Place.EVERYWHERE, "M", "M", "medicines", "Medicines, blood tests, marks, about you.", "app.open_page('ledgers')"),
)  # fmt: skip
"""Everything that belongs to the ledgers."""
