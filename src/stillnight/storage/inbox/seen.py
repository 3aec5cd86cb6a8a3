"""What this machine saw of an inbox at its last look: where nothing changed since, nothing is looked at."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from stillnight.storage.disk.atomic import Signature, make_folder, replace_file


class Seen(NamedTuple):
    """One look.

    Attributes:
        files: The files that were there, by name, with what they are known by.
        day: The half of a day in which it was: a line that waits for its night is looked at once more then.
        is_over: Was nothing left that might change by itself?
        size: So many bytes of the inbox are dealt with, and stay there.
        digest: What those bytes are known by.
    """

    files: Mapping[str, Signature] = {}
    day: str = ""
    is_over: bool = False
    size: int = 0
    digest: str = ""

    def done_of(self, data: bytes) -> int:
        """How many of the first bytes of an inbox are dealt with."""
        return self.size if self.size and digest_of(data[: self.size]) == self.digest else 0


def digest_of(data: bytes) -> str:
    """What some bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def load_seen(path: Path) -> Seen:
    """The last look; a damaged memory is none."""
    try:
        kept = json.loads(path.read_bytes())
        files = {str(name): Signature(*map(int, parts)) for name, parts in kept["files"].items()}
        return Seen(files, str(kept["day"]), kept["is_over"] is True, int(kept["size"]), str(kept["digest"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Seen()


def keep_seen(path: Path, seen: Seen) -> None:
    """Remember a look; where that cannot be kept the next one looks again."""
    files = {name: [one.mtime_ns, one.size, one.inode] for name, one in seen.files.items()}
    kept: dict[str, Any] = {**seen._asdict(), "files": files}
    with contextlib.suppress(OSError):
        make_folder(path.parent)
        replace_file(path, json.dumps(kept, sort_keys=True).encode(), durable=False)
