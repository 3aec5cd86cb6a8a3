"""All keys on one page, out of the one registry of commands."""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.ui.commands import Place, at, borrowed
from stillnight.ui.commands.command import PANES, USUAL_KEYS, Keymap, shared
from stillnight.ui.commands.keymap import with_keys
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.widgets.prose import ProseLine

_ABOUT = "This is a diary, not a doctor. It does not diagnose, and nothing leaves this computer."


def help_screen(here: Place, keymap: Keymap = USUAL_KEYS) -> ReaderScreen:
    """The help, with the pane that has the focus first.

    Args:
        here: The pane or page that has the focus.
        keymap: The keys that the user gave to commands.
    """
    return ReaderScreen("Keys", list(help_lines(here, keymap)))


def help_lines(here: Place, keymap: Keymap = USUAL_KEYS) -> Iterator[ProseLine]:
    """Every command under its place: first where the user is, then what works there too, then other panes."""
    others = PANES if here in (*PANES, Place.PICKER) else ()
    for place in dict.fromkeys((here, *shared(here), *others)):
        yield ProseLine(place.value, style="$accent bold")
        for command in (*at(place), *borrowed(place)):
            yield ProseLine(command.help, label=f"  {with_keys(command, keymap).shown}", hang=13)
        yield ProseLine("")
    yield ProseLine(_ABOUT, style="$muted")
