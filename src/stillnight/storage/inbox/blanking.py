"""Blanking the lines of old inboxes that were taken in: after a purge they stand nowhere else."""

from __future__ import annotations

from pathlib import Path

from stillnight.storage.inbox.archive import old_inboxes


def blank_taken(folder: Path) -> None:
    """Blank what was dealt with in the archive of inboxes, in place: a phone may still append behind it.

    Args:
        folder: Where the old inboxes lie.

    Raises:
        OSError: If one of them cannot be written.
    """
    for old in old_inboxes(folder):
        with old.path.open("r+b") as file:
            taken = file.read(old.size)
            file.seek(0)
            file.write(b"".join(map(_blank, taken.splitlines(keepends=True))))


def _blank(line: bytes) -> bytes:
    """A line of as many blanks; a comment holds the file's token and nothing of anybody."""
    if line.startswith(b"#"):
        return line
    text = line.rstrip(b"\r\n")
    return b" " * len(text) + line[len(text) :]
