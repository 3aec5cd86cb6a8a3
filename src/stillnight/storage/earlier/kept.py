"""The earlier states that this machine keeps of a journal: images, files put aside, conflict copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from stillnight.domain.errors import BadInput, StoreError
from stillnight.domain.keeping import Kept, KeptAs
from stillnight.storage.copies.report import copies_kept
from stillnight.storage.disk.file_moment import moment_in
from stillnight.storage.disk.folder import Folder
from stillnight.storage.earlier.backups import images_in
from stillnight.storage.layout.reading import Damage, Reading, read
from stillnight.storage.writes.meta import schema_of
from stillnight.storage.writes.state import SCHEMA, State

_MOVED = re.compile(r"moved-(\d{8}T\d{6})\.json", re.ASCII)


def kept_in(folder: Folder) -> list[Kept]:
    """Everything in a journal's own folder that holds an earlier state: images first, newest first."""
    images = [Kept(KeptAs.IMAGE, str(folder.backups / one.name), one.at) for one in images_in(folder.backups)]
    return [*reversed(images), *sorted(_put_aside(folder), key=_newest_first)]


def read_kept(kept: Kept, known: State) -> Reading:
    """What an earlier state says.

    Args:
        kept: The state, or any file.
        known: What is known now: what is the same is not parsed again.

    Raises:
        BadInput: If it is no journal.
        StoreError: If it cannot be read, or was written by a newer program.
    """
    path = Path(kept.file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror or error})") from None
    found = read(data, known)
    if found.damage in (Damage.EMPTY, Damage.FOREIGN) or not found.state.tables:
        raise BadInput(f"{path} is no journal, so nothing can be brought back from it")
    if schema_of(found.state) > SCHEMA:
        raise StoreError(f"{path} was written by a newer stillnight; update stillnight to read it")
    return found


def _put_aside(folder: Folder) -> Iterator[Kept]:
    for path in _files(folder.backups):
        if moved := _MOVED.fullmatch(path.name):
            yield Kept(KeptAs.MOVED, str(path), moment_in(moved[1]))
    names = {one.file: one.name for one in copies_kept(folder)}
    for kind, place in ((KeptAs.DAMAGED, folder.damaged), (KeptAs.COPY, folder.copies)):
        for path in _files(place):
            at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            yield Kept(kind, str(path), at, names.get(path, ""))


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in sorted(folder.glob("[!~]*.json")) if path.is_file()]
    except OSError:
        return []


def _newest_first(kept: Kept) -> tuple[float, str]:
    return (-kept.at.timestamp() if kept.at else 0.0, kept.file)
