"""A new inbox in the old one's place, while a phone may append to either.

The old file is put aside under another name, looked at once more, and kept: whoever still holds it open
goes on writing into a file that is looked at again. The new one is only put where nothing stands by then.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from stillnight.journal.inbox.taking import Outcome
from stillnight.storage.disk.atomic import FILE_MODE, Signature, sync_folder
from stillnight.storage.inbox import ASIDE


class Swap:
    """Writes an inbox anew.

    Attributes:
        aside: The old file, put aside; ``None`` where there was none, or it was given back.
        signature: By what the new file is known, as it was written.
    """

    def __init__(self, path: Path, seen: bytes | None) -> None:
        """Swap an inbox that was read.

        Args:
            path: The inbox.
            seen: The bytes that were read; ``None`` where there was none.
        """
        self.aside: Path | None = None
        self.signature: Signature | None = None
        self._path, self._seen = path, seen

    def put(self, data: bytes) -> Outcome:
        """Put these bytes in its place, unless it is another file by now."""
        draft = self._path.with_name(f"{ASIDE}{os.getpid()}.{os.urandom(4).hex()}.tmp")
        try:
            self._write(draft, data)
            if not self._put_aside():
                return Outcome.OVERTAKEN
            return self._place(draft, data)
        except OSError:
            self._give_back()
            return Outcome.FAILED
        finally:
            with contextlib.suppress(OSError):
                draft.unlink()
            sync_folder(self._path.parent)

    def _put_aside(self) -> bool:
        """Put the old file aside; is it still what was read?"""
        if self._seen is None:
            return True
        aside = self._path.with_name(f"{ASIDE}{os.urandom(4).hex()}.aside")
        try:
            self._path.rename(aside)
        except FileNotFoundError:
            return False
        self.aside = aside
        if aside.read_bytes() == self._seen:
            return True
        self._give_back()
        return False

    def _place(self, draft: Path, data: bytes) -> Outcome:
        """The new file in the old one's place; one that somebody made there meanwhile stays."""
        try:
            os.link(draft, self._path)
        except FileExistsError:
            return Outcome.OVERTAKEN
        except OSError:
            # no second name for a file on this file system: written in place, but only where nothing is
            return self._write_in_place(data)
        return Outcome.DONE

    def _write_in_place(self, data: bytes) -> Outcome:
        try:
            self._write(self._path, data)
        except FileExistsError:
            return Outcome.OVERTAKEN
        except OSError:
            # half a line would be read as a whole one
            self._path.unlink(missing_ok=True)
            raise
        return Outcome.DONE

    def _give_back(self) -> None:
        """The old file back in its place, unless something stands there by now: then it is a copy."""
        if self.aside is not None and give_back(self.aside, self._path):
            self.aside = None

    def _write(self, path: Path, data: bytes) -> None:
        mode = (
            self._path.stat().st_mode & 0o777 if self._seen is not None and path != self._path else FILE_MODE
        )
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, mode)
            file.write(data)
            file.flush()
            os.fsync(handle)
            # before it has the name under which a phone appends
            seen = os.fstat(handle)
            self.signature = Signature(seen.st_mtime_ns, seen.st_size, seen.st_ino)


def give_back(aside: Path, path: Path) -> bool:
    """Put an inbox back that was put aside, unless something stands there; is it back?"""
    with contextlib.suppress(OSError):
        try:
            os.link(aside, path)
        except FileExistsError:
            return False
        except OSError:
            # no second name for a file on this file system
            if path.exists():
                return False
            aside.rename(path)
            return True
        aside.unlink()
        return True
    return False
