"""What became of the files beside the journal, in one small file here, so that none is read at each open."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from stillnight.storage.disk.atomic import replace_file
from stillnight.storage.disk.neighbours import Neighbour

LONG_SECONDS = 600.0
"""A copy that has not been whole for so long stays so: what is complete in it is taken in."""


class Fate(StrEnum):
    """What became of a file."""

    TAKEN = "taken in and left there"
    WAITING = "taken in, to be removed once the journal can be written"
    STRANGER = "another journal, left as it is"
    OWN = "a journal of its own on this machine, left as it is"
    OTHER = "no copy of this journal, left as it is"
    BROKEN = "not whole, looked at again when it changes"
    SALVAGED = "not whole; what is complete in it was taken in, and it was left there"
    NEWER = "written by a newer stillnight, left as it is"


class Remembered(NamedTuple):
    """One file as it was when it was looked into.

    Attributes:
        seen: Its name, size and time.
        fate: What became of it.
        since: When that was, in seconds since 1970.
    """

    seen: Neighbour
    fate: Fate
    since: float


class Memory:
    """The files of one journal's folder by name; a damaged memory is none."""

    def __init__(self, path: Path) -> None:
        """Read what is kept at a path."""
        self._path = path
        self._kept = self._ids, self._files = _read(path)

    def all(self) -> Mapping[str, Remembered]:
        """Everything that is remembered."""
        return self._files

    def of(self, seen: Neighbour) -> Remembered | None:
        """What became of a file; ``None`` where it is another one than it was."""
        found = self._files.get(seen.name)
        return found if found and found.seen == seen else None

    def recall(self, ids: frozenset[str], may_join: bool) -> None:
        """Forget who was a stranger where they may be kin: the journal has other ids, or somebody said so."""
        if ids != self._ids or may_join:
            self._ids = ids
            strange = (Fate.STRANGER, Fate.OTHER, Fate.OWN)
            self._files = {name: one for name, one in self._files.items() if one.fate not in strange}

    def due(self, beside: Iterable[Neighbour], now: datetime, folder: Path) -> list[Neighbour]:
        """The files with which there is something to do.

        Args:
            beside: The files beside the journal.
            now: The moment, aware.
            folder: Where they lie.
        """
        can_remove = os.access(folder, os.W_OK)
        return [one for one in beside if self._is_due(one, now, can_remove)]

    def is_old(self, seen: Neighbour, now: datetime) -> bool:
        """Has a file not been whole for so long that nothing more is to come?"""
        known = self.of(seen)
        is_broken = known is not None and known.fate in (Fate.BROKEN, Fate.SALVAGED)
        return known is not None and is_broken and now.timestamp() - known.since >= LONG_SECONDS

    def _is_due(self, seen: Neighbour, now: datetime, can_remove: bool) -> bool:
        known = self.of(seen)
        if known is None or (known.fate is Fate.WAITING and can_remove):
            return True
        return known.fate is Fate.BROKEN and self.is_old(seen, now)

    def note(self, seen: Neighbour, fate: Fate, now: datetime) -> None:
        """Remember what became of a file, and since when."""
        found = self.of(seen)
        if found is None or found.fate is not fate:
            self._files = {**self._files, seen.name: Remembered(seen, fate, now.timestamp())}

    def keep(self, beside: Iterable[Neighbour]) -> None:
        """Write down what is remembered of the files that are there; where that fails they are read again."""
        names = {one.name for one in beside}
        self._files = {name: one for name, one in self._files.items() if name in names}
        if (self._ids, self._files) == self._kept:
            return
        with contextlib.suppress(OSError):
            lines = [[*one.seen, one.fate.value, one.since] for _, one in sorted(self._files.items())]
            kept = {"ids": sorted(self._ids), "files": lines}
            replace_file(self._path, json.dumps(kept, ensure_ascii=True).encode())
            self._kept = self._ids, self._files


def _read(path: Path) -> tuple[frozenset[str], dict[str, Remembered]]:
    try:
        kept = json.loads(path.read_bytes())
        lines = kept["files"]
        found = [Remembered(Neighbour(*line[:3]), Fate(line[3]), float(line[4])) for line in lines]
        return frozenset(kept["ids"]), {one.seen.name: one for one in found}
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return frozenset(), {}
