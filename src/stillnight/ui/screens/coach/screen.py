"""A guided session on the screen. Any key ends it: it has to work with eyes half closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Key

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.domain.ports import Receipt
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.session import Session
from stillnight.tips.coach import state as machine
from stillnight.tips.coach.guide import Guide, Step
from stillnight.tips.coach.state import CoachState, Phase
from stillnight.ui.bindings import Bindings, bindings, bound
from stillnight.ui.commands import Place
from stillnight.ui.pictures.guided import asking_scene, is_large, scene_of
from stillnight.ui.screens.coach.key_words import ASKED_AFTER, ASKED_BEFORE, going_words
from stillnight.ui.screens.coach.log import Ended, SessionLog
from stillnight.ui.screens.coach.ratings import rating_of
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.session_pane import SessionPane

Move = Callable[[Guide, CoachState, datetime], CoachState]

LEAVE = ("escape", "ctrl+c")
"""Leaves a question without an answer, as Enter does."""


ROOMY = 60
"""From so many columns on the words of a question stay where those of the session stood."""


class Stage(Enum):
    """What the screen is about: the urge before, the session, the urge afterwards."""

    BEFORE = 0
    GOING = 1
    AFTER = 2


class CoachScreen(DeedScreen[Ended | None], inherit_bindings=False):
    """Leads through one session and notes it.

    In the session every key ends it but for those of :data:`stillnight.ui.commands.coach.COACH`, the way out
    and the way to the shell. A question takes a rating, Enter or Esc, and lets every other key pass: who
    types in the dark loses nothing.
    """

    BINDINGS: ClassVar[Bindings] = [*bindings(Place.COACH), *bound("quit", "suspend")]
    AUTO_FOCUS = None
    DEFAULT_CSS = """
    CoachScreen { background: $background; color: $ink; layout: vertical; }
    """

    _state: CoachState | None = None
    _ended: Ended | None = None
    _news = ""

    def __init__(
        self, session: Session, reliefs: Reliefs, guide: Guide, before: int | None, bout: int | None
    ) -> None:
        """Prepare a session; it begins once the urge before is known or left out."""
        super().__init__(session)
        self._reliefs, self._guide, self._bout = reliefs, guide, bout
        self._log = SessionLog(reliefs, guide, before, bout)
        self._stage = Stage.BEFORE if before is None and bout is None else Stage.GOING
        self._has_bell = session.preferences.bell == "yes"

    @property
    def place(self) -> Place:
        """The session's own place."""
        return Place.COACH

    @property
    def is_night(self) -> bool:
        """Is it night, so that as little as possible is shown?"""
        return (self.session.moment or self.journal.browse.moment()) is Moment.NIGHT

    @property
    def _now(self) -> datetime:
        return self.journal.desk.clock.now()

    def compose(self) -> ComposeResult:
        """The session, and the line that answers."""
        yield SessionPane()
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
        self._is_noted(self._log.begin)

    def tick(self) -> None:
        """Look at the clock: steps that have run out are behind us, and so may be the session."""
        if self._stage is Stage.GOING:
            self._move(machine.look)

    def _move(self, move: Move) -> None:
        if self._state is None:
            return
        before = self._state
        self._state = move(self._guide, before, self._now)
        if self._state.is_over:
            self._over()
        elif self._state.index != before.index and move is machine.look:
            self._ring()
        self.show()

    def _over(self) -> None:
        """Note how it ended, and ask for the urge where there was one."""
        assert self._state is not None, "what is over was begun"
        if self._state.phase is Phase.DONE:
            self._ring()
        self._stage = Stage.AFTER
        if self._is_noted(self._finish) and not self._log.has_urge:
            self.dismiss(self._ended)

    def _finish(self, after: int | None = None) -> None:
        assert self._state is not None, "what is over was begun"
        minutes = machine.minutes(self._state, self._now)
        self._ended = self._log.finish(minutes, self._state.phase is Phase.DONE, after)

    def _is_noted(self, note: Callable[[], None]) -> bool:
        """Write something down; what cannot be written is said, and the session goes on."""
        try:
            note()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return False
        return True

    def _ring(self) -> None:
        if self._has_bell:
            self.app.bell()

    def on_unmount(self) -> None:
        """Who leaves the program in the middle has stopped early."""
        if self._stage is Stage.GOING and self._state is not None:
            self._stage = Stage.AFTER
            self._state = machine.stop(self._guide, self._state, self._now)
            self._is_noted(self._finish)

    # -- keys ----------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """A rating where one is asked; in the session every key without a meaning ends it."""
        if event.key in self._meant:
            return
        event.stop()
        event.prevent_default()
        if self._stage is Stage.GOING:
            self._move(machine.stop)
            return
        rating = rating_of(event.character or "")
        if self._stage is Stage.BEFORE:
            self._answer_before(event.key, rating)
        else:
            self._answer_after(event.key, rating)

    @property
    def _meant(self) -> set[str]:
        """The keys that mean something now; a bell is not switched on by mistake in the dark."""
        here = {key: one.binding.id for key, one in self.active_bindings.items() if one.node is self}
        if self._stage is not Stage.GOING:
            return {key for key, id in here.items() if id in ("quit", "suspend")}
        return {key for key, id in here.items() if not (self.is_night and id == "toggle_bell")}

    def _answer_before(self, key: str, rating: int | None) -> None:
        if rating is not None or key == "enter":
            self._log = SessionLog(self._reliefs, self._guide, rating, self._bout)
            self._begin()
            self.show()
        elif key in (*LEAVE, "q"):
            self.dismiss(None)

    def _answer_after(self, key: str, rating: int | None) -> None:
        """Note the urge afterwards; what could not be noted is tried again, and only Esc gives it up."""
        if rating is None and key not in ("enter", *LEAVE):
            return
        is_known = rating is None and self._ended is not None
        if is_known or self._is_noted(lambda: self._finish(rating)) or key in LEAVE:
            self.dismiss(self._ended)

    def action_pause(self) -> None:
        """Stand still, or go on; what waits for a key goes on."""
        step = self._step
        if step is None or self._state is None:
            return
        waits = step.is_open and self._state.phase is Phase.RUNNING
        self._move(machine.skip if waits else machine.pause)

    def action_skip(self) -> None:
        """Go on to the next step."""
        self._move(machine.skip)

    def action_back(self) -> None:
        """Begin the step again, or go to the one before."""
        self._move(machine.back)

    def action_bell(self) -> None:
        """Ring at the end of each step of this session, or no longer."""
        self._has_bell = not self._has_bell
        self.show()

    # -- what is seen --------------------------------------------------------------------------------

    @property
    def _step(self) -> Step | None:
        return None if self._state is None or self._state.is_over else self._guide.steps[self._state.index]

    def on_resize(self) -> None:
        """A small screen has small digits."""
        self.show()

    def show(self) -> None:
        """Draw what has changed."""
        pane = self.query_one(SessionPane)
        if self._stage is Stage.GOING and self._state is not None:
            self._show_going(pane, self._state)
            return
        is_before = self._stage is Stage.BEFORE
        said = self._guide.caution if is_before else self._over_words
        keys = ASKED_BEFORE if is_before else ASKED_AFTER
        pane.show(asking_scene(self._guide, said, self.is_night), keys, self.size.width >= ROOMY)

    @property
    def _over_words(self) -> str:
        return self._ended.words if self._ended else self._guide.closing

    def _show_going(self, pane: SessionPane, state: CoachState) -> None:
        seen, is_paused = machine.view(self._guide, state, self._now), state.phase is Phase.PAUSED
        large = is_large(*self.size)
        scene = scene_of(self._guide, seen, is_paused, self.is_night, large)
        keys = going_words(seen.step, is_paused, self._has_bell, self.is_night, self.keymap)
        pane.show(scene, keys, large)
        if seen.news != self._news:
            self._news = seen.news
            self.say(seen.news)
