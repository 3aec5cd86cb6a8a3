"""The one way into a guided session, from any screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from stillnight.domain.errors import StillnightError
from stillnight.journal.session import Session
from stillnight.tips.coach.guide import Guide
from stillnight.ui.screens.deeds import DeedScreen

if TYPE_CHECKING:
    from stillnight.journal.reliefs.reliefs import Reliefs
    from stillnight.ui.screens.coach.log import Ended

NOTHING_OFFERED = "Nothing is offered now. If a red flag is ticked, see to that first: ! shows it."
"""What is said where no session is left, as beside a red flag that asks for help today."""


def reliefs_of(session: Session) -> Reliefs:
    """The reliefs of a journal, with the tips and gates that they need.

    Raises:
        StillnightError: If a file that came with the program cannot be read.
    """
    return session.reliefs(session.knowledge().library)


def open_coach(
    screen: DeedScreen[Any],
    guide: Guide,
    before: int | None,
    bout: int | None = None,
    *,
    reliefs: Reliefs | None = None,
    then: Callable[[Ended | None], None] | None = None,
) -> None:
    """Open a guided session over a screen; it logs itself from its first second.

    Args:
        screen: What lies below; when the session is over it says so and shows the journal anew.
        guide: The session.
        before: The urge before, 0-10; ``None`` asks for it, unless there is a bout that has one.
        bout: The id of an episode that was just logged, of which this is the relief.
        reliefs: What logs it, where the caller has it already.
        then: Called instead of that when the session is over, with ``None`` where it was never begun.
    """
    try:
        found = reliefs or reliefs_of(screen.session)
    except StillnightError as error:
        screen.say(str(error), is_trouble=True)
        return
    from stillnight.ui.screens.coach.screen import CoachScreen

    def tell(ended: Ended | None) -> None:
        if ended is not None:
            screen.reread(ended.receipt)
            screen.answer(ended.answer)

    coach = CoachScreen(screen.session, found, guide, before, bout)
    coach.keymap = screen.keymap
    screen.app.push_screen(coach, then or tell)
