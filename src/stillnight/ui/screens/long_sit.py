"""A long sit on the screen: it says when a break is due, and leads through it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from stillnight.domain.errors import StillnightError
from stillnight.domain.ports import Receipt
from stillnight.journal.long_sit.words import BEFORE, ONE_S_OWN, every_words, missed_words, next_words
from stillnight.tips.coach.guide import Guide
from stillnight.tips.coach.sitting import LONGEST, SHORTEST, USUAL, Sitting, begin_sitting, look_at, restarted
from stillnight.tips.occasion import Occasion
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.coach.log import Ended
from stillnight.ui.screens.coach.opening import NOTHING_OFFERED, open_coach, reliefs_of
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.prose import Prose, ProseLine

LOOK_SECONDS = 20
"""How often the clock is looked at."""


class LongSitPage(Page):
    """Breaks, every so many minutes, for as long as the page is open."""

    TITLE = "A long sit"
    PLACE = Place.LONG_SIT
    IS_STILL = True
    BINDINGS: ClassVar = bindings(Place.LONG_SIT)
    AUTO_FOCUS = None
    DEFAULT_CSS = """
    LongSitPage #body { padding: 1 2; }
    LongSitPage Prose { max-width: 72; }
    """

    _sitting: Sitting | None = None
    _every = timedelta(minutes=USUAL)
    _is_due = False
    _rings = False
    _missed = 0

    def body(self) -> ComposeResult:
        """A few lines."""
        with VerticalScroll(can_focus=False):
            yield Prose(())

    def on_mount(self) -> None:
        """Say what it does, and look at the clock now and then."""
        super().on_mount()
        self._rings = self.session.preferences.bell == "yes"
        self.show()
        self.set_interval(LOOK_SECONDS, self.tick)

    def reread(self, receipt: Receipt | None = None) -> None:
        """Nothing of the journal is shown here."""

    # -- the sit -------------------------------------------------------------------------------------

    def tick(self) -> None:
        """Look whether a break is due; what passed while the computer slept is said once."""
        if self._sitting is None or not self.is_current:
            return
        seen = look_at(self._sitting, self.journal.desk.clock.now())
        self._sitting, self._missed = seen.sitting, seen.missed or self._missed
        if seen.is_break or seen.missed:
            self._is_due = True
            if self._rings:
                self.app.bell()
        self.show()

    def action_go_on(self) -> None:
        """Begin the sit; while it goes on have a break."""
        if self._sitting is None:
            self._sitting = begin_sitting(self.journal.desk.clock.now(), self._every)
            self.say("")
            self.show()
        else:
            self._have_a_break()

    def _have_a_break(self) -> None:
        guide = self._guide()
        if guide is None:
            self.say(NOTHING_OFFERED, is_trouble=True)
        else:
            open_coach(self, guide, None, then=self._sit_again)

    def _sit_again(self, ended: Ended | None) -> None:
        """The break is over: the next one is a whole wait away."""
        if ended is None or self._sitting is None:
            return
        self._is_due, self._missed = False, 0
        self._sitting = restarted(self._sitting, self.journal.desk.clock.now())
        self.answer(ended.answer)
        self.show()

    def _guide(self) -> Guide | None:
        """The break that no gate takes away: on one's feet, else in the seat."""
        try:
            choices = reliefs_of(self.session).choices(occasion=Occasion.LONG_SIT)
        except StillnightError as error:
            self.say(str(error), is_trouble=True)
            return None
        return next((one.guides[0] for one in choices if "every_minutes" in one.tip.dose), None)

    def action_every(self, minutes: int) -> None:
        """Another time between two breaks."""
        asked = self._every + timedelta(minutes=minutes)
        self._every = min(max(asked, timedelta(minutes=SHORTEST)), timedelta(minutes=LONGEST))
        if self._sitting is not None:
            self._sitting = begin_sitting(self.journal.desk.clock.now(), self._every)
        self.show()

    def action_bell(self) -> None:
        """Ring when a break is due, or no longer."""
        self._rings = not self._rings
        self.say("the bell rings when a break is due" if self._rings else "no bell")

    # -- what is seen --------------------------------------------------------------------------------

    def show(self) -> None:
        """Draw where it stands."""
        self.query_one(Prose).show(list(self._lines()))

    def _lines(self) -> Iterator[ProseLine]:
        yield ProseLine(every_words(self._every))
        if self._sitting is None:
            yield from (ProseLine(line) for line in (BEFORE, "", ONE_S_OWN, "", "Enter begins."))
            return
        yield ProseLine("")
        if self._missed:
            yield ProseLine(missed_words(self._missed))
        if self._is_due:
            yield ProseLine("A break is due: Enter starts it.", style="$accent bold")
        else:
            yield ProseLine(next_words(self._sitting, self.journal.desk.clock.now()))
            yield ProseLine("Enter has one now, Esc ends the sit.", style="$muted")
