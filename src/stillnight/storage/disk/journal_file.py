"""The journal file itself: read whole, replaced whole, never held open."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stillnight.storage.disk.atomic import Signature, read_file, replace_file, signature, sweep
from stillnight.storage.disk.neighbours import Neighbour, file_beside, neighbours
from stillnight.storage.writes.state import State

if TYPE_CHECKING:
    from stillnight.storage.layout.reading import Reading

_HEAD = 4096
"""So many bytes of a file tell whether it is a journal."""

_BEGINNING = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"meta"\s*:\s*\{')


class Overtaken(Exception):
    """Somebody replaced the file while we were about to; look again."""


class Look(NamedTuple):
    """What one look at the file found.

    Attributes:
        data: Its bytes; ``None`` where it is missing or cannot be read.
        reading: What they hold.
        refusal: Why it cannot be read, as the system says it; empty where it is missing or was read.
        is_elsewhere: Is it in the cloud only, and what lies here but stands for it?
    """

    data: bytes | None
    reading: Reading
    refusal: str = ""
    is_elsewhere: bool = False

    @property
    def is_sound(self) -> bool:
        """Is it there and whole?"""
        return self.data is not None and self.reading.damage is None


class JournalFile:
    """The file at one real path.

    Attributes:
        path: Where it really is, links followed.
        data: The bytes last seen there; ``None`` when they were never seen or the file was missing.
    """

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self.path = path
        self.data: bytes | None = None
        self._seen: Signature | None = None
        self._ahead: tuple[bytes, Signature] | None = None

    def has_changed(self) -> bool:
        """Is it another file than the one last seen, or was none seen? Costs one ``stat``."""
        return self.data is None or self.is_overtaken()

    def is_overtaken(self) -> bool:
        """Is there something else now than at the last look, be it nothing?"""
        return signature(self.path) != self._seen

    def holds(self, data: bytes) -> bool:
        """Does it hold just these bytes now? A look aside: nothing is remembered."""
        try:
            return self.path.read_bytes() == data
        except OSError:
            return False

    def recognise(self, data: bytes) -> bool:
        """Does it hold just these bytes, known already? Then it counts as looked at."""
        try:
            found, seen = read_file(self.path)
        except OSError:
            return False
        if found == data:
            self.data, self._seen = data, seen
        return found == data

    def read_ahead(self) -> None:
        """Read the file for the next look, where it changed: reading may take long, and holds nobody here."""
        from stillnight.storage.copies.placeholders import placeholder_of

        self._ahead = None
        if self.has_changed() and placeholder_of(self.path) is None:
            with contextlib.suppress(OSError):
                self._ahead = read_file(self.path)

    def look(self, known: State) -> Look:
        """Read the file, whatever it is.

        Args:
            known: What is known of the journal; what is the same is not parsed again.
        """
        from stillnight.storage.copies.placeholders import placeholder_of
        from stillnight.storage.layout.reading import Reading, read

        self.data = self._seen = None
        ahead, self._ahead = self._ahead, None
        if placeholder_of(self.path) is not None:
            return Look(None, Reading(State()), is_elsewhere=True)
        try:
            is_as_read = ahead is not None and ahead[1] == signature(self.path)
            self.data, self._seen = ahead if ahead and is_as_read else read_file(self.path)
        except FileNotFoundError:
            return Look(None, Reading(State()))
        except OSError as error:
            return Look(None, Reading(State()), error.strerror or str(error))
        return Look(self.data, read(self.data, known, purges=known))

    def publish(self, data: bytes) -> str | None:
        """Put these bytes in the file's place and read them back.

        Returns:
            ``None`` when they are there, else why not, as the system says it.

        Raises:
            Overtaken: If the file is no longer the one that was last seen.
        """
        from stillnight.storage import inbox

        if not os.path.isdir(self.path.parent):
            return f"the folder {self.path.parent} is not there"
        try:
            if not replace_file(self.path, data, before=lambda: not self.is_overtaken()):
                raise Overtaken
            found, seen = read_file(self.path)
        except OSError as error:
            return _words(error)
        if found != data:
            raise Overtaken
        self.data, self._seen = data, seen
        for written in (self.path, self.path.with_name(inbox.NAME)):
            sweep(written, seen.mtime_ns)
        return None

    def neighbours(self) -> tuple[Neighbour, ...]:
        """The files beside it that may be copies of it."""
        return neighbours(self.path)

    def has_traces(self) -> bool:
        """Is it there, or what stands for it while it is in the cloud, or a copy that a service made?"""
        from stillnight.storage.copies.placeholders import placeholder_of

        return os.path.exists(self.path) or placeholder_of(self.path) is not None or bool(self.copies())

    def copies(self) -> list[Path]:
        """The files beside it that hold a journal, and by their names a service made of this one."""
        found = self.neighbours()
        if not found:
            return []
        from stillnight.storage.copies.names import Strength, strength_of

        strong = (Strength.STRONG, Strength.KEPT)
        near = [one.name for one in found if strength_of(one.name, self.path.name) in strong]
        return [path for name in near if is_journal(path := file_beside(self.path, name))]


def is_journal(path: Path) -> bool:
    """Does a file begin as a journal does? A cheap look at its head; plain TinyDB may have written it."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return _BEGINNING.match(head) is not None and b'"journal"' in head


def _words(error: OSError) -> str:
    words = {
        errno.ENOSPC: "the disk is full",
        errno.EROFS: "it lies where nothing can be written",
        errno.EACCES: "writing there is not allowed",
        errno.EPERM: "writing there is not allowed",
    }
    return words.get(error.errno or 0, error.strerror or str(error))
