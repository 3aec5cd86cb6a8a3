"""The one room that knows TinyDB: the journal file, and all that keeps it from being lost.

Where to look, from the door inwards:

* what the rest of the house sees: ``store``, ``unbegun`` (no file yet), ``tiny`` (as TinyDB reads it)
* one journal on this machine: ``vault``; taken to another place: ``moving``, ``landing``; two versions of it
  made one for other programs: ``merging``; earlier states and purges: ``keeping``
* how the file, the replica and what is known come to the same: ``settling``
* what a journal is, pure values: ``writes`` (begin with ``stamp`` and ``record`` there), how two become one:
  ``joining``, what somebody does at once: ``deeds``, the bytes: ``layout``
* files and folders: ``disk``
* what else this machine keeps: ``earlier`` states; what takes it away again: ``purging``
* what ``verify`` says and mends: ``health``
* ``copies``: what services leave beside the file; ``inbox``: what a phone leaves there
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from stillnight.domain.ports import Clock, Store
from stillnight.storage.disk.drafts import FileDrafts

if TYPE_CHECKING:
    from stillnight.storage.store import FileStore

__all__ = ["FileDrafts", "open_if_there", "open_store"]


def open_store(
    path: Path,
    state: Path,
    clock: Clock,
    wait: Callable[[float], None] = time.sleep,
    name: Callable[[], str] = str,
) -> FileStore:
    """Open the journal at a path, or begin one there.

    Args:
        path: The journal file; a link is followed and stays a link.
        state: This program's state folder, outside any cloud folder.
        clock: Tells the time.
        wait: Waits so many seconds, for a file that a cloud service is just moving.
        name: What this device is called now, for the other devices; empty leaves it without a name.

    Raises:
        StoreError: If there is no journal and none can be begun, or nothing can be kept in ``state``.
    """
    from stillnight.storage.disk.folder import folder_path, open_folder
    from stillnight.storage.disk.journal_file import JournalFile
    from stillnight.storage.store import FileStore
    from stillnight.storage.vault import Vault

    real = _real(path)
    if not os.path.isdir(real.parent) and not folder_path(state, real).exists():
        _refuse_dangling(path.expanduser().absolute(), real)
    vault = Vault(JournalFile(real), open_folder(state, real), clock, wait, name)
    vault.open()
    return FileStore(vault)


def open_if_there(path: Path, state: Path, clock: Clock, name: Callable[[], str] = str) -> Store:
    """Open the journal at a path; where there is none, and never was, it begins with the first write.

    Args:
        path: The journal file; a link is followed and stays a link.
        state: This program's state folder, outside any cloud folder.
        clock: Tells the time.
        name: What this device is called now, as for :func:`open_store`.

    Raises:
        StoreError: As :func:`open_store` does.
    """
    from stillnight.storage.disk.folder import folder_path
    from stillnight.storage.disk.journal_file import JournalFile

    real = _real(path)
    if os.path.exists(real) or folder_path(state, real).exists() or JournalFile(real).has_traces():
        return open_store(path, state, clock, name=name)
    from stillnight.storage.unbegun import UnbegunStore

    return UnbegunStore(real, lambda: open_store(path, state, clock, name=name))


def _real(path: Path) -> Path:
    """The file that is meant, links followed.

    Raises:
        StoreError: If it can be no journal.
    """
    from stillnight.domain.errors import StoreError

    try:
        real = path.expanduser().resolve()
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path} leads nowhere ({error}); name another file with --journal") from None
    # what is out of reach raises with pathlib
    if os.path.isdir(real):
        raise StoreError(f"{path} is a folder; name a file in it, such as {path / 'journal.json'}")
    if os.path.exists(real) and not os.path.isfile(real):
        raise StoreError(f"{path} is no ordinary file; name another with --journal")
    return real


def _refuse_dangling(path: Path, real: Path) -> None:
    """Make no folders at the end of a link: what it leads to is away, and comes back some day.

    Raises:
        StoreError: If the path goes through a link that leads nowhere.
    """
    from stillnight.domain.errors import StoreError

    if any(os.path.islink(step) and not os.path.exists(step) for step in (path, *path.parents)):
        raise StoreError(
            f"{path} is a link to {real}, and that folder is not there; "
            "bring it back, make it, or name another file with --journal"
        )
