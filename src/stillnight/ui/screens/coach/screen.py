"""A guided session on the screen. Any key ends it: it has to work with eyes half closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Static

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.session import Session
from stillnight.tips.coach import state as machine
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.state import CoachState, Phase
from stillnight.ui.bindings import Bindings, bindings, bound
from stillnight.ui.commands import Place
from stillnight.ui.screens.coach.log import Ended, SessionLog
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.widgets.message_line import MessageLine

Move = Callable[[Guide, CoachState, datetime], CoachState]


class Stage(Enum):
    """What the screen is about: the urge before, the session, the urge afterwards."""

    BEFORE = 0
    GOING = 1
    AFTER = 2


def rating_of(sign: str) -> int | None:
    """The rating that a key stands for, 0-10; ``None`` for any other key."""
    if sign == "x":
        return 10
    return int(sign) if len(sign) == 1 and sign in "0123456789" else None


class CoachScreen(DeedScreen[Ended | None], inherit_bindings=False):
    """Leads through one session and notes it."""

    BINDINGS: ClassVar[Bindings] = [*bindings(Place.COACH), *bound("quit", "suspend")]
    AUTO_FOCUS = None

    _state: CoachState | None = None
    _ended: Ended | None = None

    def __init__(
        self, session: Session, reliefs: Reliefs, guide: Guide, before: int | None, bout: int | None
    ) -> None:
        """Prepare a session; it begins once the urge before is known or left out."""
        super().__init__(session)
        self._guide, self._bout = guide, bout
        self._log = SessionLog(reliefs, guide, before, bout)
        self._reliefs = reliefs
        self._stage = Stage.BEFORE if before is None and bout is None else Stage.GOING

    @property
    def place(self) -> Place:
        """The session's own place."""
        return Place.COACH

    @property
    def is_night(self) -> bool:
        """Is it night, so that as little as possible is shown and no bell rings?"""
        return (self.session.moment or self.journal.browse.moment()) is Moment.NIGHT

    @property
    def _now(self) -> datetime:
        return self.journal.desk.clock.now()

    def compose(self) -> ComposeResult:
        """The session, and the line that answers."""
        yield Static(id="plain")
        yield MessageLine()

    def on_mount(self) -> None:
        """Begin, or ask first; look at the clock once a second."""
        super().on_mount()
        if self._stage is Stage.GOING:
            self._begin()
        self.show()
        self.set_interval(1, self.tick)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Nothing of the journal is shown here."""

    # -- the session ---------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._stage = Stage.GOING
        self._state = machine.begin(self._guide, self._now)
        self._noted(self._log.begin)

    def tick(self) -> None:
        """Look at the clock: steps that have run out are behind us, and so may be the session."""
        if self._stage is Stage.GOING:
            self._move(machine.look)

    def _move(self, move: Move) -> None:
        if self._state is None:
            return
        self._state = move(self._guide, self._state, self._now)
        if self._state.phase in (Phase.DONE, Phase.STOPPED):
            self._over()
        self.show()

    def _over(self) -> None:
        """Note how it ended, and ask for the urge where there was one."""
        self._stage = Stage.AFTER
        is_noted = self._noted(self._finish)
        if is_noted and not self._log.has_urge:
            self._close()

    def _finish(self, after: int | None = None) -> None:
        assert self._state is not None, "what is over was begun"
        minutes = machine.minutes(self._state, self._now)
        self._ended = self._log.finish(minutes, self._state.phase is Phase.DONE, after)

    def _noted(self, note: Callable[[], None]) -> bool:
        """Write something down; what cannot be written is said, and the session goes on."""
        try:
            note()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return False
        return True

    def _close(self) -> None:
        self.dismiss(self._ended)

    def on_unmount(self) -> None:
        """Who leaves the program in the middle has stopped early."""
        if self._stage is Stage.GOING and self._state is not None:
            self._state = machine.stop(self._guide, self._state, self._now)
            self._noted(self._finish)

    # -- keys ----------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """A rating where one is asked; in the session every key without a meaning ends it."""
        if event.key in self._meant:
            return
        event.stop()
        event.prevent_default()
        sign = event.character or ""
        if self._stage is Stage.GOING:
            self._move(machine.stop)
        elif self._stage is Stage.BEFORE:
            self._answer_before(event.key, rating_of(sign))
        else:
            self._answer_after(event.key, rating_of(sign))

    @property
    def _meant(self) -> set[str]:
        """The keys that mean something now."""
        own = {key for key, one in self.active_bindings.items() if one.node is self}
        if self._stage is Stage.GOING:
            return own
        return {key for key in own if self.active_bindings[key].binding.id in ("quit", "suspend")}

    def _answer_before(self, key: str, rating: int | None) -> None:
        if rating is not None or key == "enter":
            self._log = SessionLog(self._reliefs, self._guide, rating, self._bout)
            self._begin()
            self.show()
        elif key in ("escape", "ctrl+c", "q"):
            self.dismiss(None)

    def _answer_after(self, key: str, rating: int | None) -> None:
        if rating is None and key not in ("enter", "escape", "ctrl+c"):
            return
        is_noted = self._ended is not None and rating is None
        if is_noted or self._noted(lambda: self._finish(rating)) or key == "escape":
            self._close()

    def action_pause(self) -> None:
        """Stand still, or go on."""
        self._move(machine.pause)

    def action_skip(self) -> None:
        """Go on to the next step."""
        self._move(machine.skip)

    def action_back(self) -> None:
        """Begin the step again, or go to the one before."""
        self._move(machine.back)

    def action_bell(self) -> None:
        """Ring at the end of each step, or no longer."""

    # -- what is seen --------------------------------------------------------------------------------

    def show(self) -> None:
        """Draw what has changed."""
        plain = self.query_one("#plain", Static)
        if self._stage is not Stage.GOING:
            plain.update("How strong is the urge now?  0-9, x is 10 · Enter leaves it out")
        elif self._state is not None:
            seen = machine.view(self._guide, self._state, self._now)
            words = seen.step.words if seen.step else ""
            plain.update(f"{words}\n\n{'' if seen.left is None else seen.left}")
