"""A device: a journal in a folder that somebody syncs, and a state folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from stillnight.clock import system_clock
from stillnight.domain.ports import Change
from stillnight.storage import open_store
from stillnight.storage.layout.lines import dump
from stillnight.storage.store import FileStore

NOW = "2026-11-19T22:40+01:00"


@dataclass
class Device:
    """One computer of somebody who has two.

    Attributes:
        journal: The journal in its cloud folder.
        own: Where it keeps what is its own.
        now: What its clock says.
    """

    journal: Path
    own: Path
    now: str = NOW

    @property
    def state(self) -> Path:
        """Its state folder."""
        return self.own / "stillnight"

    def open(self) -> FileStore:
        """Open the journal as the program does."""
        return open_store(self.journal, self.state, system_clock({"STILLNIGHT_NOW": self.now}))

    def log(self, night: int, **fields: Any) -> None:
        """Answer some questions about a night of November 2026."""
        id = 20261100 + night
        fields = {"date": date(2026, 11, night).isoformat(), **fields}
        done = self.open().write("log", [Change("nights", id, name, value) for name, value in fields.items()])
        assert done.published, done.problem

    def run(self, *words: str) -> str:
        """Run the program as a process of its own; what it said."""
        environ = {**os.environ, "STILLNIGHT_NOW": self.now, "XDG_STATE_HOME": str(self.own)}
        done = subprocess.run(
            [sys.executable, "-m", "stillnight", "--journal", str(self.journal), *words],
            env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def nights(self) -> dict[int, dict[str, Any]]:
        """What it shows: day of November 2026 to answers."""
        found = self.open().all("nights")
        return {id - 20261100: dict(record) for id, record in found.items()}

    def severities(self) -> dict[int, Any]:
        """What it shows: day of November 2026 to urge."""
        return {day: night.get("severity") for day, night in self.nights().items()}

    def history(self, night: int) -> list[Any]:
        """The earlier values of a night's urge."""
        found = self.open().earlier("nights", 20261100 + night)
        return [earlier.value for earlier in found if earlier.field == "severity"]

    def edit(self, old: str, new: str) -> None:
        """Change the file by hand, as an editor does that knows nothing of us."""
        text = self.journal.read_text()
        assert old in text
        self.journal.write_text(text.replace(old, new))

    def files(self) -> set[str]:
        """Every file beside the journal, and itself; what a program hides there is its own business."""
        return {path.name for path in self.journal.parent.iterdir() if not path.name.startswith(".")}

    def is_canonical(self) -> bool:
        """Does the file hold just what this device knows, as it is written?"""
        return self.journal.read_bytes() == dump(self.open().vault.state)

    def traces(self) -> dict[str, tuple[int, int]]:
        """Every file in the folder with its inode and time: whether somebody wrote anything anew."""
        seen = {path.name: path.stat() for path in self.journal.parent.iterdir()}
        return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in seen.items()}
