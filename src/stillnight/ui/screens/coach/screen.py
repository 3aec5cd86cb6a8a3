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
from stillnight.tips.coach.guide import Guide
from stillnight.ui.bindings import Bindings, bindings, bound
from stillnight.ui.commands import Place
from stillnight.ui.pictures.guided import asking_scene, is_large
from stillnight.ui.screens.coach.course import Course
from stillnight.ui.screens.coach.key_words import ASKED_AFTER, ASKED_BEFORE, going_words
from stillnight.ui.screens.coach.log import Ended, SessionLog
from stillnight.ui.screens.coach.ratings import rating_of
from stillnight.ui.screens.deeds import DeedScreen
from stillnight.ui.widgets.message_line import MessageLine
from stillnight.ui.widgets.session_pane import SessionPane

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

    _course: Course | None = None
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
        self._course = Course.begun(self._guide, self._reliefs.library.puzzles, self._now)
        self._is_noted(self._log.begin)

    def tick(self) -> None:
        """Look at the clock: steps that have run out are behind us, and so may be the session."""
        if self._stage is Stage.GOING and self._course is not None:
            before = self._course.state.index
            self._go(self._course.looked)
            if self._course.state.index != before and self._has_bell:
                self.app.bell()

    def _go(self, move: Callable[[datetime], Course]) -> None:
        self._course = move(self._now)
        if self._course.is_over:
            self._over(self._course)
        self.show()

    def _over(self, course: Course) -> None:
        """Note how it ended, and ask for the urge where there was one."""
        self._stage = Stage.AFTER
        if self._is_noted(lambda: self._finish(course)) and not self._log.has_urge:
            self.dismiss(self._ended)

    def _finish(self, course: Course, after: int | None = None) -> None:
        self._ended = self._log.finish(course.minutes(self._now), course.is_done, after)

    def _is_noted(self, note: Callable[[], None]) -> bool:
        """Write something down; what cannot be written is said, and the session goes on."""
        try:
            note()
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return False
        return True

    def on_unmount(self) -> None:
        """Who leaves the program in the middle has stopped early."""
        if self._stage is Stage.GOING and self._course is not None:
            self._stage, course = Stage.AFTER, self._course.stopped(self._now)
            self._is_noted(lambda: self._finish(course))

    # -- keys ----------------------------------------------------------------------------------------

    def on_key(self, event: Key) -> None:
        """A rating where one is asked; in the session every key without a meaning ends it."""
        if event.key in self._meant:
            return
        event.stop()
        event.prevent_default()
        rating = rating_of(event.character or "")
        if self._stage is Stage.BEFORE:
            self._answer_before(event.key, rating)
        elif self._course is not None and self._stage is Stage.GOING:
            self._go(self._course.stopped)
        elif self._course is not None:
            self._answer_after(self._course, event.key, rating)

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

    def _answer_after(self, course: Course, key: str, rating: int | None) -> None:
        """Note the urge afterwards; what could not be noted is tried again, and only Esc gives it up."""
        if rating is None and key not in ("enter", *LEAVE):
            return
        is_known = rating is None and self._ended is not None
        if is_known or self._is_noted(lambda: self._finish(course, rating)) or key in LEAVE:
            self.dismiss(self._ended)

    def action_pause(self) -> None:
        """Stand still, or go on; what waits for a key goes on, a puzzle to its answer."""
        if self._course is not None:
            self._go(self._course.went_on)

    def action_skip(self) -> None:
        """Go on to the next step, or puzzle."""
        if self._course is not None:
            self._go(self._course.skipped)

    def action_back(self) -> None:
        """Begin the step again, or go to the one before."""
        if self._course is not None:
            self._go(self._course.back)

    def action_bell(self) -> None:
        """Ring at the end of each step of this session, or no longer."""
        self._has_bell = not self._has_bell
        self.show()

    # -- what is seen --------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """A small screen has small digits."""
        self.show()

    def show(self) -> None:
        """Draw what has changed."""
        if self._stage is Stage.GOING and self._course is not None:
            self._show_going(self._course)
        else:
            self._show_asking()

    def _show_asking(self) -> None:
        is_before = self._stage is Stage.BEFORE
        said = self._guide.caution if is_before else self._ended.words if self._ended else self._guide.closing
        scene, keys = (
            asking_scene(self._guide, said, self.is_night),
            ASKED_BEFORE if is_before else ASKED_AFTER,
        )
        self.query_one(SessionPane).show(scene, keys, self.size.width >= ROOMY)

    def _show_going(self, course: Course) -> None:
        seen, has_room, is_night = course.view(self._now), is_large(*self.size), self.is_night
        keys = going_words(seen.step, course.waits, self._has_bell, is_night, self.keymap)
        self.query_one(SessionPane).show(course.scene(seen, is_night, has_room), keys, has_room)
        if seen.news != self._news:
            self._news = seen.news
            self.say(seen.news)
