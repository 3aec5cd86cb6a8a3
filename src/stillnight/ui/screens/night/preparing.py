"""What the night needs to know, read on a thread after the first paint, so that Enter answers at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from stillnight.domain.errors import StillnightError
from stillnight.domain.moment import Moment
from stillnight.journal.session import Session

if TYPE_CHECKING:
    from stillnight.journal.reliefs.reliefs import Choice, Reliefs
    from stillnight.journal.suggestions.suggest import Library


class Prepared(NamedTuple):
    """What there is to be offered and to be told.

    Attributes:
        reliefs: Logs what is begun; ``None`` where nothing could be read.
        choices: What can be begun, the first one first.
        alarm: A red flag that asks for help today, in two sentences; empty where there is none.
        trouble: Why nothing could be read; empty where it could.
    """

    reliefs: Reliefs | None = None
    choices: Sequence[Choice] = ()
    alarm: str = ""
    trouble: str = ""


class Preparing:
    """Reads rules and tips once, and what follows from them as often as it is asked to."""

    def __init__(self, session: Session, tell: Callable[[Prepared], object]) -> None:
        """Prepare for a journal.

        Args:
            session: The journal and everything else that was wired for this run.
            tell: Takes what was read; called in the thread.
        """
        self._session, self._tell = session, tell
        self._library: Library | None = None
        self._under_way: Future[Prepared] | None = None

    @property
    def has_begun(self) -> bool:
        """Was anything read, or is it being read?"""
        return self._under_way is not None

    def begin(self) -> None:
        """Read, or read anew: the journal has changed."""
        before, self._under_way = self._under_way, Future()
        Thread(target=self._go, args=(before, self._under_way), name="preparing", daemon=True).start()

    def wait(self) -> Prepared:
        """What was read; who comes too early waits for it."""
        if self._under_way is None:
            self.begin()
        assert self._under_way is not None, "it was begun"
        return self._under_way.result()

    def _go(self, before: Future[Prepared] | None, under_way: Future[Prepared]) -> None:
        if before is not None:
            before.result()
        prepared = self._read()
        under_way.set_result(prepared)
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._tell(prepared)

    def _read(self) -> Prepared:
        try:
            return self._prepared()
        except StillnightError as error:
            return Prepared(trouble=str(error))
        except Exception as error:  # a thread that fails would leave whoever waits for it waiting
            return Prepared(trouble=f"what helps could not be read ({type(error).__name__}: {error})")

    def _prepared(self) -> Prepared:
        from stillnight.journal.at_night.alarm import alarm

        library = self._library = self._library or self._session.knowledge().library
        reliefs = self._session.reliefs(library)
        return Prepared(reliefs, reliefs.choices(Moment.NIGHT), alarm(self._session.journal, library))
