"""This machine's own folder of one journal: log, replica, damaged files, lock. Outside any cloud folder."""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from stillnight.domain.errors import StoreError
from stillnight.storage.disk.atomic import make_folder, open_private, replace_file, sweep_folder
from stillnight.storage.disk.identity import device_id, machine_mark


@dataclass(frozen=True, slots=True)
class Folder:
    """Where what belongs to one journal lies on this machine.

    Attributes:
        path: The folder, named after the journal's real path.
        device: This machine's short id, 8 hex digits.
    """

    path: Path
    device: str

    @property
    def log(self) -> Path:
        """Every write of this device, in the order it was acknowledged."""
        return self.path / "log.jsonl"

    @property
    def replica(self) -> Path:
        """All that is known of the journal."""
        return self.path / "replica.json"

    @property
    def lock(self) -> Path:
        """Held while one process saves."""
        return self.path / "lock"

    @property
    def damaged(self) -> Path:
        """Damaged files, kept as they were found."""
        return self.path / "damaged"

    @property
    def copies(self) -> Path:
        """Conflict copies that were taken in, as they were found."""
        return self.path / "copies"

    @property
    def copies_seen(self) -> Path:
        """What became of the files beside the journal."""
        return self.path / "copies.json"

    @property
    def scrub(self) -> Path:
        """There while something that was purged may still stand in what is kept here."""
        return self.path / "scrub"

    @property
    def scrubbed(self) -> Path:
        """What was purged and stands in nothing that is kept here any more."""
        return self.path / "scrubbed.json"

    @property
    def looks(self) -> Path:
        """What the nights were found to say, to be gone on from."""
        return self.path / "looks.txt"

    @property
    def backups(self) -> Path:
        """What the file held before, by the hour."""
        return self.path / "backups"

    def keep_damaged(self, data: bytes) -> Path:
        """Keep some damaged bytes for ever, once, under a name made of them.

        Raises:
            OSError: If they cannot be written.
        """
        make_folder(self.damaged)
        path = self.damaged / f"{hashlib.sha256(data).hexdigest()[:16]}.json"
        if not path.exists():
            replace_file(path, data)
        return path

    def sweep(self) -> None:
        """Remove temporary files that a crash left behind, those of this machine's other files with them."""
        with contextlib.suppress(OSError):
            os.utime(self.lock)  # the moment, by the clock that dates the files
            now = self.lock.stat().st_mtime_ns
            sweep_folder(self.path.parent.parent, now)
            sweep_folder(self.path, now)
            for entry in os.scandir(self.path):
                if entry.is_dir():
                    sweep_folder(Path(entry.path), now)


def folder_path(state: Path, journal: Path) -> Path:
    """Where the folder of the journal at a real path is, made or not."""
    name = f"{journal.stem[:40]}-{hashlib.sha256(os.fsencode(journal)).hexdigest()[:12]}"
    return state / "journals" / name


def open_folder(state: Path, journal: Path) -> Folder:
    """The folder of the journal at a real path, made where it is missing.

    Raises:
        StoreError: If this machine cannot keep anything there.
    """
    path = folder_path(state, journal)
    try:
        make_folder(path)
        folder = Folder(path, device_id(state / "device", machine_mark()))
        os.close(open_private(folder.lock, os.O_RDWR))
    except OSError as error:
        raise StoreError(
            f"nothing can be kept safe in {state} ({error.strerror or error}); "
            "make that folder writable, or free some space"
        ) from None
    return folder
