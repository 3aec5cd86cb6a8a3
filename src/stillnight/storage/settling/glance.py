"""Looking at the journal file with patience: what is away for a moment comes back by itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta

from stillnight.domain.ports import Clock
from stillnight.storage.disk.folder import Folder
from stillnight.storage.disk.journal_file import JournalFile, Look
from stillnight.storage.joining.kin import are_strangers
from stillnight.storage.settling.recovery import Verdict, judge, strange
from stillnight.storage.writes.state import State

PATIENCE = timedelta(seconds=2)
"""So long a file that is expected may be away: a service moves it aside while it settles a conflict."""

_GLANCES = 20
_LOOKS = 4
"""An open app looks about once a second: after so many looks a clock that stands still has waited enough."""


class Glance:
    """Looks at one file and says what it adds to what is known.

    Attributes:
        may_join: May another person's journal be joined, because somebody said that it is theirs?
    """

    def __init__(
        self, file: JournalFile, folder: Folder, clock: Clock, wait: Callable[[float], None]
    ) -> None:
        """Nothing is read yet.

        Args:
            file: The journal file.
            folder: Where damaged bytes are kept.
            clock: Tells for how long a file has been away.
            wait: Waits so many seconds.
        """
        self.may_join = False
        self._file, self._folder, self._clock, self._wait = file, folder, clock, wait
        self._away_since: datetime | None = None
        self._is_given_up, self._looks = False, 0
        self._refused: Verdict | None = None

    def meet(self, known: State, is_live: bool = False) -> Verdict | None:
        """What the file holds now.

        Args:
            known: All that this device knows.
            is_live: Is somebody going to look again? Then a file that is away is not waited for.

        Returns:
            The verdict; ``None`` where the file is away and may come back at the next look.

        Raises:
            StoreError: If there is no journal and none can be begun.
        """
        if not self._file.has_changed() and not (self._refused and self.may_join):
            return self._refused or self._seen(known)
        look = self._file.look(known)
        is_expected = bool(known.tables) or (not look.is_sound and bool(self._file.copies()))
        if is_expected and not look.is_sound and self._may_come_back(look):
            if is_live and self._is_recent():
                self._file.data = None  # nothing of it was taken in, so it is looked at again
                return None
            look = look if is_live else self._waited(look, known)
        if look.is_sound and not self.may_join and are_strangers(look.reading.state, known):
            self._refused = strange(self._file.path)
            return self._refused
        if look.is_sound:
            return self._seen(look.reading.state)
        return judge(self._file, look, known, self._folder, is_expected)

    def _seen(self, found: State) -> Verdict:
        self.rest()
        return Verdict(found)

    def rest(self) -> None:
        """The file holds what is known: where it goes away now, it is waited for again."""
        self._away_since, self._is_given_up, self._looks, self._refused = None, False, 0, None

    def _may_come_back(self, look: Look) -> bool:
        """Is it worth waiting for? Not twice, nor where its whole folder is away or a placeholder lies."""
        return not (self._is_given_up or look.is_elsewhere) and os.path.isdir(self._file.path.parent)

    def _waited(self, look: Look, known: State) -> Look:
        """The file once it is sound, or as it is when patience ends."""
        for _ in range(_GLANCES):
            self._wait(PATIENCE.total_seconds() / _GLANCES)
            look = self._file.look(known) if self._file.has_changed() else look
            if look.is_sound:
                break
        self._is_given_up = True
        return look

    def _is_recent(self) -> bool:
        """Has the file been away for less than it may be, by the clock or where that stands still?"""
        now, self._looks = self._clock.now(), self._looks + 1
        self._away_since = self._away_since or now
        is_in_time = timedelta() <= now - self._away_since < PATIENCE
        self._is_given_up = not is_in_time or self._looks > _LOOKS
        return not self._is_given_up
