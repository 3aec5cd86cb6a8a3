"""This machine's own folder of one journal: log, replica, damaged files, lock. Outside any cloud folder."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from stillnight.domain.errors import StoreError
from stillnight.storage.atomic import make_folder, replace_file


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
        folder = Folder(path, device_id(state / "device"))
        os.close(os.open(folder.lock, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError(
            f"nothing can be kept safe in {state} ({error.strerror or error}); "
            "make that folder writable, or free some space"
        ) from None
    return folder


def device_id(path: Path) -> str:
    """This machine's short id, 8 hex digits; drawn once, the same for all processes.

    Raises:
        OSError: If it can neither be read nor kept.
    """
    kept = _read_id(path)
    if kept:
        return kept
    path.unlink(missing_ok=True)
    draft = path.with_name(f"device.{os.urandom(4).hex()}")
    replace_file(draft, os.urandom(4).hex().encode())
    try:
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    return _read_id(path) or device_id(path)


def _read_id(path: Path) -> str:
    try:
        text = path.read_text("ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
    return text if re.fullmatch("[0-9a-f]{8}", text) else ""
