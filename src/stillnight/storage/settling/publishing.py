"""Bringing the journal file to what is known, or saying why it cannot be."""

from __future__ import annotations

from stillnight.domain.errors import StoreError
from stillnight.storage.disk.atomic import make_folder
from stillnight.storage.disk.journal_file import JournalFile
from stillnight.storage.settling.telling import newer, unpublished
from stillnight.storage.writes.meta import schema_of
from stillnight.storage.writes.state import SCHEMA, State


def publish(file: JournalFile, state: State, data: bytes, blocked: str) -> str | None:
    """Put what is known in the file.

    Args:
        file: The journal file.
        state: All that is known.
        data: Its bytes.
        blocked: Why the file must not be written now; empty where it may.

    Returns:
        ``None`` when the file holds it, else one sentence that says why not.

    Raises:
        Overtaken: If somebody replaced the file meanwhile.
    """
    if data == file.data:
        return None
    if schema_of(state) > SCHEMA:
        return newer(file.path)
    why = blocked or file.publish(data)
    return unpublished(file.path, why) if why else None


def make_home(file: JournalFile) -> None:
    """Make the folder of a journal that is new.

    Raises:
        StoreError: If it cannot be made.
    """
    try:
        make_folder(file.path.parent)
    except OSError as error:
        words = error.strerror or str(error)
        raise StoreError(f"no journal can be kept in {file.path.parent} ({words})") from None
