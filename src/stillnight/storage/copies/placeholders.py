"""Files that are in the cloud only: what lies in the folder stands for them and holds nothing."""

from __future__ import annotations

import os
from pathlib import Path

DATALESS = 0x40000000
"""The flag of macOS on a file whose content was not downloaded (``SF_DATALESS``); reading it would."""


def placeholder_of(path: Path) -> Path | None:
    """What stands for a file that is in the cloud only; ``None`` where it is here, or nowhere.

    iCloud Drive before macOS 14 leaves ``.name.icloud``; the virtual files of Nextcloud, ownCloud and
    OpenCloud have an ending of their own; macOS has a flag.
    """
    try:
        return path if getattr(os.stat(path), "st_flags", 0) & DATALESS else None
    except OSError:
        pass
    stands = [f".{path.name}.icloud", *(f"{path.name}.{of}" for of in ("nextcloud", "owncloud", "opencloud"))]
    return next((path.with_name(name) for name in stands if os.path.lexists(path.with_name(name))), None)
