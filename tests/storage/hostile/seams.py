"""Where the beginning of one version of a file and the end of another stand side by side."""

from __future__ import annotations

from stillnight.storage.layout.reading import load
from stillnight.storage.writes import canon
from stillnight.storage.writes.state import State

Written = tuple[str, ...]


def invents(part: bytes, new: bytes, old: bytes) -> bool:
    """Does a part of a new version, with the end of the old one behind it, hold what is in neither?"""
    mixed = load(part + old[len(part) :])
    return not written(mixed) <= written(load(new)) | written(load(old))


def written(state: State) -> set[Written]:
    """Every write in a state, with its record."""
    return {
        (*key, write.stamp, write.field, canon.text(write.value))
        for key in state.keys()  # noqa: SIM118
        for write in state.rec(*key).writes()
    }
