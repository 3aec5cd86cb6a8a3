"""This device's own full copy of the journal, outside any cloud folder."""

from __future__ import annotations

import json
from pathlib import Path

from stillnight.storage.disk.atomic import Signature, read_file, replace_file, signature
from stillnight.storage.writes.state import State


class Replica:
    """The copy as it was last read or written.

    Attributes:
        path: Where it lies.
        data: Its bytes; ``None`` while there is none.
        is_whole: Was it there, and undamaged, when it was last looked into?
    """

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self.path = path
        self.data: bytes | None = None
        self.is_whole = False
        self._seen: Signature | None = None

    def has_changed(self) -> bool:
        """Did another process write it since?"""
        return signature(self.path) != self._seen

    def fetch(self) -> None:
        """Read its bytes; a copy that cannot be read counts as none."""
        try:
            self.data, self._seen = read_file(self.path)
        except OSError:
            self.data = self._seen = None

    def forget(self) -> None:
        """Count it as never read: its content was not taken in."""
        self.data = self._seen = None

    def state(self) -> State:
        """What it holds; only we write it, so its lines are trusted once they are JSON."""
        from stillnight.storage.layout.lines import split
        from stillnight.storage.layout.reading import read

        data = self.data or b""
        try:
            json.loads(data)
            tables = split(data)
        except (ValueError, RecursionError):
            tables = None
        self.is_whole = tables is not None
        return State(tables) if tables is not None else read(data).state

    def write(self, data: bytes) -> None:
        """Replace it.

        Raises:
            OSError: If it cannot be written; it is as it was.
        """
        if data == self.data and not self.has_changed():
            return
        replace_file(self.path, data)
        self.data, self._seen, self.is_whole = data, signature(self.path), True
