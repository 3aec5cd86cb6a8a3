"""Who looks at the journal once a second, on a thread of its own: a folder on a network may take its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Thread

from stillnight.domain.ports import Store
from stillnight.ui.live.look import Look, Looker

PATIENCE_SECONDS = 2.0
"""So long the way to the shell waits for a look that is under way."""


class Lookout:
    """Looks, one look at a time, and tells what is new.

    The thread does not keep the program alive: a folder that never answers must not hold up the way out.
    What it may be in the middle of then is as safe as in a crash.
    """

    def __init__(
        self,
        store: Callable[[], Store],
        tell: Callable[[Look], None],
        mail: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        """Look at whatever store is open.

        Args:
            store: The store that is open now.
            tell: Called in the thread with every look that has something to tell.
            mail: Takes the phone's inbox in and says what came.
        """
        self._store, self._tell, self._mail = store, tell, mail
        self._looker = Looker(store())
        self._thread: Thread | None = None
        self._is_resting = False
        self._trouble = ""

    def tick(self) -> None:
        """Begin another look, unless one is under way."""
        if not self._is_resting and (self._thread is None or not self._thread.is_alive()):
            self._thread = Thread(target=self._look_safely, name="lookout", daemon=True)
            self._thread.start()

    def look(self) -> None:
        """Look, and tell what is new."""
        store = self._store()
        if store is not self._looker.store:
            self._looker = Looker(store)
        # what another device wrote comes first: lines of a phone are read on top of it
        look = self._looker.look()
        look = look._replace(mail=tuple(self._mail()))
        # a journal that was taken elsewhere meanwhile is nobody's business any more
        if not look.is_silent and self._store() is store:
            self._tell(look)

    def _look_safely(self) -> None:
        """Look; a thread that failed would write over the screen and never be heard of again."""
        try:
            self.look()
        except Exception as error:
            trouble = f"the journal could not be looked at ({type(error).__name__}: {error}); saving goes on"
            if trouble != self._trouble:
                self._trouble = trouble
                self._tell(Look(trouble=trouble))

    def rest(self) -> None:
        """Let a look that is under way end, and begin no other: who is stopped must hold no lock."""
        self._is_resting = True
        if self._thread is not None:
            self._thread.join(PATIENCE_SECONDS)

    def go_on(self) -> None:
        """Look again, at once."""
        self._is_resting = False
        self.tick()
