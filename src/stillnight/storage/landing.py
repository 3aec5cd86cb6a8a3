"""What lies where a journal is to go: nothing, a journal, or something that is not ours to touch."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from stillnight.domain.errors import BadInput
from stillnight.storage.joining.join import join
from stillnight.storage.layout.reading import Damage, Reading, read
from stillnight.storage.writes.meta import is_another
from stillnight.storage.writes.state import State


class Lying(StrEnum):
    """What a path holds."""

    NOTHING = "nothing"
    JOURNAL = "a journal"
    EMPTY = "an empty file"
    DAMAGED = "a damaged journal"
    FOREIGN = "another program's file"
    UNREADABLE = "a file that cannot be read"


REFUSALS = {
    Lying.JOURNAL: "a stillnight journal lies there already; stillnight use {path} uses it",
    Lying.DAMAGED: "a damaged journal lies there; stillnight use {path} opens it and mends it",
    Lying.EMPTY: "an empty file lies there, perhaps still on its way from another computer; "
    "wait for it, or take it away",
    Lying.FOREIGN: "this file belongs to another program and was left as it is; name another",
    Lying.UNREADABLE: "this file cannot be read; allow it, or name another",
}
"""Why a journal cannot go to a place that holds this; ``{path}`` is the place."""


@dataclass(frozen=True, slots=True)
class Landing:
    """The place a journal is taken to.

    Attributes:
        path: Where it really is, links followed.
        data: What lies there now; ``None`` for nothing.
        is_journal: Is that a journal?
    """

    path: Path
    data: bytes | None = None
    is_journal: bool = False


def what_lies(path: Path) -> Lying:
    """What a path holds; nothing is changed."""
    return _look(path)[0]


def land(source: Path, target: Path, known: State, may_join: bool) -> Landing:
    """Look at the place where a journal is to go.

    Args:
        source: The real path of the journal file.
        target: Where it is to go.
        known: All that is known of the journal.
        may_join: May another journal that lies there be joined with it?

    Raises:
        BadInput: If it cannot go there; the message says what to do.
    """
    path = target.expanduser().resolve()
    if path == source or (os.path.exists(path) and os.path.exists(source) and path.samefile(source)):
        raise BadInput(f"the journal lies at {source} already")
    if not os.path.isdir(path.parent):
        raise BadInput(f"there is no folder {path.parent}: make it first")
    lying, reading, data = _look(path)
    if lying is Lying.JOURNAL and (may_join or _is_left_over(reading.state, known)):
        return Landing(path, data, is_journal=may_join)
    if lying is not Lying.NOTHING:
        raise BadInput(f"{path}: {REFUSALS[lying].format(path=path)}")
    return Landing(path)


def _is_left_over(found: State, known: State) -> bool:
    """Is it this very journal, with nothing in it that is not known? A move broke off, or a copy was made."""
    return bool(found.tables) and not is_another(found, known) and join(known, found).tables == known.tables


def _look(path: Path) -> tuple[Lying, Reading, bytes | None]:
    nothing = Reading(State())
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Lying.NOTHING, nothing, None
    except OSError:
        return Lying.UNREADABLE, nothing, None
    reading = read(data)
    if reading.damage is None:
        return Lying.JOURNAL, reading, data
    if reading.damage is Damage.BROKEN and reading.state.tables:
        return Lying.DAMAGED, reading, data
    return (Lying.EMPTY if reading.damage is Damage.EMPTY else Lying.FOREIGN), reading, data
