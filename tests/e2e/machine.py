"""A computer of one's own: a home, a frozen evening, the installed program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.terminal import Terminal
from tinydb import TinyDB

NOW = "2026-11-19T22:40+01:00"
"""Thursday evening in Berlin: the night of Thu 19 → Fri 20 Nov."""

PROGRAM = (sys.executable, "-m", "stillnight")
CONSOLE_SCRIPT = Path(sys.executable).with_name("stillnight")

WIDE, USUAL, SMALL = (120, 34), (80, 24), (44, 24)
"""The sizes that are promised, in columns and lines."""

READY = "Enter save"
"""Stands in the footer as soon as the evening form listens."""


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str


@dataclass
class Machine:
    """Starts the program and looks at what it left behind.

    Attributes:
        home: The home folder.
        environ: What every start of the program is told.
        terminals: Those that were opened, to be closed at the end.
    """

    home: Path
    environ: dict[str, str] = field(default_factory=dict)
    terminals: list[Terminal] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Freeze the clock, and promise the program a terminal of all colours."""
        self.environ |= {"STILLNIGHT_NOW": NOW, "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}

    @property
    def journal(self) -> Path:
        """The journal where it lies unless somebody says otherwise."""
        return self.home / ".local/share/stillnight/journal.json"

    @property
    def state(self) -> Path:
        """What belongs to this machine alone."""
        return self.home / ".local/state/stillnight"

    @property
    def config(self) -> Path:
        """Settings and own rules."""
        return self.home / ".config/stillnight"

    @property
    def draft(self) -> str:
        """What is kept of the answers that are not saved, as it stands on the disk."""
        kept = self.state / "drafts.json"
        return kept.read_text(encoding="utf-8") if kept.exists() else ""

    def start(
        self,
        *args: str,
        size: tuple[int, int] = WIDE,
        command: Sequence[str | Path] = PROGRAM,
        **environ: str,
    ) -> Terminal:
        """Start the program in a terminal and wait for nothing."""
        terminal = Terminal([*map(str, command), *args], self._with(environ), size)
        self.terminals.append(terminal)
        return terminal

    def open(self, *args: str, size: tuple[int, int] = WIDE, **environ: str) -> Terminal:
        """Open the program and wait until the evening form listens."""
        terminal = self.start(*args, size=size, **environ)
        terminal.wait_for(READY)
        return terminal

    def run(self, *args: str, command: Sequence[str | Path] = PROGRAM, **environ: str) -> Answer:
        """Run one command without a terminal."""
        done = subprocess.run(
            [*command, *args], env=self._with(environ), stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", timeout=30, check=False,
        )  # fmt: skip
        return Answer(done.returncode, done.stdout, done.stderr)

    def nights(self, journal: Path | None = None) -> dict[str, dict[str, Any]]:
        """What plain TinyDB finds in the journal: date to record."""
        with TinyDB(journal or self.journal, access_mode="r") as db:
            return {record["date"]: dict(record) for record in db.table("nights").all()}

    def close(self) -> None:
        """End every terminal that was opened."""
        for terminal in self.terminals:
            terminal.close()

    def _with(self, environ: Mapping[str, str]) -> dict[str, str]:
        return {**os.environ, **self.environ, **environ}


def quit_by(terminal: Terminal, key: str = "Q") -> int:
    """Leave the program by a key; its exit code."""
    terminal.press(key)
    return terminal.wait_for_end()
