"""What this machine keeps of a journal for a place that is gone: a folder renamed, a drive taken away."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from stillnight.storage.deeds.deed import apply
from stillnight.storage.disk.atomic import replace_file
from stillnight.storage.disk.log import DeviceLog
from stillnight.storage.disk.replica import Replica
from stillnight.storage.joining.join import join
from stillnight.storage.joining.kin import are_kin
from stillnight.storage.writes.state import State

if TYPE_CHECKING:
    from stillnight.storage.vault import Vault

_WHERE = "where"
"""The file in a journal's state folder that names the journal; older folders have none."""


def bring(vault: Vault) -> None:
    """Take in what was kept for a place that is gone, the first time that the journal is met at another one.

    Raises:
        StoreError: If the state folder cannot be used.
    """
    where = vault.folder.path / _WHERE
    if where.exists():
        return
    found = _kept_elsewhere(vault.folder.path, vault.state)
    if join(vault.state, found).tables != vault.state.tables:
        vault.learn(found)
        vault.settle()
    write_down(vault)


def write_down(vault: Vault) -> None:
    """Note to which journal a state folder belongs; where that fails it is tried at a later look."""
    with contextlib.suppress(OSError):
        replace_file(vault.folder.path / _WHERE, os.fsencode(vault.file.path))


def _kept_elsewhere(here: Path, known: State) -> State:
    """All that this machine keeps of a journal for places where it cannot be written any more."""
    found = State()
    for folder, replica, state in _left(here, known):
        log = DeviceLog(folder / "log.jsonl")
        deeds = log.pending() if replica.is_whole else log.deeds()
        found = join(found, apply(state, deeds))
    return found


def folders_left(here: Path, known: State) -> list[Path]:
    """The state folders of the same journal for places where it cannot be written any more.

    Args:
        here: Its state folder in use.
        known: What is known of it.
    """
    return [folder for folder, _, _ in _left(here, known)]


def journal_of(folder: Path) -> Path | None:
    """The journal whose state folder it is; ``None`` where nobody wrote it down."""
    try:
        raw = (folder / _WHERE).read_bytes()
    except OSError:
        return None
    return None if b"\0" in raw or not raw else Path(os.fsdecode(raw))


def _left(here: Path, known: State) -> Iterator[tuple[Path, Replica, State]]:
    for folder in _others(here):
        if not _is_in_use(folder):
            replica = Replica(folder / "replica.json")
            replica.fetch()
            state = replica.state() if replica.data else State()
            if are_kin(state, known):
                yield folder, replica, state


def _others(here: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(path for path in here.parent.iterdir() if path != here and path.is_dir())


def _is_in_use(folder: Path) -> bool:
    """Is the journal still where it was, so that what is kept for it goes in there?"""
    journal = journal_of(folder)
    return journal is not None and os.access(journal, os.W_OK)
