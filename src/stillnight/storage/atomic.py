"""Files that are never half written: everything goes to a temporary file that takes the old one's place."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700
LEFT_OVER_SECONDS = 600
"""A temporary file older than this was left behind by a crash."""


@dataclass(frozen=True, slots=True)
class Signature:
    """By what a file is known to be the one that was read: a cheap look, no content."""

    mtime_ns: int
    size: int
    inode: int


def signature(path: Path) -> Signature | None:
    """The file's signature; ``None`` where there is none to be seen."""
    try:
        seen = path.stat()
    except OSError:
        return None
    return Signature(seen.st_mtime_ns, seen.st_size, seen.st_ino)


def read_file(path: Path) -> tuple[bytes, Signature]:
    """The file's bytes, with the signature of just these bytes.

    Raises:
        OSError: If it cannot be read.
    """
    with path.open("rb") as file:
        seen = os.fstat(file.fileno())
        return file.read(), Signature(seen.st_mtime_ns, seen.st_size, seen.st_ino)


def replace_file(
    path: Path, data: bytes, *, durable: bool = True, before: Callable[[], bool] = lambda: True
) -> bool:
    """Put bytes in a file's place, all of them or none.

    Args:
        path: The real path; a link is followed by whoever calls.
        data: The new content.
        durable: Is it to survive a power cut from here on?
        before: Asked just before the old file is replaced; ``False`` calls it off.

    Returns:
        Whether the file was replaced.

    Raises:
        OSError: If it could not be written; the old file is as it was.
    """
    temporary = path.with_name(f"~{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        _write_new(temporary, data, durable)
        if not before():
            return False
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    if durable:
        sync_folder(path.parent)
    return True


def make_folder(path: Path) -> None:
    """Make a folder that is nobody else's business; one that is there stays as it is.

    Raises:
        OSError: If it cannot be made.
    """
    if path.is_dir():
        return
    make_folder(path.parent)
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=FOLDER_MODE)


def sync_folder(path: Path) -> None:
    """Make a folder's entries survive a power cut, where the file system can."""
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sweep(path: Path, newest_ns: int) -> None:
    """Remove this file's temporary files that a crash left behind; others are not ours.

    Args:
        path: The file that was to be replaced.
        newest_ns: A moment by the file system's own clock, near now.
    """
    ours = re.compile(rf"~{re.escape(path.name)}\.\d+\.[0-9a-f]{{8}}\.tmp")
    with contextlib.suppress(OSError):
        for entry in os.scandir(path.parent):
            age = (
                newest_ns - entry.stat(follow_symlinks=False).st_mtime_ns if ours.fullmatch(entry.name) else 0
            )
            if age > LEFT_OVER_SECONDS * 1_000_000_000:
                Path(entry.path).unlink(missing_ok=True)


def _write_new(path: Path, data: bytes, durable: bool) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        if durable:
            os.fsync(handle)
