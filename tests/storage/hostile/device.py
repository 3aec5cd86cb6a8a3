"""One device: its state folder, its clock, its own view of the cloud folder, and the program on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.storage.hostile.clocks import RestlessClock

from stillnight.storage import open_store
from stillnight.storage.store import FileStore

JOURNAL = "journal.json"


@dataclass
class Device:
    """A machine on which the same journal is kept.

    Attributes:
        home: Everything of this device; the other devices know nothing of it.
        clock: What it takes for the time.
        on_wait: What happens while the program waits for the file.
        store: The open program; ``None`` when it is not running.
    """

    home: Path
    clock: RestlessClock
    on_wait: Callable[[], None] = lambda: None
    store: FileStore | None = None
    backup: Path = field(init=False)

    def __post_init__(self) -> None:
        """Make what a machine has before anything is installed."""
        self.view.mkdir(parents=True)
        self.backup = self.home / "state before"

    @property
    def view(self) -> Path:
        """The cloud folder as it lies on this machine."""
        return self.home / "cloud"

    @property
    def journal(self) -> Path:
        """The journal in it."""
        return self.view / JOURNAL

    @property
    def state(self) -> Path:
        """The program's state folder."""
        return self.home / "state"

    def open(self) -> FileStore:
        """The running program, started where it is not running.

        Raises:
            StoreError: As :func:`open_store` does.
        """
        if self.store is None:
            self.store = open_store(self.journal, self.state, self.clock, self._wait)
        return self.store

    def another(self) -> FileStore:
        """The program once more, beside the one that may be running: a command in a shell.

        Raises:
            StoreError: As :func:`open_store` does.
        """
        return open_store(self.journal, self.state, self.clock, self._wait)

    def look(self) -> None:
        """Let the program see what is in the file now, running or not."""
        if self.store is None:
            self.open()
        else:
            self.store.refresh()

    def leave(self) -> None:
        """End the program; it has nothing left to do at its end."""
        self.store = None
        self.clock.calm()

    def lose_state(self) -> None:
        """The disk was exchanged, or the folder cleaned away: what only this device knew is gone."""
        self.leave()
        shutil.rmtree(self.state, ignore_errors=True)

    def back_up(self) -> None:
        """Keep the state folder as it is now."""
        shutil.rmtree(self.backup, ignore_errors=True)
        if self.state.exists():
            shutil.copytree(self.state, self.backup)

    def restore(self) -> bool:
        """Put the state folder back to what was kept; was there anything?"""
        if not self.backup.exists():
            return False
        self.lose_state()
        shutil.copytree(self.backup, self.state)
        return True

    def kept(self) -> str:
        """What this device holds outside the cloud folder, as one text to look for words in."""
        own = self.state / "journals"
        names = ("replica.json", "log.jsonl")
        files = [file for name in names for file in sorted(own.glob(f"*/{name}"))]
        return "\n".join(file.read_text("ascii", "replace") for file in files)

    def replica(self) -> bytes:
        """Its own copy of the journal."""
        (file,) = (self.state / "journals").glob("journal-*/replica.json")
        return file.read_bytes()

    def _wait(self, seconds: float) -> None:
        self.clock.advance(seconds=seconds)
        self.on_wait()
