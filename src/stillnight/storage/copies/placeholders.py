"""Files that are in the cloud only: what lies in the folder stands for them and holds nothing."""

from __future__ import annotations

import os
from pathlib import Path

from stillnight.storage.disk.neighbours import DATALESS


def placeholder_of(path: Path) -> Path | None:
    """What stands for a file that is in the cloud only; ``None`` where it is here, or nowhere.

    iCloud Drive before macOS 14 leaves ``.name.icloud``; the virtual files of Nextcloud, ownCloud and
    OpenCloud have an ending of their own; macOS has a flag.
    """
    try:
        return path if flags_of(path) & DATALESS else None
    except OSError:
        pass
    stands = [f".{path.name}.icloud", *(f"{path.name}.{of}" for of in ("nextcloud", "owncloud", "opencloud"))]
    return next((path.with_name(name) for name in stands if os.path.lexists(path.with_name(name))), None)


def flags_of(path: Path) -> int:
    """The flags of a file, where the system has any.

    Raises:
        OSError: If there is no such file.
    """
    return int(getattr(os.stat(path), "st_flags", 0))
