"""A session's way into the journal: noted from its first second, and again until it is safe."""

from __future__ import annotations

from typing import NamedTuple

from stillnight.domain.ports import Receipt
from stillnight.journal.reliefs.reliefs import Begun, Reliefs
from stillnight.tips.coach.guide import Guide
from stillnight.ui.answers import Answer, after


class Ended(NamedTuple):
    """A session that is over and noted.

    Attributes:
        words: How it ended, in a few words, and what is to be done at its end.
        receipt: What became of the note.
        completed: Was it done to its end?
    """

    words: str
    receipt: Receipt
    completed: bool

    @property
    def answer(self) -> Answer:
        """What is said of it."""
        return after(self.receipt, self.words)


def ended_words(completed: bool, minutes: int) -> str:
    """How a session ended; no praise and no blame.

    Args:
        completed: Was it done to its end?
        minutes: How long it was done.
    """
    if completed:
        return "done, noted"
    if minutes == 0:
        return "stopped, noted"
    return f"stopped after {minutes} minute{'s' if minutes > 1 else ''}, noted"


class SessionLog:
    """Notes one session; what failed is tried again with the next note."""

    def __init__(
        self, reliefs: Reliefs, guide: Guide, severity: int | None = None, bout: int | None = None
    ) -> None:
        """Note this session.

        Args:
            reliefs: Writes it.
            guide: The session.
            severity: The urge before, 0-10.
            bout: The id of the episode of which it is the relief.
        """
        self._reliefs, self._guide, self._severity, self._bout = reliefs, guide, severity, bout
        self._begun: Begun | None = None

    @property
    def has_urge(self) -> bool:
        """Is there an urge that can be rated again afterwards?"""
        return bool(self._severity) or self._bout is not None

    def begin(self) -> None:
        """Note that it begins now, unless that is noted already.

        Raises:
            StoreError: If it could not be made safe.
        """
        if self._begun is None:
            self._begun = self._reliefs.begin(self._guide, self._severity, self._bout)

    def finish(self, minutes: int, completed: bool, after: int | None = None) -> Ended:
        """Note how it ended; once more to add the urge afterwards.

        Args:
            minutes: How long it was done, 0-240.
            completed: Was it done to its end?
            after: The urge afterwards, 0-10.

        Raises:
            StoreError: If it could not be made safe.
        """
        self.begin()
        assert self._begun is not None, "what begins is there or raises"
        receipt = self._reliefs.finish(self._begun, minutes, completed, after)
        words = " · ".join(filter(None, (ended_words(completed, minutes), self._guide.closing)))
        return Ended(words, receipt, completed)
