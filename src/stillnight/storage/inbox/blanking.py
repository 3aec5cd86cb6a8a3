"""Blanking the lines of old inboxes that were taken in: after a purge they stand nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

_NAME = re.compile(r"\d{8}T\d{6}-(\d+)-[0-9a-f]{8}\.txt")


def blank_taken(folder: Path) -> None:
    """Blank what was dealt with in the archive of inboxes, in place: a phone may still append behind it.

    Args:
        folder: Where the old inboxes lie.

    Raises:
        OSError: If one of them cannot be written.
    """
    for path in sorted(folder.glob("*.txt")):
        found = _NAME.fullmatch(path.name)
        if found:
            with path.open("r+b") as file:
                taken = file.read(int(found[1]))
                file.seek(0)
                file.write(b"".join(map(_blank, taken.splitlines(keepends=True))))


def _blank(line: bytes) -> bytes:
    """A line of as many blanks; a comment holds the file's token and nothing of anybody."""
    if line.startswith(b"#"):
        return line
    text = line.rstrip(b"\r\n")
    return b" " * len(text) + line[len(text) :]
