"""The folders that cloud services keep the same everywhere, and the journals in them. Never the network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from stillnight.cloud_services import Ground, names_in, service_folders
from stillnight.journal.places import Place
from stillnight.paths import JOURNAL_NAME

OWN_FOLDER = "stillnight"
"""The folder in a cloud folder where a new journal is put."""

MOST_FILES = 200
"""So many JSON files of a folder are looked into; more would be somebody's data, not journals."""

_NOT_DOWNLOADED = 0x40000000
"""macOS marks a file that is only in the cloud so far with this flag; reading it would fetch it."""


@dataclass(frozen=True, slots=True)
class CloudFolder:
    """One folder that a service keeps the same on all devices.

    Attributes:
        service: The service, with the account where there are several.
        path: The folder.
        is_there: Is it there? Settings outlive folders.
        is_writable: Can files be put into it?
        journals: The journals in it, or in its folder ``stillnight``.
        coming: Journals that are known there but not on this computer yet.
    """

    service: str
    path: Path
    is_there: bool
    is_writable: bool
    journals: tuple[Path, ...] = ()
    coming: tuple[Path, ...] = ()


def find_cloud_folders(ground: Ground, is_journal: Callable[[Path], bool]) -> list[CloudFolder]:
    """The cloud folders of a home, each once; settings that make no sense are passed over.

    Args:
        ground: What is looked at.
        is_journal: Tells whether a file begins as a journal does.
    """
    found: dict[str, CloudFolder] = {}
    for service, path in service_folders(ground):
        found.setdefault(os.path.realpath(path), _looked_at(service, path, is_journal))
    return list(found.values())


def places_in(folders: Iterable[CloudFolder]) -> list[Place]:
    """The places for a journal that some folders are: each journal there, else a new one."""
    places: list[Place] = []
    for folder in folders:
        here = [Place(folder.service, str(path), True) for path in folder.journals]
        here += [
            Place(
                folder.service,
                str(path),
                True,
                "not on this computer yet: open its folder once, it is fetched then",
            )
            for path in folder.coming
        ]
        places += here or [
            Place(folder.service, str(folder.path / OWN_FOLDER / JOURNAL_NAME), trouble=_trouble(folder))
        ]
    return places


def _trouble(folder: CloudFolder) -> str:
    if not folder.is_there:
        return f"the folder {folder.path} is not there"
    return "" if folder.is_writable else f"nothing can be written into {folder.path}"


def _looked_at(service: str, path: Path, is_journal: Callable[[Path], bool]) -> CloudFolder:
    is_there = os.path.isdir(path)
    journals, coming = _journals(path, is_journal) if is_there else ((), ())
    return CloudFolder(
        service, path, is_there, is_there and os.access(path, os.W_OK | os.X_OK), journals, coming
    )


def _journals(folder: Path, is_journal: Callable[[Path], bool]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The journals in a folder and in its folder ``stillnight``, without a service's copies."""
    journals: list[Path] = []
    coming: list[Path] = []
    for place in (folder, folder / OWN_FOLDER):
        names = sorted(names_in(place), key=len)
        json_files = [name for name in names if name.endswith(".json") and not name.startswith((".", "~"))]
        here = [name for name in json_files[:MOST_FILES] if _is_one(place / name, is_journal)]
        journals += [place / name for name in here if not _is_copy(name, here)]
        if f".{JOURNAL_NAME}.icloud" in names:
            coming.append(place / JOURNAL_NAME)
    return tuple(journals), tuple(coming)


def _is_one(path: Path, is_journal: Callable[[Path], bool]) -> bool:
    """Is it a journal? What is only in the cloud so far is not fetched: its name decides."""
    try:
        flags = getattr(path.stat(), "st_flags", 0)
    except OSError:
        return False
    return path.name == JOURNAL_NAME if flags & _NOT_DOWNLOADED else path.is_file() and is_journal(path)


def _is_copy(name: str, names: Iterable[str]) -> bool:
    stem = name.removesuffix(".json")
    return any(stem.startswith(other.removesuffix(".json")) for other in names if other != name)
