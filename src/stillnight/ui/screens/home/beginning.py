"""The first evenings on Home: a line says which key sets things up, and nothing is in the way of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.journal.checkup.checkups import CheckUps
from stillnight.journal.first_steps import is_any_taken
from stillnight.journal.places import found_words
from stillnight.ui.commands import named
from stillnight.ui.commands.keymap import with_keys
from stillnight.ui.widgets.foot_line import FootLine
from stillnight.ui.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from stillnight.ui.screens.home.screen import HomeScreen


class Beginning:
    """Offers the first steps and the check-up, each in a few words of the line that answers."""

    def __init__(self, home: HomeScreen) -> None:
        """Speak on Home."""
        self._home = home
        self._is_first_run = not home.journal.browse.dates()
        self._hint = ""

    def welcome(self) -> None:
        """Say which key sets things up, where there is no night yet; at night nobody is to read anything."""
        home = self._home
        if not self._is_first_run or home.moment is Moment.NIGHT:
            return
        home.query_one(FootLine).offered = ("first_steps",)
        self._tell(f"{self._key('first_steps')} sets things up.")
        if home.session.living:
            # a folder on a slow network must not hold the form up
            home.run_worker(self._look, thread=True, exclusive=True, group="places")

    def offer(self) -> None:
        """An evening was saved: offer the first steps once, and the check-up with the first nights."""
        home = self._home
        line = home.query_one(MessageLine)
        if home.moment is Moment.NIGHT or line.is_trouble:
            return
        offers = [*self._steps(), *self._checkup()]
        if offers:
            home.say(" · ".join([line.text, *offers]))

    def _look(self) -> None:
        living = self._home.session.living
        found = found_words(living().find()) if living else ""
        if found:
            words = f"{found} {self._key('first_steps')}, then Enter, uses it."
            self._home.app.call_from_thread(self._tell, words)

    def _tell(self, hint: str) -> None:
        if self._home.is_attached:
            self._home.hint_in_welcome(hint)
            self._hint = hint

    def _steps(self) -> list[str]:
        is_first_night = self._is_first_run and len(self._home.journal.browse.dates()) == 1
        self._is_first_run = False
        if not is_first_night or is_any_taken(self._home.session.settings().said):
            return []
        deed = "uses the journal that was found" if "uses" in self._hint else "first steps"
        return [f"{self._key('first_steps')} {deed}"]

    def _checkup(self) -> list[str]:
        try:
            checkups = CheckUps(self._home.journal, self._home.session.knowledge().library)
            return [f"{self._key('checkup')} check-up, two minutes"] if checkups.is_offered else []
        except StillnightError:
            # what is wrong with the rules is said where they are read
            return []

    def _key(self, id: str) -> str:
        return with_keys(named(id), self._home.keymap).shown
