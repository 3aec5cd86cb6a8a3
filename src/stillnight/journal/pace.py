"""Whoever types goes first: long work on a thread stands back for a moment after each key."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep

QUIET_SECONDS = 0.15
"""So long after a key long work stands back: by then its repaint is on the screen; our own choice."""

NAP_SECONDS = 0.03
"""So often who stands back asks whether to go on."""


class Pace:
    """Between the keys and the long work of one run; both sides may call it from their own threads."""

    def __init__(
        self,
        now: Callable[[], float] = monotonic,
        nap: Callable[[float], None] = sleep,
        quiet: float = QUIET_SECONDS,
    ) -> None:
        """Nobody has typed yet.

        Args:
            now: The time in seconds since whenever.
            nap: Waits so many seconds.
            quiet: So many seconds after a key long work stands back.
        """
        self._now, self._nap, self._quiet = now, nap, quiet
        self._until = 0.0

    def typed(self) -> None:
        """A key was pressed."""
        self._until = self._now() + self._quiet

    def give_way(self, is_wanted: Callable[[], bool]) -> bool:
        """Wait until nobody has typed for a moment.

        Args:
            is_wanted: Is the work still wanted? Who leaves is not kept waiting.

        Returns:
            Is it wanted still?
        """
        while (is_still := is_wanted()) and (left := self._until - self._now()) > 0:
            self._nap(min(left, NAP_SECONDS))
        return is_still
