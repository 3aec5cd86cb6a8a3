"""The onset timer: sit still, and press any key at the first urge to move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Click, Key

from stillnight.domain.ports import Receipt
from stillnight.journal.sit_still.keeping import keep, kept_minutes, night_of_try, note, nothing_words
from stillnight.journal.sit_still.timer import Phase, Try, begin, look, press, stop
from stillnight.journal.sit_still.words import WHAT_TO_DO, WHEN, held_words, result_words
from stillnight.tips.coach.spans import minutes_words
from stillnight.ui.bindings import bindings
from stillnight.ui.commands import Place
from stillnight.ui.screens.page import Page
from stillnight.ui.widgets.prose import Prose, ProseLine

LOOK_SECONDS = 5
"""How often the clock is looked at: often enough to notice a machine that slept."""

DEAF_SECONDS = 1
"""For so long after the beginning no key is an urge: Enter held down too long would be one, and be kept."""

STOPS = ("escape", "ctrl+c")
"""The keys that stop without an urge."""

PASSED_ON = ("ctrl+z", "ctrl+q")
"""The keys that mean the same as everywhere, even now."""


class SitStillPage(Page):
    """What to do, then almost nothing, then what came of it."""

    TITLE = "Sit still"
    PLACE = Place.SIT_STILL
    IS_STILL = True
    BINDINGS: ClassVar = bindings(Place.SIT_STILL)
    AUTO_FOCUS = None
    DEFAULT_CSS = """
    SitStillPage #body { padding: 1 2; }
    SitStillPage Prose { max-width: 72; }
    SitStillPage.-sitting #title, SitStillPage.-sitting FootLine { display: none; }
    SitStillPage.-sitting #body { align: center middle; }
    SitStillPage.-sitting VerticalScroll { height: auto; max-width: 40; }
    """

    _try: Try | None = None
    _is_kept = False
    _is_deaf = False

    def body(self) -> ComposeResult:
        """A few lines."""
        with VerticalScroll(can_focus=False):
            yield Prose(())

    def on_mount(self) -> None:
        """Say what to do, and look at the clock now and then."""
        super().on_mount()
        self.show()
        self.set_interval(LOOK_SECONDS, self.tick)

    def reread(self, receipt: Receipt | None = None) -> None:
        """After an undo or a redo what tonight holds may be something else."""
        if self._is_kept:
            self._try, self._is_kept = None, False
        self.show()

    # -- sitting still -------------------------------------------------------------------------------

    @property
    def is_sitting(self) -> bool:
        """Does somebody sit still right now?"""
        return self._try is not None and not self._try.is_over

    def tick(self) -> None:
        """Look at the clock; after an hour, or a sleep of the machine, it is over."""
        if self.is_sitting:
            self._move(look)

    def _move(self, move: Callable[[Try, datetime], Try]) -> None:
        before, now = self._try, self.journal.desk.clock.now()
        if before is None:
            return
        self._try = move(before, now)
        if self._try.phase is not before.phase:
            self.show()

    def on_key(self, event: Key) -> None:
        """While somebody sits still every key is the urge, or the end without one."""
        if not self.is_sitting:
            super().on_key(event)
        elif event.key not in PASSED_ON:
            # nothing else may answer it: eyes are closed
            event.stop()
            event.prevent_default()
            self._feel(event.key)

    def _feel(self, key: str) -> None:
        if key in STOPS:
            self._move(stop)
        elif not self._is_deaf:
            self._move(press)

    def listen(self) -> None:
        """From now on a key is an urge."""
        self._is_deaf = False

    def on_click(self, event: Click) -> None:
        """A tap is a key."""
        if self.is_sitting:
            self._move(press)

    def on_screen_suspend(self) -> None:
        """Nobody sits still on a page that another one covers."""
        if self.is_sitting:
            self._move(stop)

    # -- before and after ----------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Begin; afterwards keep the minutes, or begin again where there are none to keep."""
        if self._is_kept:
            self.action_close()
        elif self._try is not None and self._try.phase is Phase.FELT:
            self._keep_first()
        else:
            self.say("")
            self._try = begin(self.journal.desk.clock.now())
            self._is_deaf = True
            self.set_timer(DEAF_SECONDS, self.listen)
            self.show()

    def _keep_first(self) -> None:
        if self._held is None:
            self._keep()
        else:
            self.say("tonight holds minutes already: r writes the new ones instead, Esc drops them")

    def action_replace(self) -> None:
        """Write the new minutes in place of those of earlier tonight."""
        if self._try is None or self._try.phase is not Phase.FELT or self._is_kept:
            self.say("there are no new minutes to write")
        else:
            self._keep()

    def _keep(self) -> None:
        one = self._try
        if one is not None and self._done(
            lambda: keep(self.journal, one), f"kept: {minutes_words(one.minutes)} to the first urge"
        ):
            self.show()

    def action_note_it(self) -> None:
        """Put into the note that nothing was felt."""
        one = self._try
        if one is None or one.phase is not Phase.NOTHING or not one.minutes or self._is_kept:
            self.say("there is nothing to put into the note")
        elif self._done(lambda: note(self.journal, one), f"in tonight's note: {nothing_words(one)}"):
            self.show()

    def _done(self, write: Callable[[], Receipt], deed: str) -> bool:
        """Do it; then there is nothing left to keep."""
        if not self.do(write, f"{deed} · U takes it back"):
            return False
        self._is_kept = True
        return True

    @property
    def _held(self) -> int | None:
        """What the night of the try, or tonight, holds already."""
        night = night_of_try(self.journal, self._try) if self._try else self.journal.tonight
        return kept_minutes(self.journal, night)

    # -- what is seen --------------------------------------------------------------------------------

    def show(self) -> None:
        """Draw the lines of where it stands."""
        self.set_class(self.is_sitting, "-sitting")
        self.query_one(Prose).show(list(self._lines()))

    def _lines(self) -> list[ProseLine]:
        if self.is_sitting:
            return [_dim("Any key at the first urge. Esc stops without one.")]
        if self._is_kept:
            return [ProseLine("It is in tonight's entry."), ProseLine(""), _dim("Enter or Esc goes back.")]
        if self._try is None:
            held = held_words(self._held)
            said = [*WHAT_TO_DO, "", WHEN, *([held] if held else []), "", "Enter begins."]
            return [ProseLine(line) for line in said]
        said = [*result_words(self._try, self._held), "", self._keys_now(self._try)]
        return [ProseLine(line) for line in said]

    def _keys_now(self, one: Try) -> str:
        """What the keys do with what came of it."""
        if one.phase is Phase.FELT and self._held is None:
            return "Enter keeps it, Esc drops it."
        if one.phase is Phase.FELT:
            return f"r writes {one.minutes} instead, Esc drops it."
        if one.phase is Phase.NOTHING and one.minutes:
            return "n puts it into tonight's note, Enter begins again, Esc leaves it."
        return "Enter begins again, Esc leaves it."


def _dim(text: str) -> ProseLine:
    return ProseLine(text, style="$muted")
