"""Files that are never half written: everything goes to a temporary file that takes the old one's place."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700
LEFT_OVER_SECONDS = 600
"""A temporary file older than this was left behind by a crash."""

_LOST = (errno.EIO, errno.ENOSPC, errno.EDQUOT)
"""With these a folder may forget what was just put into it; else its file system keeps it in its own way."""

_TEMPORARY = re.compile(r"~(?P<of>.+)\.\d+\.[0-9a-f]{8}\.tmp")


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
        # on a disk that fails, what went wrong first is what is told
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    if durable:
        secure_folder(path.parent)
    return True


def open_private(path: Path, flags: int) -> int:
    """Open a file that is nobody else's business, made where it is missing; the handle is the caller's.

    The mask of the process takes nothing from it, and a file that came back from a backup gets its mode.

    Raises:
        OSError: If it cannot be opened.
    """
    handle = os.open(path, flags | os.O_CREAT, FILE_MODE)
    if os.fstat(handle).st_mode & 0o777 != FILE_MODE:
        with contextlib.suppress(OSError):
            os.fchmod(handle, FILE_MODE)
    return handle


def make_folder(path: Path) -> None:
    """Make a folder that is nobody else's business; one that is there stays as it is.

    It survives a power cut, as do those above it that were missing.

    Raises:
        OSError: If it cannot be made.
    """
    if path.is_dir():
        return
    make_folder(path.parent)
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=FOLDER_MODE)
        if path.stat().st_mode & 0o777 != FOLDER_MODE:
            path.chmod(FOLDER_MODE)
    secure_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Make a folder's entries survive a power cut, where it can be done; where it fails, nothing is said."""
    with contextlib.suppress(OSError):
        secure_folder(path)


def secure_folder(path: Path) -> None:
    """Make a folder's entries survive a power cut, where the file system can.

    Raises:
        OSError: If the disk failed or is full, so that they may not.
    """
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in _LOST:
            raise
    finally:
        os.close(handle)


def sync_way(path: Path) -> None:
    """Make a folder survive a power cut, with all folders on the way to it on the same disk.

    Raises:
        OSError: If the disk failed or is full.
    """
    disk = path.stat().st_dev
    for folder in (path, *path.parents):
        if folder.stat().st_dev != disk:
            return
        secure_folder(folder)


def sweep(path: Path, newest_ns: int) -> None:
    """Remove this file's temporary files that a crash left behind; others are not ours.

    Args:
        path: The file that was to be replaced.
        newest_ns: A moment by the file system's own clock, near now.
    """
    _sweep(path.parent, newest_ns, lambda name: name == path.name)


def sweep_folder(folder: Path, newest_ns: int) -> None:
    """Remove every temporary file that a crash left behind in a folder in which only we write."""
    _sweep(folder, newest_ns, lambda name: True)


def _sweep(folder: Path, newest_ns: int, is_ours: Callable[[str], bool]) -> None:
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = _TEMPORARY.fullmatch(entry.name)
            if found is None or not is_ours(found["of"]):
                continue
            if newest_ns - entry.stat(follow_symlinks=False).st_mtime_ns > LEFT_OVER_SECONDS * 1_000_000_000:
                Path(entry.path).unlink(missing_ok=True)


def _write_new(path: Path, data: bytes, durable: bool) -> None:
    handle = open_private(path, os.O_WRONLY | os.O_EXCL)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        if durable:
            os.fsync(handle)
