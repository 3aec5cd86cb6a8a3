"""What the vault says to the user: one plain sentence each, with the way out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

TAKEN_AWAY = (
    "nothing was saved: the journal was taken to another place while it was open here; "
    "leave stillnight and open it again"
)
"""Said where the state folder of an open journal is gone."""

_WAY_OUT = "make that folder writable or free some space"


def unpublished(path: Path, why: str) -> str:
    """The file at a path does not hold what is known."""
    return (
        f"{path} could not be written: {why}; what was entered is safe on this machine "
        "and goes in as soon as the file can be written"
    )


def newer(path: Path) -> str:
    """The file at a path has a schema that is not known here."""
    return f"{path.name} was written by a newer stillnight and is only read here; update stillnight"


def another(path: Path) -> str:
    """The file at a path held another journal than before."""
    return (
        f"{path.name} was another journal than the one kept here before; "
        "the two were joined, and nights of both are shown."
    )


def unkept(path: Path, error: OSError, then: str = "save again") -> str:
    """Nothing can be written in the state folder.

    Args:
        path: The folder.
        error: Why.
        then: What to do once it can be written.
    """
    return f"nothing can be kept safe in {path} ({error.strerror or error}); {_WAY_OUT}, then {then}"


def unsaved(path: Path, error: OSError) -> str:
    """A deed could not be logged, and was not done."""
    why = f"nothing was saved: {path} cannot be written ({error.strerror or error})"
    return f"{why}; {_WAY_OUT}, then save again"


def unscrubbed(paths: Sequence[Path]) -> str:
    """What was purged could not be taken out of some files; empty where it could be taken out of all."""
    if not paths:
        return ""
    names = ", ".join(str(path) for path in paths[:3]) + (" and others" if len(paths) > 3 else "")
    return f"What was purged still stands in {names}, which cannot be written; that is tried again each time."
