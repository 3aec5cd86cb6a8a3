"""What lies beside the journal: a cheap look at names, sizes and dates; no file is opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

DATALESS = 0x40000000
"""The flag of macOS on a file whose content was not downloaded (``SF_DATALESS``); reading it would."""

_UNREADY = (
    *(".tmp", ".part", ".partial", ".filepart", ".!sync", ".bts", ".crdownload", ".download", ".swp", "~"),
    *(".icloud", ".nextcloud", ".owncloud", ".opencloud", ".lock"),
)
"""So end the names of files that are on their way, that stand for others, or that editors leave."""


class Neighbour(NamedTuple):
    """A file beside the journal: a cheap look, no content.

    Attributes:
        name: Its name.
        size: Its size in bytes.
        mtime_ns: When it was last written, in ns.
    """

    name: str
    size: int
    mtime_ns: int


def neighbours(path: Path) -> tuple[Neighbour, ...]:
    """The ordinary files beside a file in whose names its own stands, sorted; none is opened.

    What no program is done with, what stands for a file in the cloud, and hidden files are left out.
    """
    stem, ending = (_folded(part) for part in os.path.splitext(path.name))
    found = []
    try:
        with os.scandir(path.parent) as entries:
            for entry in entries:
                name = _folded(entry.name)
                if stem in name and ending in name and not _is_unready(name) and not _is_same(entry, path):
                    found.append(_seen(entry))
    except OSError:
        return ()
    return tuple(sorted(one for one in found if one is not None))


def file_beside(path: Path, name: str) -> Path:
    """Another file of the same folder."""
    return path.parent / name


def _seen(entry: os.DirEntry[str]) -> Neighbour | None:
    try:
        if not entry.is_file(follow_symlinks=False):
            return None
        seen = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    is_elsewhere = getattr(seen, "st_flags", 0) & DATALESS
    return None if is_elsewhere else Neighbour(entry.name, seen.st_size, seen.st_mtime_ns)


def _is_same(entry: os.DirEntry[str], path: Path) -> bool:
    """Is it the file itself, be it under another spelling of its name that its file system takes for one?"""
    if entry.name == path.name or len(entry.name.casefold()) > 2 * len(path.name):
        return entry.name == path.name
    try:
        return _folded(entry.name) == _folded(path.name) and os.path.samefile(entry.path, path)
    except OSError:
        return False


def _is_unready(name: str) -> bool:
    return name.startswith((".", "~")) or name.endswith(_UNREADY)


def _folded(name: str) -> str:
    """A name as file systems compare it that know neither case nor composed letters."""
    if not name.isascii():
        from unicodedata import normalize

        name = normalize("NFC", name)
    return name.casefold()
