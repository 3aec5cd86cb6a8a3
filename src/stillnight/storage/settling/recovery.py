"""What to make of a file that is missing, empty, damaged, unreadable or no journal at all."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from stillnight.domain.errors import StoreError
from stillnight.storage.disk.atomic import make_folder
from stillnight.storage.disk.folder import Folder
from stillnight.storage.disk.journal_file import JournalFile, Look
from stillnight.storage.disk.replica import Replica
from stillnight.storage.layout.reading import Damage, read
from stillnight.storage.writes.state import META, State


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the file adds to what is known, and what to tell.

    Attributes:
        state: What was found, in the file or in the copies beside it.
        notice: One plain sentence for the user; empty on a quiet day.
        blocked: Why the file must not be written now; empty where it may.
    """

    state: State
    notice: str = ""
    blocked: str = ""


def judge(file: JournalFile, look: Look, known: State, folder: Folder, expected: bool) -> Verdict:
    """Decide what a file that is not sound means; nothing readable is ever thrown away.

    Args:
        file: The journal file.
        look: What was found there.
        known: What this machine knows of the journal.
        folder: Where damaged bytes are kept.
        expected: Has there been a journal at this path before?

    Raises:
        StoreError: If there is nothing of a journal here and writing would destroy something else.
    """
    if look.is_elsewhere:
        return _elsewhere(file.path)
    if look.refusal:
        return _unreadable(file.path, look.refusal, expected)
    if look.data is None or look.reading.damage is Damage.EMPTY:
        return _absent(file, known, expected, "missing" if look.data is None else "empty")
    return _damaged(file.path, look, known, folder, expected)


def _elsewhere(path: Path) -> Verdict:
    why = f"{path.name} is in the cloud and not on this machine yet"
    return Verdict(
        State(),
        f"{why}: download it, in the menu that your file manager shows for it. "
        "What is entered meanwhile is safe on this machine and is joined with it then.",
        why,
    )


def strange(path: Path) -> Verdict:
    """The file holds a journal with a life of its own: two people's nights are never mixed unasked."""
    return Verdict(
        State(),
        f"{path.name} holds another journal now, which shares nothing with the one that was kept here, "
        "perhaps another person's. They were not mixed: this machine's own copy is shown. If both are "
        "yours, stillnight verify --join makes them one; else put yours back, or name another file.",
        "another journal lies there, perhaps another person's",
    )


def _unreadable(path: Path, refusal: str, expected: bool) -> Verdict:
    if not expected:
        raise StoreError(f"{path} cannot be read ({refusal}); allow it, or name another file with --journal")
    why = f"{path.name} cannot be read just now ({refusal})"
    return Verdict(State(), f"{why}; this machine's own copy is shown, and it is joined later.", why)


def _absent(file: JournalFile, known: State, expected: bool, what: str) -> Verdict:
    path = file.path
    if not expected:
        return Verdict(State(), f"A new journal was begun: {path}")
    if not os.path.isdir(path.parent):
        why = f"the folder {path.parent} is not there"
        return Verdict(State(), f"{path.name} is out of reach, {why}; this machine's own copy is shown.", why)
    if known.tables:
        return Verdict(State(), f"{path.name} was {what}; it was put back from this machine's own copy.")
    # what the copies hold is taken in from there, see ``copies``
    copies = file.copies()
    if names := " and ".join(copy.name for copy in copies if _is_whole(copy)):
        return Verdict(State(), f"{path.name} was {what}; it was put back from {names}.")
    names = " and ".join(copy.name for copy in copies)
    return Verdict(
        State(), f"{path.name} was {what}, and of {names} a part is missing: it is looked at again."
    )


def _is_whole(copy: Path) -> bool:
    try:
        return read(copy.read_bytes()).damage is None
    except OSError:
        return False


def _damaged(path: Path, look: Look, known: State, folder: Folder, expected: bool) -> Verdict:
    state = look.reading.state
    if not state.tables and not expected:
        raise StoreError(
            f"{path} is no journal and was left as it is; name another file with --journal, or move it away"
        )
    _keep(folder, look.data or b"", path)
    count = sum(len(records) for name, records in state.tables.items() if name != META)
    rest = "the rest came from this machine's own copy" if known.tables else "what was torn may be missing"
    read = "1 entry" if count == 1 else f"{count or 'no'} entries"
    where = "it is kept (stillnight restore lists it)"
    return Verdict(state, f"{path.name} was damaged: {read} in it could be read, {rest}; {where}.")


def _keep(folder: Folder, data: bytes, path: Path) -> None:
    try:
        folder.keep_damaged(data)
    except OSError as error:
        raise StoreError(
            f"{path} is damaged and there is no room to keep it ({error.strerror or error}); "
            f"free some space for {folder.path}"
        ) from None


def keep_own(folder: Folder, replica: Replica) -> None:
    """Keep this machine's own copy aside, damaged or unreadable as it is; there may be none at all."""
    with contextlib.suppress(OSError):
        if replica.data:
            folder.keep_damaged(replica.data)
        elif replica.data is None and replica.path.exists():
            make_folder(folder.damaged)
            replica.path.rename(folder.damaged / f"replica-{replica.path.stat().st_mtime_ns}.json")
