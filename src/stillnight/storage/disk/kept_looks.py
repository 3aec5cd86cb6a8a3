"""Looks at a journal's nights that were worked out before, in the journal's own folder on this machine."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from stillnight.storage.disk.atomic import replace_file
from stillnight.storage.disk.folder import Folder, folder_path


class KeptLooks:
    """Keeps lines for one journal; where they are damaged or cannot be kept there are none."""

    def __init__(self, state: Path, journal: Path) -> None:
        """Keep them for a journal file in this program's state folder."""
        self._path = Folder(folder_path(state, Path(os.path.realpath(journal))), "").looks

    def load(self) -> Sequence[str]:
        """The lines as they were kept; empty where there are none, or not the ones that were written."""
        try:
            mark, _, body = self._path.read_bytes().partition(b"\n")
        except OSError:
            return ()
        return body.decode().splitlines() if mark == _mark(body) else ()

    def keep(self, lines: Sequence[str]) -> None:
        """Keep these lines; without the journal's folder there is no journal, and nothing to be kept."""
        if not self._path.parent.is_dir():
            return
        body = "\n".join(lines).encode()
        with contextlib.suppress(OSError):
            replace_file(self._path, _mark(body) + b"\n" + body, durable=False)


def _mark(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).hexdigest().encode()
