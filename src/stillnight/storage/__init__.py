"""The one room that knows TinyDB: the journal file, its stamps, saves, salvage and undo."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from stillnight.domain.ports import Clock
from stillnight.storage.drafts import FileDrafts

if TYPE_CHECKING:
    from stillnight.storage.store import FileStore

__all__ = ["FileDrafts", "open_store"]


def open_store(
    path: Path, state: Path, clock: Clock, wait: Callable[[float], None] = time.sleep
) -> FileStore:
    """Open the journal at a path, or begin one there.

    Args:
        path: The journal file; a link is followed and stays a link.
        state: This program's state folder, outside any cloud folder.
        clock: Tells the time.
        wait: Waits so many seconds, for a file that a cloud service is just moving.

    Raises:
        StoreError: If there is no journal and none can be begun, or nothing can be kept in ``state``.
    """
    from stillnight.domain.errors import StoreError
    from stillnight.storage.folder import open_folder
    from stillnight.storage.journal_file import JournalFile
    from stillnight.storage.store import FileStore
    from stillnight.storage.vault import Vault

    try:
        real = path.expanduser().resolve()
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path} leads nowhere ({error}); name another file with --journal") from None
    if real.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it, such as {path / 'journal.json'}")
    if real.exists() and not real.is_file():
        raise StoreError(f"{path} is no ordinary file; name another with --journal")
    vault = Vault(JournalFile(real), open_folder(state, real), clock, wait)
    vault.open()
    return FileStore(vault)
