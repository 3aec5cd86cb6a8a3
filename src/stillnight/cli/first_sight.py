"""The month on the screen before the journal is read, and mended once it is."""

from __future__ import annotations

from typing import TextIO

from stillnight.cli.house import House
from stillnight.cli.waiting import Waiting
from stillnight.domain.moment import Moment
from stillnight.journal.session import Session
from stillnight.journal.sight import Sight, remembered, sight_of
from stillnight.ui.first_frame import LEAVE, easel_at


class FirstSight:
    """Draws what is remembered, opens the journal, and draws again what turned out otherwise.

    Attributes:
        is_painted: Does a first frame stand on the screen?
    """

    def __init__(self, house: House, moment: Moment | None, screen: TextIO) -> None:
        """Look at the terminal; nothing is drawn yet.

        Args:
            house: Opens what is needed.
            moment: The moment that was asked for; ``None`` goes by the clock.
            screen: The terminal.
        """
        self.is_painted = False
        self._house, self._moment, self._screen = house, moment, screen
        self._easel = easel_at(screen, house.environ, house.themes, house.preferences)

    def open(self) -> Session:
        """Open the journal behind the first frame.

        Raises:
            StoreError: If it cannot be opened.
        """
        guessed = self._remembered()
        if guessed:
            self._paint(guessed)
        with Waiting(self._screen, self._easel.width if self._easel and self.is_painted else 0) as waiting:
            from stillnight.cli.wiring import session_of

            session = session_of(self._house, self._moment)
        if self._easel:
            seen = sight_of(session.journal, self._moment)
            if seen != guessed or waiting.has_spoken:
                self._paint(seen)
        return session

    def wipe(self) -> None:
        """Give the terminal back as it was, after a failure."""
        if self.is_painted:
            self._screen.write(LEAVE)
            self._screen.flush()

    def _remembered(self) -> Sight | None:
        memory = self._house.last_seen.load() if self._easel else {}
        if not memory:
            return None
        now = self._house.clock.now().astimezone(self._house.clock.zone)
        return remembered(memory, now, self._house.preferences, self._moment)

    def _paint(self, sight: Sight) -> None:
        if self._easel:
            self.is_painted = self._easel.paint(sight) or self.is_painted
