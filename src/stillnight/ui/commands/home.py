"""What can be done on Home: small letters and digits belong to the pane that has the focus."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place


def _in_every_pane(id: str, keys: str, shown: str, label: str, help: str, footer: bool = False) -> Command:
    return Command(id, Place.HOME, keys, shown, label, help, id, footer)


_FORM = Place.FORM
_CALENDAR = Place.CALENDAR
_CHECK = Place.CHECK

HOME = (
    Command("save", _FORM, "enter,ctrl+j", "Enter", "save", "Save the night.", "save", True),
    Command("rate", _FORM, "", "0-9 x", "urge", "Rate the strongest urge to move since noon; x is 10."),
    Command("onset", _FORM, "", ". - *", "first at", "First felt: the same as last time, not yet, all day; or four digits."),
    Command("no_rest", _FORM, "n", "n", "no to rest", "Answer no to every factor shown and not answered.", "press('n')", True),
    Command("factors", _FORM, "", "letter", "yes, no, not asked", "A factor's letter: yes, again for no, again for not asked. Digits after it are the amount, @1530 the time."),
    Command("usual", _FORM, "u", "u", "usual meds", "Note the usual medicines as taken; again takes it back.", "press('u')", True),
    Command("where", _FORM, "w", "w", "where", "Choose where it is felt.", "press('w')", True),
    Command("feels", _FORM, "f", "f", "feels like", "Choose words for the feeling.", "press('f')", False),
    Command("note", _FORM, "o", "o", "note", "Write a note.", "press('o')", True),
    Command("back", _FORM, "", "⌫", "back", "Go back a row and clear it.", "press('backspace')"),
    Command("rows", _FORM, "", "↑ ↓", "rows", "Move between the rows."),
    Command("pick", Place.PICKER, "", "letter", "choose", "Choose the letter's word, or take it back."),
    Command("picked", Place.PICKER, "", "Enter", "done", "Keep the words; Esc does too.", "press('enter')", True),
    Command("edit", _CALENDAR, "e,enter", "e", "edit", "Open the night in the form.", "edit", True),
    Command("morning", _CALENDAR, "m", "m", "morning", "Open the morning after the night.", "morning", True),
    Command("delete", _CALENDAR, "d,delete", "d", "delete", "Put the night into the bin; U brings it back.", "delete", True),
    Command("days", _CALENDAR, "", "hjkl ←→↑↓", "days", "Move by a day or a week."),
    Command("left", _CALENDAR, "left,h", "h", "day before", "The day before.", "move(-1)"),
    Command("right", _CALENDAR, "right,l", "l", "day after", "The day after.", "move(1)"),
    Command("up", _CALENDAR, "up,k", "k", "week before", "A week before.", "move(-7)"),
    Command("down", _CALENDAR, "down,j", "j", "week after", "A week after.", "move(7)"),
    Command("next_month", _CALENDAR, "J,pagedown", "J", "month after", "The month after.", "move_month(1)"),
    Command("previous_month", _CALENDAR, "K,pageup", "K", "month before", "The month before.", "move_month(-1)"),
    Command("tonight", _CALENDAR, "t", "t", "tonight", "Back to tonight.", "tonight", True),
    Command("go_to", _CALENDAR, "s", "s", "go to date", "Go to a date that you type.", "go_to", True),
    Command("next_entry", _CALENDAR, "n", "n N", "entries", "The next entry.", "entry(1)", True),
    Command("previous_entry", _CALENDAR, "N", "N", "entry before", "The entry before.", "entry(-1)"),
    Command("first_entry", _CALENDAR, "g,home", "g", "first", "The first entry.", "first"),
    Command("last_entry", _CALENDAR, "G,end", "G", "last", "The last entry.", "last"),
    Command("compare", _CALENDAR, "c", "c", "compare", "Mark the night; c on another one shows both side by side.", "compare"),
    Command("edit_night", Place.NIGHT, "e,enter", "e", "edit", "Open this night in the form.", "edit", True),
    Command("morning_night", Place.NIGHT, "m", "m", "morning", "Open the morning after this night.", "morning", True),
    Command("delete_night", Place.NIGHT, "d,delete", "d", "delete", "Put this night into the bin; U brings it back.", "delete", True),
    Command("next_entry_night", Place.NIGHT, "n", "n N", "entries", "The next entry.", "entry(1)", True),
    Command("previous_entry_night", Place.NIGHT, "N", "N", "entry before", "The entry before.", "entry(-1)"),
    Command("compare_night", Place.NIGHT, "c", "c", "compare", "Mark this night; c on another one shows both side by side.", "compare"),
    Command("open_card", _CHECK, "enter", "Enter", "open", "Read the whole card, with its sources.", "open_card", True),
    Command("start_card", _CHECK, "g", "g", "start", "Start the guided session of a tip.", "start", True),
    Command("test_card", _CHECK, "x", "x", "test it", "Settle by a trial of your own whether the factor of the card matters.", "test", True),
    Command("snooze", _CHECK, "z", "z", "snooze", "Put it off for 30 days.", "snooze", True),
    Command("dismiss", _CHECK, "d", "d", "not for me", "Do not show it again; U brings it back.", "dismiss", True),
    Command("next_card", _CHECK, "down,j", "↓", "next", "The next card.", "step(1)"),
    Command("previous_card", _CHECK, "up,k", "↑", "previous", "The card before.", "step(-1)"),
    _in_every_pane("lights_out", "L", "L", "lights out", "Save, and note that the lights go out now.", True),
    _in_every_pane("turn", "W", "W", "morning", "Open the morning after a night; from there its evening."),
    _in_every_pane("next_pane", "tab", "Tab", "pane", "Go to the next pane.", True),
    _in_every_pane("previous_night", "left_square_bracket", "[ ]", "nights", "The night before; ] is the night after.", True),
    _in_every_pane("next_night", "right_square_bracket", "]", "night after", "Show the night after."),
    _in_every_pane("to_check", "T", "T", "to check", "Go to what is worth checking."),
    _in_every_pane("previous_pane", "shift+tab", "Shift+Tab", "pane back", "Go to the pane before."),
    _in_every_pane("leave", "escape", "Esc", "back", "Back to tonight; what is typed stays. At night, from there into the dark."),
    Command("interrupt", Place.HOME, "ctrl+c", "Ctrl+C", "quit", "Leave, as Q does.", "app.quit"),
)  # fmt: skip
"""Everything that can be done on Home alone."""
