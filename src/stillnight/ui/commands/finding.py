"""What can be done where nights are looked for: the search, the year, two nights side by side."""

from __future__ import annotations

from stillnight.ui.commands.command import Command, Place

_ALL, _FIND, _YEAR, _COMPARE = Place.EVERYWHERE, Place.FIND, Place.YEAR, Place.COMPARE

FINDING = (
    Command("open_found", _FIND, "enter", "Enter", "open", "Go to the night; n and N step on through what was found, Esc comes back.", "open_found", True),
    Command("results", _FIND, "down", "↓", "results", "From the line that you type into what was found.", "results", True),
    Command("next_found", _FIND, "n", "n N", "next", "The next one that was found; also j and k, g and G.", "step(1)", True),
    Command("previous_found", _FIND, "N", "N", "previous", "The one before.", "step(-1)"),
    Command("compare_found", _FIND, "c", "c", "compare", "Mark the night; c on another one shows both side by side.", "compare", True),
    Command("open_of_year", _YEAR, "enter,e", "Enter", "open", "Go to the night under the cursor.", "open_night", True),
    Command("days_of_year", _YEAR, "", "hjkl ←→↑↓", "days", "Move by a day or a month."),
    Command("day_before", _YEAR, "left,h", "h", "day before", "The day before.", "move(-1)"),
    Command("day_after", _YEAR, "right,l", "l", "day after", "The day after.", "move(1)"),
    Command("month_before", _YEAR, "up,k", "k", "month before", "The month before.", "move_month(-1)"),
    Command("month_after", _YEAR, "down,j", "j", "month after", "The month after.", "move_month(1)"),
    Command("week_after", _YEAR, "w", "w b", "weeks", "A week after; b is a week before.", "move(7)", True),
    Command("week_before", _YEAR, "b", "b", "week before", "A week before.", "move(-7)"),
    Command("year_before", _YEAR, "K,left_square_bracket,pageup", "[ ]", "years", "The year before; ] is the year after, so are K and J.", "move_month(-12)", True),
    Command("year_after", _YEAR, "J,right_square_bracket,pagedown", "]", "year after", "The year after.", "move_month(12)"),
    Command("tonight_of_year", _YEAR, "t", "t", "tonight", "Back to tonight.", "tonight"),
    Command("entry_after", _YEAR, "n", "n N", "entries", "The next entry.", "entry('next')"),
    Command("entry_before", _YEAR, "N", "N", "entry before", "The entry before.", "entry('previous')"),
    Command("entry_first", _YEAR, "g,home", "g", "first", "The first entry.", "entry('first')"),
    Command("entry_last", _YEAR, "G,end", "G", "last", "The last entry.", "entry('last')"),
    Command("compare_of_year", _YEAR, "c", "c", "compare", "Mark the night; c on another one shows both side by side.", "compare", True),
    Command("open_compared", _COMPARE, "enter", "Enter", "open", "Go to the night at the right.", "open_night", True),
    Command("next_compared", _COMPARE, "n", "n N", "other night", "Put the next entry at the right; N the one before.", "entry('next')", True),
    Command("previous_compared", _COMPARE, "N", "N", "entry before", "Put the entry before at the right.", "entry('previous')"),
    Command("swap", _COMPARE, "x", "x", "swap", "Let the nights change sides.", "swap", True),
    Command("differences", _COMPARE, "d", "d", "what differs", "Show only what differs, or everything.", "differences", True),
    Command("scroll_down", _COMPARE, "down,j", "↓", "down", "Scroll down.", "scroll(1)"),
    Command("scroll_up", _COMPARE, "up,k", "↑", "up", "Scroll up.", "scroll(-1)"),
    Command("find", _ALL, "slash", "/", "find", "Look for nights by words and by what was answered.", "app.open_page('find')"),
    Command("year", _ALL, "Y", "Y", "year", "A year at a glance.", "app.open_page('year')"),
    Command("compare_two", _ALL, "", "c", "two nights", "Two nights side by side; c in the calendar chooses which.", "app.open_page('compare')"),
)  # fmt: skip
"""Everything of these pages, and the keys that open them."""
