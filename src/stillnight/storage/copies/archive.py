"""Copies that were taken in, kept byte for byte on this machine, with the names they had."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from stillnight.storage.disk.atomic import make_folder, open_private, replace_file
from stillnight.storage.layout.lines import dump
from stillnight.storage.writes.record import PURGE_SIGN
from stillnight.storage.writes.state import State

_LIST = "names.jsonl"


class KeptCopy(NamedTuple):
    """One copy that was taken in.

    Attributes:
        name: What it was called beside the journal.
        file: Where its bytes are kept.
        at: When it was taken in, ISO 8601.
        entries: How many records in it were not known here.
    """

    name: str
    file: Path
    at: str
    entries: int


def archive(folder: Path, data: bytes) -> Path:
    """Keep some bytes for ever, once, under a name made of them.

    Raises:
        OSError: If they cannot be written.
    """
    path = folder / f"{hashlib.sha256(data).hexdigest()[:32]}.json"
    if not path.exists():
        make_folder(folder)
        replace_file(path, data)
    return path


def without_purged(data: bytes, found: State, known: State) -> bytes:
    """A copy's bytes; where what was purged stands in them, the rest of what they hold.

    Args:
        data: The bytes.
        found: What they hold.
        known: All that is known, with what was purged from it.
    """
    purged = [key for key in found.keys() if PURGE_SIGN in (known.text(*key) or "")]  # noqa: SIM118
    return dump(found.having({key: known.rec(*key) for key in purged})) if purged else data


def note_name(folder: Path, name: str, file: Path, at: datetime, entries: int) -> None:
    """Remember what kept bytes were called, once.

    Raises:
        OSError: If it cannot be written.
    """
    if any((kept.name, kept.file) == (name, file) for kept in archived(folder)):
        return
    line = json.dumps({"name": name, "file": file.name, "at": at.isoformat(), "entries": entries})
    handle = open_private(folder / _LIST, os.O_WRONLY | os.O_APPEND)
    with os.fdopen(handle, "ab") as names:
        names.write(line.encode() + b"\n")


def archived(folder: Path) -> list[KeptCopy]:
    """Every copy that was taken in and is kept, oldest first."""
    try:
        lines = (folder / _LIST).read_bytes().splitlines()
    except OSError:
        return []
    return [kept for line in lines if (kept := _read(folder, line)) is not None]


def _read(folder: Path, line: bytes) -> KeptCopy | None:
    try:
        raw = json.loads(line)
        file = folder / Path(raw["file"]).name
        return KeptCopy(str(raw["name"]), file, str(raw["at"]), int(raw["entries"]))
    except (ValueError, KeyError, TypeError):
        return None
