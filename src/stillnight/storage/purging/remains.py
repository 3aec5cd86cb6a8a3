"""Looking for purged words in every file around a journal: what is found is told, not hidden."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from stillnight.storage.disk.folder import Folder
from stillnight.storage.writes.record import BOOKKEEPING, Rec

LEAST_SIGNS = 5
"""Shorter words are found everywhere and betray nothing."""

_FREE = ("note", "text", "name", "amount_text")

_LARGEST = 64_000_000
"""No file of ours is larger, in bytes; others are not read."""

_CRASH = "last-error.txt"


def words_in(rec: Rec) -> Iterator[str]:
    """The words that somebody typed into a record, at any time: notes, and values of more than one word."""
    for write in rec.writes():
        if write.field not in BOOKKEEPING and isinstance(write.value, str):
            is_long = len(write.value) >= LEAST_SIGNS
            if is_long and (write.field in _FREE or any(sign.isspace() for sign in write.value)):
                yield write.value


def still_holding(words: Iterable[str], known: bytes, folder: Folder, journal: Path) -> list[Path]:
    """The files of this machine's state folder, and those beside the journal, in which some words stand.

    A report of a crash is no use to anybody by then: it is taken away.

    Args:
        words: What to look for.
        known: The journal as it is: words that stand in it of right are not looked for.
        folder: The journal's own folder.
        journal: The journal file.
    """
    needles = {
        way for text in words if (ways := _spelled(text)) and not _holding(known, ways) for way in ways
    }
    if not needles:
        return []
    home = folder.path.parent.parent
    beside = [path for path in _entries(journal.parent) if _is_near(path, journal)]
    found = [path for path in (*sorted(home.rglob("*")), *beside) if _holds(path, needles)]
    for path in [path for path in found if path == home / _CRASH]:
        with contextlib.suppress(OSError):
            path.unlink()
            found.remove(path)
    return found


def _spelled(text: str) -> set[bytes]:
    """A text as files spell it: as it is, and as JSON in either way."""
    ways = (text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1])
    return {way.encode(errors="surrogatepass") for way in ways}


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _is_near(path: Path, journal: Path) -> bool:
    """May it be a copy of the journal, or what is kept with it?"""
    return journal.stem in path.name or path.name.startswith("inbox")


def _holds(path: Path, needles: set[bytes]) -> bool:
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return False
        data = path.read_bytes()
    except OSError:
        return False
    return _holding(data, needles)


def _holding(data: bytes, needles: Iterable[bytes]) -> bool:
    return any(needle in data for needle in needles)
