"""The one list of what can be done: it feeds the keys, the footer, the palette and the help.

Capitals and signs are places and deeds, the same in every pane. Small letters and digits belong to the
pane or page that has the focus. Nothing here knows the screen library, so that the command line can ask it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stillnight.ui.commands.beginning import BEGINNING
from stillnight.ui.commands.charts import CHARTS
from stillnight.ui.commands.coach import COACH
from stillnight.ui.commands.command import PANES, Command, Place, shared
from stillnight.ui.commands.disagreements import DISAGREEMENTS
from stillnight.ui.commands.everywhere import EVERYWHERE, PAGE
from stillnight.ui.commands.finding import FINDING
from stillnight.ui.commands.home import HOME
from stillnight.ui.commands.insight import INSIGHT
from stillnight.ui.commands.keeping import KEEPING
from stillnight.ui.commands.ledgers import LEDGERS
from stillnight.ui.commands.long_sit import LONG_SIT
from stillnight.ui.commands.morning import MORNING
from stillnight.ui.commands.night import AWAKE, BORROWED
from stillnight.ui.commands.programme import PROGRAMME
from stillnight.ui.commands.red_flags import RED_FLAGS
from stillnight.ui.commands.relief import RELIEF
from stillnight.ui.commands.settings import SETTINGS
from stillnight.ui.commands.sit_still import SIT_STILL
from stillnight.ui.commands.tips import HELPED, TIPS
from stillnight.ui.commands.trials import TRIALS

__all__ = ["COMMANDS", "Command", "Place", "at", "borrowed", "footer", "named", "reached", "shared"]

COMMANDS: tuple[Command, ...] = (
    *HOME,
    *MORNING,
    *AWAKE,
    *FINDING,
    *LEDGERS,
    *CHARTS,
    *RED_FLAGS,
    *RELIEF,
    *SETTINGS,
    *INSIGHT,
    *TRIALS,
    *TIPS,
    *HELPED,
    *SIT_STILL,
    *LONG_SIT,
    *PROGRAMME,
    *COACH,
    *BEGINNING,
    *DISAGREEMENTS,
    *KEEPING,
    *PAGE,
    *EVERYWHERE,
)
"""Everything that can be done."""


def at(place: Place) -> Iterator[Command]:
    """The commands of a place, in order."""
    return (command for command in COMMANDS if command.place is place)


def borrowed(place: Place) -> list[Command]:
    """The few commands of other places that work in the dark; everywhere else there are none."""
    ids = BORROWED if place is Place.AWAKE else ()
    return sorted((one for one in COMMANDS if one.id in ids), key=lambda one: ids.index(one.id))


def reached(place: Place) -> Iterator[Command]:
    """The commands that can be given in a place: its own first, then what works there too."""
    yield from (command for one in (place, *shared(place)) for command in at(one))
    yield from borrowed(place)


def footer(place: Place) -> Iterable[Command]:
    """What the footer shows while a pane or a page has the focus."""
    return [command for command in reached(place) if command.footer or _is_sought(command, place)]


def _is_sought(command: Command, place: Place) -> bool:
    """Is it looked for on Home by somebody who cannot wait?"""
    return command.id in ("red_flags", "relief") and place in PANES


def named(id: str) -> Command:
    """The command with a name."""
    return next(command for command in COMMANDS if command.id == id)
