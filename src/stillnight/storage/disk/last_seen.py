"""What was last seen of the journal, in one small file of this machine: the next first frame shows it."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stillnight.storage.disk.atomic import make_folder, replace_file


class LastSeen:
    """Remembers one journal file, the one that was left last; a damaged memory is none."""

    def __init__(self, state: Path, journal: Path) -> None:
        """Remember a journal file in this program's state folder."""
        self._path = state / "last_seen.json"
        self._journal = os.path.realpath(journal)

    def load(self) -> Mapping[str, Any]:
        """What is remembered; empty where that is nothing, or another journal."""
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) and kept.get("journal") == self._journal else {}

    def forget(self) -> None:
        """Remember nothing of this journal any more.

        Raises:
            OSError: If the file cannot be taken away.
        """
        if self.load():
            self._path.unlink(missing_ok=True)

    def keep(self, memory: Mapping[str, Any]) -> None:
        """Remember this; where it cannot be kept the next first frame waits for the file."""
        with contextlib.suppress(OSError, ValueError, TypeError):
            make_folder(self._path.parent)
            text = json.dumps({**memory, "journal": self._journal}, sort_keys=True)
            replace_file(self._path, text.encode(), durable=False)
