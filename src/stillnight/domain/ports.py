"""What the journal asks of the world: a store to keep records in and a clock to tell the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from stillnight.domain.values import Record, Value

if TYPE_CHECKING:
    from stillnight.domain.disagreement import Disagreement
    from stillnight.domain.keeping import Keeping
    from stillnight.domain.news import News

NIGHTS = "nights"
"""The table whose ids are dates, see :func:`stillnight.domain.ids.night_id`."""

TRIALS = "trials"
"""The table of the trials; where it is empty nothing of them need be read."""

INBOX = "inbox"
"""The table that remembers which lines of the phone's inbox were dealt with; no undo touches it."""


class Change(NamedTuple):
    """One field of one record gets a value; ``None`` clears it (back to *not asked*)."""

    table: str
    id: int
    field: str
    value: Value


class Deletion(NamedTuple):
    """One record goes to the bin, complete, until it is purged or brought back."""

    table: str
    id: int


class Receipt(NamedTuple):
    """What became of a write.

    Attributes:
        at: When it was acknowledged: from here on it survives a crash.
        published: Is it in the journal file itself, read back?
        problem: If not published, one plain sentence that says why and what happens next.
        changed: How many fields really changed; 0 when everything was as asked already.
    """

    at: datetime
    published: bool
    problem: str | None = None
    changed: int = 0


class Undone(NamedTuple):
    """What an undo or a redo did.

    Attributes:
        label: The deed that was undone or redone, as it was named when it was written.
        receipt: What became of the write; ``None`` when there was nothing to do.
        kept: The fields left alone, because they were changed elsewhere since: (table, id, field).
        touched: The records that got a value back: (table, id).
    """

    label: str
    receipt: Receipt | None
    kept: Sequence[tuple[str, int, str]] = ()
    touched: Sequence[tuple[str, int]] = ()


class LastDeed(NamedTuple):
    """What an undo would take back.

    Attributes:
        label: The deed as it was named when it was written.
        touched: The fields that it wrote: (table, id, field); of a record that went to the bin no field.
    """

    label: str
    touched: Sequence[tuple[str, int, str]] = ()


class Earlier(NamedTuple):
    """A value that was replaced.

    Attributes:
        field: The field's name.
        value: What it was before.
        at: When that earlier value had been typed, in UTC; ``None`` when nobody knows.
        device: The short id of the device on which it was typed, empty when nobody knows.
        back_at: When it was brought back from an earlier state, in UTC; ``None`` where it was not.
    """

    field: str
    value: Value
    at: datetime | None
    device: str = ""
    back_at: datetime | None = None


class Health(NamedTuple):
    """What ``verify`` reports.

    Attributes:
        lines: One (name, finding) a line; a name may come twice.
        troubles: What is wrong, one plain sentence each with the way out.
        facts: The findings for programs, under names that stay.
        mended: What was mended, one plain sentence each.
    """

    lines: Sequence[tuple[str, str]]
    troubles: Sequence[str] = ()
    facts: Mapping[str, Any] = {}
    mended: Sequence[str] = ()


class Store(Protocol):
    """Where records live. Reading never raises on a damaged file; it salvages and takes note."""

    def get(self, table: str, id: int) -> Record | None:
        """One record, or ``None`` where there is none (or it is in the bin)."""
        ...

    def between(self, table: str, first: date, last: date) -> Mapping[int, Record]:
        """The records whose ``date`` (``night`` where they have one) lies in [first, last], by id."""
        ...

    def all(self, table: str) -> Mapping[int, Record]:
        """Every record of a table, by id."""
        ...

    def dates(self) -> Sequence[date]:
        """The date of every night on record, ascending."""
        ...

    def meta(self) -> Record:
        """What the journal knows of itself: journal id, schema, rollover."""
        ...

    def earlier(self, table: str, id: int) -> Sequence[Earlier]:
        """Every replaced value of a record, oldest first."""
        ...

    @property
    def keeping(self) -> Keeping:
        """The earlier states that this machine keeps, and how to be rid of something for good."""
        ...

    def write(self, label: str, changes: Sequence[Change | Deletion]) -> Receipt:
        """Keep the changes as one deed that can be undone as one.

        Raises:
            StoreError: If they could not be made safe on this machine; then nothing was changed.
        """
        ...

    def last_deed(self) -> LastDeed | None:
        """What the next undo would take back; ``None`` where there is nothing."""
        ...

    def undo(self) -> Undone:
        """Take this device's last deed back, as new writes."""
        ...

    def redo(self) -> Undone:
        """Do again what the last undo took back."""
        ...

    def has_news(self) -> bool:
        """Is a look worth while? Costs next to nothing, changes nothing and never raises."""
        ...

    def refresh(self) -> News:
        """Look at the file again, take in what came, and bring the file to what is known where it lags.

        Returns:
            What came from elsewhere since this was last asked, be it with a save in between.

        Raises:
            StoreError: If nothing can be kept on this machine any more.
        """
        ...

    @property
    def problem(self) -> str | None:
        """Why the file does not hold what is known, in one plain sentence; ``None`` when it does."""
        ...

    def disagreements(self) -> Sequence[Disagreement]:
        """Every field on which devices disagree, and nobody has chosen; in the order of the records."""
        ...

    def disagreements_in(self, table: str, id: int) -> Sequence[Disagreement]:
        """Those of one record."""
        ...

    def author(self, table: str, id: int, field: str) -> str:
        """Who wrote what a field shows, by the name that people know; empty where nobody did."""
        ...

    def choose(self, label: str, changes: Sequence[Change]) -> Receipt:
        """Keep the changes as one deed that settles what devices disagreed on, be it the value shown.

        Raises:
            StoreError: If they could not be made safe on this machine; then nothing was changed.
        """
        ...

    def notices(self) -> Sequence[str]:
        """What happened while opening, one plain sentence each; empty on a quiet day."""
        ...


class Clock(Protocol):
    """Tells the time and the zone; nothing else in the house asks for either."""

    def now(self) -> datetime:
        """This moment, aware of its offset."""
        ...

    @property
    def zone(self) -> tzinfo:
        """The zone in which the user's wall clock runs."""
        ...


class Drafts(Protocol):
    """Keeps what is typed and not yet saved, so that a crash costs nothing."""

    def load(self, night: date) -> Mapping[str, Value]:
        """The unsaved values of a night; empty when there are none."""
        ...

    def keep(self, night: date, values: Mapping[str, Value]) -> None:
        """Keep the unsaved values of a night in place of what was kept before; empty forgets it."""
        ...

    def nights(self) -> Sequence[date]:
        """The nights that have unsaved values, in order."""
        ...

    @property
    def are_kept(self) -> bool:
        """Would all of it outlive the program? Not where this machine refused to keep it."""
        ...
