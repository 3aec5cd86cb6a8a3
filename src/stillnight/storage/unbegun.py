"""A journal that is not there yet: who only looks makes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from stillnight.domain.ports import Change, Deletion, Earlier, Health, LastDeed, Receipt, Undone
from stillnight.domain.values import Record
from stillnight.storage.disk.journal_file import JournalFile
from stillnight.storage.store import FileStore

if TYPE_CHECKING:
    from stillnight.domain.disagreement import Disagreement
    from stillnight.domain.keeping import Keeping
    from stillnight.domain.news import News
    from stillnight.storage.vault import Vault


class UnbegunStore:
    """A :class:`stillnight.domain.ports.Store` that reads as empty and begins with the first write.

    Attributes:
        path: Where the journal will be.
    """

    def __init__(self, path: Path, begin: Callable[[], FileStore]) -> None:
        """Begin nothing yet."""
        self.path = path
        self._begin = begin
        self._store: FileStore | None = None

    @property
    def is_begun(self) -> bool:
        """Is there a journal by now?"""
        return self._store is not None

    def get(self, table: str, id: int) -> Record | None:
        """One record."""
        return self._store.get(table, id) if self._store else None

    def between(self, table: str, first: date, last: date) -> Mapping[int, Record]:
        """The records of some nights."""
        return self._store.between(table, first, last) if self._store else {}

    def all(self, table: str) -> Mapping[int, Record]:
        """Every record of a table."""
        return self._store.all(table) if self._store else {}

    def dates(self) -> Sequence[date]:
        """The date of every night on record."""
        return self._store.dates() if self._store else ()

    def meta(self) -> Record:
        """What the journal knows of itself."""
        return self._store.meta() if self._store else {}

    def earlier(self, table: str, id: int) -> Sequence[Earlier]:
        """Every replaced value of a record."""
        return self._store.earlier(table, id) if self._store else ()

    @property
    def keeping(self) -> Keeping:
        """Nothing is kept yet; what is brought back from a file begins the journal."""
        from stillnight.storage.keeping import FileKeeping

        return FileKeeping(self._store.vault if self._store else None, self._begun)

    def _begun(self) -> Vault:
        self._store = self._store or self._begin()
        return self._store.vault

    def write(self, label: str, changes: Sequence[Change | Deletion]) -> Receipt:
        """Begin the journal and keep the changes in it.

        Raises:
            StoreError: If it cannot be begun, or the changes could not be made safe.
        """
        self._store = self._store or self._begin()
        return self._store.write(label, changes)

    def last_deed(self) -> LastDeed | None:
        """What the next undo would take back."""
        return self._store.last_deed() if self._store else None

    def undo(self) -> Undone:
        """Take the last deed back."""
        return self._store.undo() if self._store else Undone("", None)

    def redo(self) -> Undone:
        """Do again what was undone."""
        return self._store.redo() if self._store else Undone("", None)

    def has_news(self) -> bool:
        """Is a look worth while?"""
        return self._store.has_news() if self._store else JournalFile(self.path).has_traces()

    def refresh(self) -> News:
        """Look again; a journal that somebody else began meanwhile is opened, and all of it is news."""
        from stillnight.domain.news import News
        from stillnight.storage.joining.arrivals import news_between
        from stillnight.storage.writes.state import State

        if self._store:
            return self._store.refresh()
        if not JournalFile(self.path).has_traces():
            return News()
        vault = self._begun()
        return news_between(State(), vault.state, vault.folder.device, set())

    @property
    def problem(self) -> str | None:
        """Why the file does not hold what is known."""
        return self._store.problem if self._store else None

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which devices disagree."""
        return self._store.disagreements() if self._store else ()

    def disagreements_in(self, table: str, id: int) -> Sequence[Disagreement]:
        """Those of one record."""
        return self._store.disagreements_in(table, id) if self._store else ()

    def choose(self, label: str, changes: Sequence[Change]) -> Receipt:
        """Settle what devices disagreed on.

        Raises:
            StoreError: If it could not be made safe.
        """
        self._store = self._store or self._begin()
        return self._store.choose(label, changes)

    def author(self, table: str, id: int, field: str) -> str:
        """Who wrote what a field shows."""
        return self._store.author(table, id, field) if self._store else ""

    def notices(self) -> Sequence[str]:
        """What happened while it was begun."""
        return self._store.notices() if self._store else ()

    def health(self) -> Health:
        """What there is."""
        return self._store.health() if self._store else Health((("journal", f"none yet at {self.path}"),))

    def join_strange(self) -> Health:
        """There is nothing to join."""
        return self._store.join_strange() if self._store else self.health()

    def repair(self) -> Health:
        """Mend what can be mended."""
        return self._store.repair() if self._store else self.health()
