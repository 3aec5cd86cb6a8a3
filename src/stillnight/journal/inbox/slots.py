"""What one look at an inbox works with: its files, their lines, and what becomes of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from stillnight.domain.ports import Change, Deletion
from stillnight.domain.values import Record
from stillnight.journal.inbox.entry import Entry
from stillnight.journal.inbox.memory import Key
from stillnight.journal.inbox.page import Page, Part
from stillnight.journal.inbox.source import Source
from stillnight.journal.inbox.timing import Written
from stillnight.journal.inbox.writing import Writing


@dataclass(slots=True)
class Slot:
    """One line on its way.

    Attributes:
        part: The line as it stands in its file.
        entry: What it says.
        written: When it was written.
        keys: What tells it from others; none for a line that is owed.
        is_done: Was it dealt with before?
        night: The night that it went to.
        words: What it said that is new.
        stays_as: The line as it is to stand in the inbox; empty where it goes out.
        reason: Why it stays.
        above: The reason that stood above it.
        is_repeated: Did it stand here before, to be told apart by a date?
    """

    part: Part
    entry: Entry
    written: Written
    keys: Sequence[Key] = ()
    is_done: bool = False
    night: date | None = None
    words: Sequence[str] = ()
    stays_as: str = ""
    reason: str = ""
    above: str = ""
    is_repeated: bool = False

    @property
    def is_moved(self) -> bool:
        """Does it stay in another form than it had?"""
        return bool(self.stays_as) and self.stays_as != self.part.raw


@dataclass(slots=True)
class Sheet:
    """One file of the look.

    Attributes:
        source: The file.
        writing: Its text.
        page: Its parts.
        slots: Its lines, by their place among the parts.
        waits: Its last line, where that may still be on its way; then the whole file waits.
    """

    source: Source
    writing: Writing
    page: Page
    slots: dict[int, Slot] = field(default_factory=dict)
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found, and what follows from it.

    Attributes:
        taken: The lines that were taken, each with its night and what it said.
        kept: The lines that stay, each with its reason.
        waiting: Lines that may still be on their way.
        problems: What cannot be read at all, one sentence each.
        changes: What the lines that were taken change in the journal.
        bases: The records that change, by table and id, as they were when the lines were read.
        fresh: The lines that were dealt with.
        memory: What is remembered of all that were dealt with.
        next_data: The bytes of the inbox as it is to be; ``None`` where it stays as it is.
        owed: The lines that are to stand in it and do not yet, each below its reason.
        standing: All lines that stay, below the first line of the inbox in which they stand from now on.
        whole: The names of the copies of which nothing is left to do.
    """

    taken: Sequence[Slot] = ()
    kept: Sequence[Slot] = ()
    waiting: Sequence[str] = ()
    problems: Sequence[str] = ()
    changes: Sequence[Change | Deletion] = ()
    bases: Mapping[tuple[str, int], Record | None] = field(default_factory=dict)
    fresh: Mapping[Key, str] = field(default_factory=dict)
    memory: Sequence[Change] = ()
    next_data: bytes | None = None
    owed: Sequence[str] = ()
    standing: Sequence[str] = ()
    whole: Sequence[str] = ()
