"""All keys on one page, out of the one registry of commands."""

from __future__ import annotations

from collections.abc import Iterator

from stillnight.ui.commands import Place, at
from stillnight.ui.commands.command import PANES, shared
from stillnight.ui.screens.reader import ReaderScreen
from stillnight.ui.widgets.prose import ProseLine

_ABOUT = "This is a diary, not a doctor. It does not diagnose, and nothing leaves this computer."


def help_screen(here: Place) -> ReaderScreen:
    """The help, with the pane that has the focus first."""
    return ReaderScreen("Keys", list(help_lines(here)))


def help_lines(here: Place) -> Iterator[ProseLine]:
    """Every command under its place: first where the user is, then what works there too, then other panes."""
    others = PANES if here in PANES else ()
    for place in dict.fromkeys((here, *shared(here), *others)):
        yield ProseLine(place.value, style="$accent bold")
        for command in at(place):
            yield ProseLine(command.help, label=f"  {command.shown}", hang=13)
        yield ProseLine("")
    yield ProseLine(_ABOUT, style="$muted")
