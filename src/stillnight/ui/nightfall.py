"""The night falls over Home with the first key after it began, and is gone with the first after its end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from stillnight.domain.moment import Moment

if TYPE_CHECKING:
    from stillnight.domain.ports import Receipt
    from stillnight.ui.app import StillnightApp
    from stillnight.ui.screens.home.screen import HomeScreen

BUSY = timedelta(minutes=5)
"""Who pressed a key so short a time ago is not awake again, but still up; our choice."""


class Nightfall:
    """Lays the dark over Home, and takes it away.

    Attributes:
        is_lifted: Was the whole form asked for, so that it stays until Esc, `L` or the next night?
    """

    def __init__(self, app: StillnightApp) -> None:
        """Work on this program's screens."""
        self._app = app
        self.is_lifted = False
        self._last_key: datetime | None = None

    def fall(self, home: HomeScreen) -> bool:
        """Lay the dark over Home, unless something else lies there or the form was asked for; is it dark?

        Args:
            home: What the dark is to lie over.
        """
        if self.is_lifted or self._app.screen is not home:
            return home.is_covered
        from stillnight.ui.screens.night.screen import NightScreen

        night = NightScreen(home.session)
        night.keymap = home.keymap
        home.is_covered = True
        self._app.push_screen(night, lambda receipt: self._uncover(home, receipt))
        return True

    def fall_again(self, home: HomeScreen, said: str = "", is_trouble: bool = False) -> None:
        """Lay the dark over Home because somebody asked for it.

        Args:
            home: What the dark is to lie over.
            said: What was done just now.
            is_trouble: Did something go wrong?
        """
        from stillnight.ui.screens.night.screen import NightScreen

        self.is_lifted = False
        if self.fall(home) and said and isinstance(self._app.screen, NightScreen):
            self._app.screen.say(said, is_trouble)

    def notice_time(self, home: HomeScreen) -> bool:
        """A key was pressed: is it another moment by now, and was the key used up by that?

        The key that finds the night over ends the dark and does no more: pressed with eyes half closed it
        would answer a question of the morning that nobody has read.
        """
        before, is_busy = home.moment, self._is_busy(home)
        home.notice_time()
        if home.moment is Moment.NIGHT:
            if before is not Moment.NIGHT:
                self.is_lifted = is_busy or home.is_typing
                self._app.wear_theme(home.moment)
                self.fall(home)
            return False
        self.is_lifted = False
        return self.lift(home)

    def _is_busy(self, home: HomeScreen) -> bool:
        """Is somebody in the middle of something? Then nothing is laid over it."""
        now = home.journal.desk.clock.now().astimezone(UTC)
        before, self._last_key = self._last_key, now
        return before is not None and now - before < BUSY

    def lift(self, home: HomeScreen) -> bool:
        """Take the dark away where it is uppermost; was it?

        Args:
            home: What it lies over.
        """
        if not home.is_covered:
            return False
        from stillnight.ui.screens.night.screen import NightScreen

        screen = self._app.screen
        if isinstance(screen, NightScreen):
            screen.close()
            return True
        return False

    def _uncover(self, home: HomeScreen, receipt: Receipt | None) -> None:
        home.uncover(receipt)
        self.is_lifted = home.moment is Moment.NIGHT
