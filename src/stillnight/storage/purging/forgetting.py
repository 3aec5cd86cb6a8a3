"""Taking away what this machine keeps of a journal, for a computer that is sold or shared. The file stays."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from stillnight.domain.errors import StoreError
from stillnight.domain.ports import Clock
from stillnight.storage.disk.atomic import sync_folder
from stillnight.storage.disk.drafts import FileDrafts, forget_drafts
from stillnight.storage.disk.folder import Folder, folder_path
from stillnight.storage.disk.last_seen import LastSeen
from stillnight.storage.disk.lock import held
from stillnight.storage.disk.log import DeviceLog
from stillnight.storage.earlier.backups import images_in
from stillnight.storage.earlier.kept import kept_in
from stillnight.storage.settling.left_behind import journal_of

_ALL = ("drafts.json", "drafts.lock", "last_seen.json", "last-error.txt", "device", "device.lock")
"""What lies in the state folder beside the journals' own folders."""


class Belongings(NamedTuple):
    """What this machine keeps of one journal.

    Attributes:
        folder: Its own folder here.
        journal: The journal file; ``None`` where nobody wrote down which one it is.
        size: How much there is, in bytes.
        images: How many before-images.
        others: How many damaged files, conflict copies and moved files.
        drafts: Of how many nights words were typed and not saved.
        unpublished: Why not all of it is in the journal file; empty where it is.
    """

    folder: Path
    journal: Path | None
    size: int = 0
    images: int = 0
    others: int = 0
    drafts: int = 0
    unpublished: str = ""


def kept_of(journal: Path, state: Path, clock: Clock, wait: Callable[[float], None]) -> Belongings | None:
    """What this machine keeps of a journal; ``None`` for nothing. What is not in the file yet goes there.

    Args:
        journal: The journal file; a link is followed.
        state: This program's state folder.
        clock: Tells the time.
        wait: Waits so many seconds for a file that is just being moved.

    Raises:
        StoreError: If the journal cannot be looked at.
    """
    real = journal.expanduser().resolve()
    folder = folder_path(state, real)
    return _kept(folder, real, state, clock, wait) if folder.is_dir() else None


def kept_of_all(state: Path, clock: Clock, wait: Callable[[float], None]) -> list[Belongings]:
    """What this machine keeps of any journal; raises as :func:`kept_of` does."""
    try:
        folders = sorted(path for path in (state / "journals").iterdir() if path.is_dir())
    except OSError:
        return []
    return [_kept(folder, journal_of(folder), state, clock, wait) for folder in folders]


def forget(kept: Belongings, state: Path) -> None:
    """Take away everything that this machine keeps of a journal; the journal file is not touched.

    Raises:
        StoreError: If something could not be taken away, or was entered since it was looked at; say it again
            once the reason is gone.
    """
    try:
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(FileNotFoundError):
                stack.enter_context(held(kept.folder / "lock"))
            _refuse_grown(kept)
            if kept.journal is not None:
                forget_drafts(state, kept.journal)
                LastSeen(state, kept.journal).forget()
            (state / "last-error.txt").unlink(missing_ok=True)
            shutil.rmtree(kept.folder)
    except OSError as error:
        raise StoreError(
            f"not all could be taken away: {error.filename or kept.folder} ({error.strerror or error})"
        ) from None
    sync_folder(kept.folder.parent)


def forget_rest(state: Path) -> None:
    """Take away what belongs to no journal: this machine's id and the memory of what was seen last.

    Raises:
        StoreError: If something could not be taken away.
    """
    try:
        for name in _ALL:
            (state / name).unlink(missing_ok=True)
        for path in state.glob("~*.tmp"):
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # unless something else lies in them
            (state / "journals").rmdir()
            state.rmdir()
    except OSError as error:
        raise StoreError(
            f"not all could be taken away: {error.filename or state} ({error.strerror or error})"
        ) from None


def _refuse_grown(kept: Belongings) -> None:
    """What was all in the journal file may not be so any more: an open app goes on while somebody is asked.

    Raises:
        StoreError: If the file and what is kept here differ by now.
    """
    if kept.unpublished or kept.journal is None or not kept.folder.is_dir():
        return
    folder = Folder(kept.folder, "")
    with contextlib.suppress(FileNotFoundError):
        if folder.replica.read_bytes() == kept.journal.read_bytes() and DeviceLog(folder.log).mark():
            return
    raise StoreError(f"{kept.journal} changed meanwhile, so what is kept of it stays here; say it again")


def _kept(
    path: Path, journal: Path | None, state: Path, clock: Clock, wait: Callable[[float], None]
) -> Belongings:
    unpublished = _unpublished(path, journal, state, clock, wait)
    folder = Folder(path, "")
    images = len(images_in(folder.backups))
    drafts = len(FileDrafts(state, journal).nights()) if journal is not None else 0
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return Belongings(path, journal, size, images, len(kept_in(folder)) - images, drafts, unpublished)


def _unpublished(
    folder: Path, journal: Path | None, state: Path, clock: Clock, wait: Callable[[float], None]
) -> str:
    """Why not everything here is in the journal file; a file that is not there is not made anew for it."""
    from stillnight.storage import open_store
    from stillnight.storage.inbox.owed import is_owing
    from stillnight.storage.layout.lines import dump

    if journal is None:
        return f"nobody wrote down to which file {folder.name} belongs"
    if not os.path.exists(journal):
        return f"{journal} is not there, so what is kept here may be all there is"
    vault = open_store(journal, state, clock, wait).vault
    if is_owing(folder / "inbox"):
        return "lines of inbox.txt are still to be given back"
    if vault.problem or not vault.file.holds(dump(vault.state)):
        return vault.problem or f"{journal} does not hold everything that was entered here"
    return ""
