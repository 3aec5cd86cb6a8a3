"""An inbox in memory, and what may happen to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from tests.clocks import FixedClock

from stillnight.journal.inbox.source import Role, Source
from stillnight.journal.inbox.taking import Outcome


def nothing() -> None:
    """Nobody writes."""


@dataclass
class MemoryBox:
    """A :class:`stillnight.journal.inbox.taking.Box` for tests.

    Attributes:
        clock: Tells when the inbox was changed, unless ``at`` says so.
        text: What it holds; ``None`` where there is none.
        at: When it was changed.
        copies: Copies by name, with their text.
        may_rewrite: May it be written anew?
        meanwhile: Called just before it is written anew: a phone may write there.
        is_quiet: Has nobody changed it for a while?
    """

    clock: FixedClock
    text: str | None = ""
    at: datetime | None = None
    copies: dict[str, str] = field(default_factory=dict)
    may_rewrite: bool = True
    meanwhile: Callable[[], None] = nothing
    is_quiet: bool = True
    outcome: Outcome = Outcome.DONE
    owed: Sequence[str] = ()
    standing: Sequence[str] = ()
    archive: list[str] = field(default_factory=list)
    problems: Sequence[str] = ()
    left: str = ""
    read: str | None = None

    def sources(self) -> Sequence[Source]:
        """The inbox, its copies, what is owed."""
        seconds = (self.at or self.clock.now()).timestamp()
        self.read = self.text
        if not (self.text or "").startswith(self.left):
            self.left = ""
        found: list[Source] = []
        if self.text is not None:
            done = len(self.left.encode())
            found.append(Source("inbox.txt", self.text.encode(), seconds, Role.MAIN, self.is_quiet, done))
        for name, text in self.copies.items():
            role = Role.WEAK if name.startswith("weak") else Role.COPY
            found.append(Source(name, text.encode(), seconds, role))
        for lines in filter(None, (self.owed, self.standing)):
            text = "".join(f"{line}\n" for line in lines)
            found.append(Source("inbox.txt", text.encode(), seconds, Role.OWED))
        return found

    def owe(self, lines: Sequence[str]) -> None:
        """Keep lines that are to stand there."""
        self.owed = list(lines)

    def stand(self, lines: Sequence[str]) -> None:
        """Nothing is owed; these lines stand there."""
        self.owed, self.standing = [], list(lines)

    def rewrite(self, data: bytes) -> Outcome:
        """Write it anew, unless somebody was quicker."""
        self.meanwhile()
        if self.text != self.read:
            return Outcome.OVERTAKEN
        if self.outcome is Outcome.DONE:
            self.archive.append(self.text or "")
            self.text = data.decode()
            self.at = None
            self.left = ""
        return self.outcome

    def leave(self) -> None:
        """All of it is dealt with and stays."""
        self.left = self.read or ""

    def put_away(self, names: Sequence[str]) -> None:
        """These copies are done with."""
        for name in names:
            self.archive.append(self.copies.pop(name))
