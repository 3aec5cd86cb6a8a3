"""What ``verify`` says of the copies: those beside the journal, and those that were taken in and are kept."""

from __future__ import annotations

from typing import NamedTuple

from stillnight.storage.copies.archive import KeptCopy, archived
from stillnight.storage.copies.memory import Memory
from stillnight.storage.copies.names import strength_of
from stillnight.storage.disk.folder import Folder
from stillnight.storage.disk.journal_file import JournalFile


class Beside(NamedTuple):
    """A file beside the journal whose name is like its own.

    Attributes:
        name: Its name.
        became: What became of it, in words.
    """

    name: str
    became: str


def copies_beside(file: JournalFile, folder: Folder) -> list[Beside]:
    """The files that may be copies of a journal and lie beside it, with what became of each.

    Args:
        file: The journal file.
        folder: What this machine keeps of it.
    """
    memory = Memory(folder.copies_seen)
    found = [(one, memory.of(one)) for one in file.neighbours() if strength_of(one.name, file.path.name)]
    return [Beside(one.name, known.fate.value if known else "not looked into yet") for one, known in found]


def copies_kept(folder: Folder) -> list[KeptCopy]:
    """The copies that were taken in and are kept on this machine, oldest first."""
    return archived(folder.copies)
