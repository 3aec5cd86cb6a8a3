"""What is handed in to be read: a file's bytes, and how far they can be trusted."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a file is."""

    MAIN = "main"
    """The inbox itself."""
    COPY = "copy"
    """A copy of it, by its name and whatever is in it."""
    WEAK = "weak"
    """Perhaps a copy: it counts as one if it carries a token."""
    OWED = "owed"
    """Lines that are to stand in the inbox and could not be put there yet."""


class Source(NamedTuple):
    """One file.

    Attributes:
        name: Its name, as the user knows it.
        data: Its bytes.
        seconds: When it was last changed, in seconds since 1970.
        role: What it is.
        is_quiet: Has nobody changed it for a while? Then a last line without an end counts as whole.
        done: So many of its first bytes were dealt with before, and are there still.
    """

    name: str
    data: bytes
    seconds: float
    role: Role = Role.MAIN
    is_quiet: bool = True
    done: int = 0
