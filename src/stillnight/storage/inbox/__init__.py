"""The phone's inbox on the disk: found, read, written anew so that no line is lost, kept for a while.

Every command looks whether there is one, so this much is cheap to import.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "inbox.txt"
"""What the inbox of any journal is called."""

ASIDE = f"~{NAME}."
"""How the name of an inbox begins that was put aside to be written anew; a crash leaves it so."""


def names_in(folder: Path) -> list[str]:
    """The names in a folder that begin as an inbox does; on most days none, and nothing else is done."""
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if _begins(entry.name)]
    except OSError:
        return []


def _begins(name: str) -> bool:
    if name.startswith(ASIDE):
        return name.endswith(".aside")
    return name[:5].casefold() == NAME[:5]
