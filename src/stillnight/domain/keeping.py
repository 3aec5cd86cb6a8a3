"""What a machine keeps of a journal beside the journal itself, and what may be asked of that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from stillnight.domain.ports import Earlier, Receipt
from stillnight.domain.values import Record

Place = tuple[str, int]
"""A record: its table and its id."""


class KeptAs(StrEnum):
    """Why an earlier state is there; each value is what people and programs read."""

    IMAGE = "image"
    MOVED = "moved file"
    DAMAGED = "damaged file"
    COPY = "conflict copy"
    FILE = "file"


class Kept(NamedTuple):
    """One earlier state of the journal, in a file of its own.

    Attributes:
        kind: Why it is there.
        file: Where it lies.
        at: When it was put there, aware; ``None`` when nobody knows.
        name: What it was called before, if it had a name of its own.
    """

    kind: KeptAs
    file: str
    at: datetime | None = None
    name: str = ""


class Fate(StrEnum):
    """What became of a record since an earlier state."""

    CHANGED = "changed"
    DELETED = "deleted"
    ADDED = "added"
    PURGED = "purged"


class Differing(NamedTuple):
    """One record that is not as it was.

    Attributes:
        table: Its table.
        id: Its id.
        night: The night to which it belongs; ``None`` where it belongs to none.
        fate: What became of it since.
        then: What it held; empty where it was not there.
        now: What it holds; empty where it is not there.
    """

    table: str
    id: int
    night: date | None
    fate: Fate
    then: Record
    now: Record

    @property
    def fields(self) -> list[str]:
        """The fields that differ, in order."""
        names = sorted({*self.then, *self.now})
        return [name for name in names if self.then.get(name) != self.now.get(name)]


class Compared(NamedTuple):
    """An earlier state beside the journal as it is.

    Attributes:
        nights: How many nights are in it.
        differing: Every record that is not as it was, nights first, in order.
        is_damaged: Could only a part of it be read?
        is_another: Is it another journal than the one in use?
    """

    nights: int
    differing: Sequence[Differing] = ()
    is_damaged: bool = False
    is_another: bool = False


class Purging(NamedTuple):
    """What a purge did.

    Attributes:
        receipt: What became of the write.
        left: The files that still hold something of it, which only their owner may take away.
    """

    receipt: Receipt
    left: Sequence[str] = ()


class Keeping(Protocol):
    """Earlier states of a journal, and how to be rid of a record for good."""

    def kept(self) -> Sequence[Kept]:
        """Every earlier state that this machine keeps: images first, of each kind the newest first."""
        ...

    def compare(self, kept: Kept) -> Compared:
        """An earlier state, or any file, beside what is known now.

        Raises:
            BadInput: If it is no journal.
            StoreError: If it cannot be read.
        """
        ...

    def restore(self, label: str, kept: Kept, places: Sequence[Place]) -> Receipt:
        """Bring some records back to what they were, as one deed of new writes; undo takes it back.

        A record that was not there then goes to the bin.

        Raises:
            BadInput: If it is no journal.
            StoreError: If it could not be made safe; then nothing was changed.
        """
        ...

    def brought_back(self, place: Place) -> Sequence[Earlier]:
        """Every value that a record shows and that was brought back, with the time at which it was typed."""
        ...

    def deleted(self) -> Sequence[tuple[Place, Record]]:
        """Every record in the bin with what it holds, in the order of tables and ids."""
        ...

    def belonging(self, night: date) -> Sequence[tuple[Place, Record]]:
        """Everything that was ever noted of a night with what it holds, the night's own record first.

        What lies in the bin is among it, and so is a record of which only earlier values are left.
        """
        ...

    def look_again(self) -> None:
        """Take in what other devices wrote meanwhile.

        Raises:
            StoreError: If nothing can be kept on this machine any more.
        """
        ...

    def purge(self, label: str, places: Sequence[Place]) -> Purging:
        """Remove some records for good, wherever this machine keeps them; nothing brings them back.

        The unsaved words of a night go with it.

        Raises:
            StoreError: If it could not be begun; then nothing was changed.
        """
        ...
