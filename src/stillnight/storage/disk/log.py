"""This device's log: what is in it is safe. A deed is acknowledged once its line is on the disk."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stillnight.domain.errors import StoreError
from stillnight.storage.disk.atomic import open_private, replace_file, sync_way

if TYPE_CHECKING:
    from stillnight.storage.deeds.deed import Deed

KEPT_DEEDS, KEPT_BYTES = 200, 16_000_000
"""So many deeds can be undone, as long as they are not larger than this together."""

_MARK = '{"done":'
_TAIL = 4096


class Mark(NamedTuple):
    """All that stands before it is in the replica.

    Attributes:
        newest: The newest stamp seen so far.
        deeds: How many deeds were logged since the log was last shortened.
    """

    newest: str = ""
    deeds: int = 0


class DeviceLog:
    """The log as a file of lines; read by its end where nothing is left to do.

    Whoever asks for deeds gets a ``StoreError`` where the log is there and cannot be read.
    """

    def __init__(self, path: Path) -> None:
        """Look at the log that is, or will be, at ``path``."""
        self.path = path
        self._is_rooted = False

    def mark(self) -> Mark | None:
        """The mark at the end of the log; ``None`` where a deed stands after it, or nothing at all."""
        lines = self._tail().splitlines()
        mark = _read_mark(lines[-1]) if lines else None
        # no mark is ever set before the way to the log is safe, whoever set it
        self._is_rooted |= mark is not None
        return mark

    def pending(self) -> list[Deed]:
        """The deeds that the replica may lack, oldest first."""
        if self.mark() is not None:
            return []
        lines = self._lines()
        marked = [number for number, line in enumerate(lines) if line.startswith(_MARK)]
        return _deeds(lines[marked[-1] :] if marked else lines)

    def deeds(self) -> list[Deed]:
        """Every deed that can still be undone, oldest first; torn lines were never acknowledged."""
        return _deeds(self._lines())

    def outlines(self) -> list[Deed]:
        """Every deed that can still be undone, oldest first; those done plainly without their steps."""
        from stillnight.storage.deeds.deed import read_outline

        found = (read_outline(line) for line in self._lines())
        return [deed for deed in found if deed is not None]

    def deed(self, stamp: str) -> Deed | None:
        """One deed, complete."""
        from stillnight.storage.deeds.deed import read_deed

        lines = [line for line in self._lines() if line.startswith(f'{{"deed":"{stamp}"')]
        return read_deed(lines[-1]) if lines else None

    def append(self, deed: Deed) -> None:
        """Log a deed: once this returns, it is safe.

        Raises:
            OSError: If it could not be written; the log is as it was.
        """
        self._append(deed.line(), durable=True)

    def set_mark(self, mark: Mark) -> None:
        """Note that all deeds are in the replica, and shorten a log that has grown long.

        Raises:
            OSError: If it could not be written; nothing is lost by that.
        """
        if mark.deeds >= 2 * KEPT_DEEDS or self._size() > 2 * KEPT_BYTES:
            self._shorten(mark)
        else:
            self._append(f'{_MARK}{json.dumps(mark.newest)},"deeds":{mark.deeds}}}', durable=False)

    def _shorten(self, mark: Mark) -> None:
        from stillnight.storage.deeds.deed import read_outline

        kept: list[str] = []
        size = 0
        deeds = [line for line in self._lines() if read_outline(line) is not None]
        for line in reversed(deeds[-KEPT_DEEDS:]):
            size += len(line)
            if kept and size > KEPT_BYTES:
                break
            kept.insert(0, line)
        kept.append(f'{_MARK}{json.dumps(mark.newest)},"deeds":0}}')
        replace_file(self.path, "".join(line + "\n" for line in kept).encode())

    def _append(self, line: str, *, durable: bool) -> None:
        handle = open_private(self.path, os.O_RDWR | os.O_APPEND)
        try:
            self._root(handle)
            size = os.fstat(handle).st_size
            torn = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
            try:
                _write_all(handle, (("\n" if torn else "") + line + "\n").encode())
                if durable:
                    os.fsync(handle)
            except OSError:
                with contextlib.suppress(OSError):
                    os.ftruncate(handle, size)
                raise
        finally:
            os.close(handle)

    def _root(self, handle: int) -> None:
        """Make the folders on the way to the log survive a power cut before anything is said to be safe."""
        if self._is_rooted and os.fstat(handle).st_size:
            return
        sync_way(self.path.parent)
        self._is_rooted = True

    def _tail(self) -> str:
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, self._size() - _TAIL))
                return file.read().decode("ascii", "replace")
        except OSError:
            return ""

    def _lines(self) -> list[str]:
        try:
            return self.path.read_text("ascii", "replace").splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            # to go on as if it were empty would mark what stands in it as done
            raise StoreError(
                f"{self.path} cannot be read ({error.strerror or error}); allow it, or move that file away: "
                "what stands in the journal file stays"
            ) from None

    def _size(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def is_mark(line: str) -> bool:
    """Is a line of the log a mark, and no deed?"""
    return _read_mark(line) is not None


def _read_mark(line: str) -> Mark | None:
    if not line.startswith(_MARK):
        return None
    try:
        raw = json.loads(line)
        return Mark(str(raw["done"]), int(raw["deeds"]))
    except (ValueError, KeyError, TypeError):
        return None


def _deeds(lines: list[str]) -> list[Deed]:
    from stillnight.storage.deeds.deed import read_deed

    return [deed for line in lines if (deed := read_deed(line)) is not None]
