"""One look at the journal: what came, what lagged, what devices disagree on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stillnight.domain.disagreement import Disagreement
from stillnight.domain.errors import StillnightError
from stillnight.domain.news import News
from stillnight.domain.ports import Store

RETRY_LOOKS = 10
"""A file that cannot be read or written is tried again at every tenth look only; our choice."""

EAGER_LOOKS = 6
"""So many looks running are taken before that: a service moves a file away for a moment only."""


class Look(NamedTuple):
    """What one look found that is new to the screen.

    Attributes:
        news: What came from elsewhere.
        is_settled: Does the file hold by now what it did not hold before?
        notices: What happened, one plain sentence each.
        open: What devices disagree on; ``None`` when that is as before.
        trouble: Why nothing could be looked at, told once; empty when it could.
        mail: What was taken from the phone's inbox, one sentence each.
    """

    news: News = News()
    is_settled: bool = False
    notices: tuple[str, ...] = ()
    open: Sequence[Disagreement] | None = None
    trouble: str = ""
    mail: tuple[str, ...] = ()

    @property
    def is_silent(self) -> bool:
        """Is there nothing to be told?"""
        return self == Look()


class Looker:
    """Looks at one store, again and again; remembers what it told."""

    def __init__(self, store: Store) -> None:
        """Look at this store; what was said while it was opened is known."""
        self.store = store
        self._said = set(store.notices())
        self._open: Sequence[Disagreement] = ()
        self._looks = 0
        self._had_news = False
        self._stuck_looks = 0
        self._trouble = ""

    def look(self) -> Look:
        """Take in what came. It may take as long as the file system does, so no screen waits for it."""
        self._looks += 1
        if not self._is_due():
            # what was written here meanwhile may have settled something
            return Look(open=self._newly_open() if self._open else None)
        lagged = self.store.problem is not None
        try:
            news = self.store.refresh()
        except (StillnightError, OSError) as error:
            return self._troubled(str(error))
        self._trouble = ""
        notices = tuple(one for one in self.store.notices() if one not in self._said)
        self._said.update(notices)
        return Look(news, lagged and self.store.problem is None, notices, self._newly_open())

    def _is_due(self) -> bool:
        """Is there something to be read, or is it time to try again what could not be done?

        A file that cannot be read is news at every look.
        """
        had_news, self._had_news = self._had_news, self.store.has_news()
        is_stuck = self.store.problem is not None or bool(self._trouble)
        self._stuck_looks = self._stuck_looks + 1 if had_news and self._had_news and is_stuck else 0
        if self._looks == 1 or (self._had_news and self._stuck_looks < EAGER_LOOKS):
            return True
        return is_stuck and self._looks % RETRY_LOOKS == 0

    def _newly_open(self) -> Sequence[Disagreement] | None:
        before, self._open = self._open, tuple(self.store.disagreements())
        return self._open if self._open != before else None

    def _troubled(self, words: str) -> Look:
        before, self._trouble = self._trouble, words
        return Look(trouble=words if words != before else "")
