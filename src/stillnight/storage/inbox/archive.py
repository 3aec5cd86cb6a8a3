"""Inboxes that were written anew, kept on this machine for a month, and looked at again for late lines."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from stillnight.storage.disk.atomic import FILE_MODE, make_folder, replace_file
from stillnight.storage.disk.file_moment import in_name, moment_in

KEPT = timedelta(days=30)
"""So long what was taken is kept; no text of anybody's nights lies here longer."""

LATE = timedelta(days=2)
"""So long somebody may hold an old inbox open and append to it."""

_NAME = re.compile(r"(\d{8}T\d{6})-(\d+)-[0-9a-f]{8}\.txt")


class OldInbox(NamedTuple):
    """One file of the archive.

    Attributes:
        path: The file.
        at: When it was put there, in UTC.
        size: Its first so many bytes were dealt with.
    """

    path: Path
    at: datetime
    size: int


def old_inboxes(folder: Path) -> Iterator[OldInbox]:
    """The files of an archive, oldest first; other files are none."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        found = _NAME.fullmatch(name)
        at = moment_in(found[1]) if found else None
        if found and at:
            yield OldInbox(folder / name, at, int(found[2]))


class Archive:
    """The old inboxes of one journal."""

    def __init__(self, folder: Path, now: datetime) -> None:
        """Keep them in a folder, which is made when it is needed."""
        self._folder = folder
        self._now = now.astimezone(UTC)

    def keep(self, path: Path, size: int) -> bool:
        """Take a file in, of which so many bytes were dealt with; is it here now, and not there?

        On another file system a copy is kept, and the file goes unless it grew meanwhile.
        """
        target = self._target(size)
        try:
            make_folder(self._folder)
            path.chmod(FILE_MODE)
            try:
                path.rename(target)
            except OSError:
                return self._copy(path, target)
        except OSError:
            return False
        return True

    def late(self) -> Iterator[OldInbox]:
        """The files to which somebody appended since."""
        for old in old_inboxes(self._folder):
            if self._now - old.at <= LATE and old.path.stat().st_size > old.size:
                yield old

    def settle(self, path: Path, size: int) -> None:
        """So many bytes of a file of the archive are dealt with by now."""
        with contextlib.suppress(OSError):
            path.rename(self._target(size))

    def sweep(self) -> None:
        """Remove what has been kept for long enough."""
        for old in old_inboxes(self._folder):
            if self._now - old.at > KEPT:
                with contextlib.suppress(OSError):
                    old.path.unlink()

    def _target(self, size: int) -> Path:
        return self._folder / f"{in_name(self._now)}-{size}-{os.urandom(4).hex()}.txt"

    def _copy(self, path: Path, target: Path) -> bool:
        data = path.read_bytes()
        replace_file(target, data)
        if path.read_bytes() != data:
            target.unlink()
            return False
        path.unlink()
        return True
