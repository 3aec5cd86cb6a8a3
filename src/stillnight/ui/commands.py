"""The one list of what can be done: it feeds the keys, the footer, the palette and the help.

Capitals and signs are places and deeds, the same in every pane. Small letters and digits belong to the
pane that has the focus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding


class Place(StrEnum):
    """Where a command is at home."""

    EVERYWHERE = "Everywhere"
    FORM = "Tonight's form"
    CALENDAR = "Calendar"
    NIGHT = "A past night"
    CHECK = "To check"


class Command(NamedTuple):
    """One thing that can be done.

    Attributes:
        id: Its name, also in a keymap.
        place: The pane it belongs to.
        keys: The keys that do it, as Textual names them, comma between; empty for digits and the like.
        shown: The key as people write it.
        label: One to three words for the footer.
        help: One sentence.
        action: The action, without ``action_``; empty when it is only explained.
        footer: Does it stand in the footer?
    """

    id: str
    place: Place
    keys: str
    shown: str
    label: str
    help: str
    action: str = ""
    footer: bool = False


def _everywhere(
    id: str, keys: str, shown: str, label: str, help: str, footer: bool = False, action: str = ""
) -> Command:
    return Command(id, Place.EVERYWHERE, keys, shown, label, help, action or id, footer)


_FORM = Place.FORM
_CALENDAR = Place.CALENDAR
_CHECK = Place.CHECK

COMMANDS: tuple[Command, ...] = (
    Command("save", _FORM, "enter,ctrl+j", "Enter", "save", "Save the night.", "save", True),
    Command("rate", _FORM, "", "0-9 x", "urge", "Rate the strongest urge to move since noon; x is 10."),
    Command("onset", _FORM, "", ". - *", "first at", "First felt: the same as last time, not yet, all day; or four digits."),
    Command("no_rest", _FORM, "", "n", "no to rest", "Answer no to every factor shown and not answered.", "press('n')", True),
    Command("factors", _FORM, "", "letter", "yes, no, not asked", "A factor's letter: yes, again for no, again for not asked. Digits after it are the amount, @1530 the time."),
    Command("usual", _FORM, "", "u", "usual meds", "Note the usual medicines as taken; again takes it back.", "press('u')", True),
    Command("where", _FORM, "", "w", "where", "Choose where it is felt.", "press('w')", True),
    Command("feels", _FORM, "", "f", "feels like", "Choose words for the feeling.", "press('f')", False),
    Command("note", _FORM, "", "o", "note", "Write a note.", "press('o')", True),
    Command("back", _FORM, "", "⌫", "back", "Go back a row and clear it.", "press('backspace')"),
    Command("rows", _FORM, "", "↑ ↓", "rows", "Move between the rows."),
    Command("edit", _CALENDAR, "e,enter", "e", "edit", "Open the night in the form.", "edit", True),
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
    Command("edit_night", Place.NIGHT, "e,enter", "e", "edit", "Open this night in the form.", "edit", True),
    Command("delete_night", Place.NIGHT, "d,delete", "d", "delete", "Put this night into the bin; U brings it back.", "delete", True),
    Command("open_card", _CHECK, "enter", "Enter", "open", "Read the whole card, with its sources.", "open_card", True),
    Command("snooze", _CHECK, "z", "z", "snooze", "Put it off for 30 days.", "snooze", True),
    Command("dismiss", _CHECK, "d", "d", "not for me", "Do not show it again; U brings it back.", "dismiss", True),
    Command("next_card", _CHECK, "down,j", "↓", "next", "The next card.", "step(1)"),
    Command("previous_card", _CHECK, "up,k", "↑", "previous", "The card before.", "step(-1)"),
    _everywhere("lights_out", "L", "L", "lights out", "Save, and note that the lights go out now.", True),
    _everywhere("next_pane", "tab", "Tab", "pane", "Go to the next pane.", True),
    _everywhere("help", "question_mark,f1", "?", "help", "All keys.", True),
    _everywhere("undo", "U", "U", "undo", "Take the last change back, also one of yesterday.", True),
    _everywhere("quit", "Q,ctrl+q,ctrl+c", "Q", "quit", "Leave. What is typed and not saved is kept for next time.", True, action="app.quit"),
    _everywhere("previous_night", "left_square_bracket", "[ ]", "nights", "The night before; ] is the night after.", True),
    _everywhere("next_night", "right_square_bracket", "]", "night after", "Show the night after."),
    _everywhere("to_check", "T", "T", "to check", "Go to what is worth checking."),
    _everywhere("redo", "ctrl+r", "Ctrl+R", "redo", "Do again what was undone."),
    _everywhere("previous_pane", "shift+tab", "Shift+Tab", "pane back", "Go to the pane before."),
    _everywhere("leave", "escape", "Esc", "back", "Back to tonight; what is typed stays."),
    _everywhere("change_theme", "S", "S", "theme", "Choose a theme."),
    _everywhere("command_palette", "ctrl+p", "Ctrl+P", "palette", "Find a command by name.", action="app.command_palette"),
    _everywhere("suspend", "ctrl+z", "Ctrl+Z", "to the shell", "Go to the shell; fg comes back.", action="app.suspend_process"),
)  # fmt: skip
"""Everything that can be done on Home."""


def at(place: Place) -> Iterator[Command]:
    """The commands of a place, in order."""
    return (command for command in COMMANDS if command.place is place)


def bindings(place: Place) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Textual's key bindings of a place."""
    return [
        Binding(command.keys, command.action, command.help, show=False, id=command.id)
        for command in at(place)
        if command.keys and command.action
    ]


def footer(place: Place) -> Iterable[Command]:
    """What the footer shows while a pane has the focus."""
    return [command for command in (*at(place), *at(Place.EVERYWHERE)) if command.footer]


def named(id: str) -> Command:
    """The command with a name."""
    return next(command for command in COMMANDS if command.id == id)
