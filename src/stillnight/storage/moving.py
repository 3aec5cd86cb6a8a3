"""Taking a journal to another place: whatever breaks on the way, all is as it was or all of it is there.

What is known is published at the new place and read back before anybody is told to look there; only then
is the old file put away.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from stillnight.domain.errors import BadInput, StoreError
from stillnight.domain.ports import Clock
from stillnight.storage import open_store
from stillnight.storage.copies.archive import KeptCopy, archived
from stillnight.storage.disk.atomic import make_folder, replace_file, sync_folder
from stillnight.storage.disk.drafts import carried_drafts
from stillnight.storage.disk.file_moment import in_name
from stillnight.storage.disk.folder import Folder, folder_path, open_folder
from stillnight.storage.disk.journal_file import JournalFile
from stillnight.storage.disk.log import DeviceLog
from stillnight.storage.landing import Landing, land
from stillnight.storage.layout.lines import dump
from stillnight.storage.settling.left_behind import write_down
from stillnight.storage.vault import Vault
from stillnight.storage.writes.meta import devices_in, is_another
from stillnight.storage.writes.state import META, State

_LISTS = ("owed.txt", "names.jsonl")
"""Files of which each line stands for itself: lines owed to an inbox, the names that copies had."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a move.

    Attributes:
        path: Where the journal is now.
        kept: Where the old file is kept; ``None`` where there was none, or it could not be put away.
        left: The old file, where it could not be put away: nobody may touch it, or it is out of reach.
        joined: Lay a journal there already, and are its nights and those that came along one now?
        brought: Did anything come along that was entered?
        devices: How many other devices wrote in it: they look at the old place.
    """

    path: Path
    kept: Path | None = None
    left: Path | None = None
    joined: bool = False
    brought: bool = False
    devices: int = 0


def move_journal(
    source: Path, target: Path, state: Path, clock: Clock, switch: Callable[[], None], join: bool = False
) -> Moved:
    """Take a journal to another file.

    Args:
        source: The journal file in use; a link is followed.
        target: The file that it is to be.
        state: This program's state folder.
        clock: Tells the time.
        switch: Makes the program look at the new place; called once everything is certain there.
        join: May a journal that lies there be joined with this one? Else it is refused.

    Raises:
        BadInput: If the target cannot be taken.
        StoreError: If it failed; then everything is as it was.
    """
    if not is_begun(source, state):
        return _begin_at(source.expanduser().resolve(), target, state, switch, join)
    here = open_store(source, state, clock).vault
    landing = land(here.file.path, target, here.state, join)
    with here.still() as known:
        is_bare = all(table == META for table in known.tables)
        brought = State() if is_bare and landing.is_journal else known
        with (
            carried_drafts(state, here.file.path, landing.path),
            _arrived(here.folder, landing, brought, state, clock) as there,
        ):
            switch()
        return replace(_put_away(here, there, landing), brought=not is_bare)


def is_begun(path: Path, state: Path) -> bool:
    """Is there anything of a journal at a path: its file, a copy, or what this machine keeps of it?"""
    real = path.expanduser().resolve()
    return folder_path(state, real).is_dir() or JournalFile(real).has_traces()


def _begin_at(source: Path, target: Path, state: Path, switch: Callable[[], None], join: bool) -> Moved:
    """Look elsewhere before there is a journal; what was typed without being saved comes along."""
    landing = land(source, target, State(), join)
    with carried_drafts(state, source, landing.path):
        switch()
    return Moved(landing.path, joined=landing.is_journal)


@contextlib.contextmanager
def _arrived(old: Folder, landing: Landing, brought: State, state: Path, clock: Clock) -> Iterator[Vault]:
    """Everything published at the new place and read back; taken back should the block fail."""
    folder = open_folder(state, landing.path)
    before = {path: _bytes(path) for path in (folder.log, folder.replica)}
    copies = archived(folder.copies)
    there = Vault(JournalFile(landing.path), folder, clock, _never_wait)
    try:
        _refuse_another(there, landing, brought)
        if brought.tables and _goes_on(DeviceLog(old.log), DeviceLog(folder.log)):
            replace_file(folder.log, old.log.read_bytes())
        there.state = brought
        there.settle()
        if there.problem or not there.file.holds(dump(there.state)):
            why = (there.problem or f"{landing.path} could not be read back").partition("; what was")[0]
            raise StoreError(f"nothing was moved: {why}")
        write_down(there)
        yield there
    except BaseException as error:
        _put_back([one for one in archived(folder.copies) if one not in copies], landing.path.parent)
        _take_back(there, landing, before)
        if isinstance(error, OSError):
            raise StoreError(f"nothing was moved: {error.strerror or error} ({landing.path})") from None
        raise


def _goes_on(mine: DeviceLog, theirs: DeviceLog) -> bool:
    """Does a log go on where another one ends, as one that a broken move left behind does?"""
    known = {deed.stamp for deed in mine.outlines()}
    return bool(known) and all(deed.stamp in known for deed in theirs.outlines()[-1:])


def _refuse_another(there: Vault, landing: Landing, brought: State) -> None:
    """Another journal that was there once, and is known to this machine alone by now, is not mixed in."""
    there.replica.fetch()
    if there.replica.data and not landing.is_journal and is_another(there.replica.state(), brought):
        raise BadInput(
            f"this machine still keeps another journal for {landing.path}: "
            f"stillnight use {landing.path} brings it back; or name another file"
        )
    there.replica.forget()


def _take_back(there: Vault, landing: Landing, before: dict[Path, bytes | None]) -> None:
    """Leave the new place as it was found."""
    with contextlib.suppress(OSError):
        if there.file.data is not None and there.file.holds(there.file.data):
            _restore(landing.path, landing.data)
    for path, data in before.items():
        with contextlib.suppress(OSError):
            _restore(path, data)
    if not any(data is not None for data in before.values()):
        shutil.rmtree(there.folder.path, ignore_errors=True)


def _put_back(copies: Iterable[KeptCopy], folder: Path) -> None:
    """Put conflict copies that were taken in back beside the new place: what they hold goes from there."""
    for copy in copies:
        with contextlib.suppress(OSError):
            if not (folder / copy.name).exists():
                replace_file(folder / copy.name, copy.file.read_bytes())


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    elif _bytes(path) != data:
        replace_file(path, data)


def _put_away(here: Vault, there: Vault, landing: Landing) -> Moved:
    """Keep the old file beside what this machine knows of the journal, and its backups with it."""
    kept = there.folder.backups / f"moved-{in_name(here.clock.now())}.json"
    is_away = _kept(here.file, kept)
    with contextlib.suppress(OSError):
        _carry(here.folder.backups, there.folder.backups)
        _carry(here.folder.damaged, there.folder.damaged)
        _carry(here.folder.copies, there.folder.copies)
        _carry(here.folder.path / "inbox", there.folder.path / "inbox")
        log = _bytes(here.folder.log) or b""
        if log and not (_bytes(there.folder.log) or b"").startswith(log):
            replace_file(kept.with_suffix(".log"), log)
        shutil.rmtree(here.folder.path)
    left = None if is_away else here.file.path
    # who wrote in a journal that lay there already looks there
    devices = set() if landing.is_journal else devices_in(there.state) - {here.folder.device}
    return Moved(landing.path, kept if is_away else None, left, landing.is_journal, devices=len(devices))


def _kept(file: JournalFile, kept: Path) -> bool:
    """Put the old file away, unless somebody wrote it since; did it happen?"""
    data = file.data
    if data is None or file.is_overtaken():
        return False
    try:
        make_folder(kept.parent)
        replace_file(kept, data)
        if kept.read_bytes() != data or not file.holds(data):
            return False
        file.path.unlink()
    except OSError:
        return False
    sync_folder(file.path.parent)
    return True


def _carry(mine: Path, theirs: Path) -> None:
    """Bring files along that are not there yet, and the lines of those that are lists."""
    for path in sorted(mine.glob("*")):
        make_folder(theirs)
        there = theirs / path.name
        if not there.exists():
            path.rename(there)
        elif path.name in _LISTS:
            replace_file(there, there.read_bytes() + path.read_bytes())


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _never_wait(seconds: float) -> None:
    """The new file is known to be missing: nothing is waited for."""
