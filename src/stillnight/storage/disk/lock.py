"""One at a time: a lock in the state folder, never in the cloud folder."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stillnight.storage.disk.atomic import open_private


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock file while a block runs; a process that dies lets go of it.

    Raises:
        OSError: If the lock file cannot be made, or was taken away while we waited for it.
    """
    handle = open_private(path, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not os.path.samestat(os.fstat(handle), os.stat(path)):
            # who waits next holds another file: this one locks nobody out
            raise FileNotFoundError(errno.ENOENT, "the lock was taken away", str(path))
        yield
    finally:
        os.close(handle)
