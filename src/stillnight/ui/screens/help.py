"""All keys on one page, out of the one registry of commands."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from stillnight.ui.commands import Place, at
from stillnight.ui.screens.reader import ReaderScreen

_ABOUT = "This is a diary, not a doctor. It does not diagnose, and nothing leaves this computer."


def help_screen(here: Place) -> ReaderScreen:
    """The help, with the pane that has the focus first."""
    return ReaderScreen("Keys", list(_lines(here)))


def _lines(here: Place) -> Iterator[Content]:
    for place in sorted(Place, key=lambda one: (one is not here, one is not Place.EVERYWHERE)):
        yield Content.styled(place.value, "$accent bold")
        for command in at(place):
            yield Content.assemble((f"  {command.shown:<10} ", "$ink bold"), (command.help, "$ink"))
        yield Content("")
    yield Content.styled(_ABOUT, "$muted")
