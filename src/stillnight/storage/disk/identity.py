"""Which device this is: a short id for its stamps, drawn once and kept beside what tells the machine.

A folder that is copied to another computer, with a backup or a whole disk, brings its id along. Two devices
under one id could put one stamp on two values, so each machine draws its own beside those it finds.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path

from stillnight.storage.disk.atomic import replace_file

_NAMES = (Path("/etc/machine-id"), Path("/etc/hostname"))
"""What a Linux is called; a clone gets another id, another name, or both."""

_LINE = re.compile("([0-9a-f]{8})(?: ([0-9a-f]{12}))?")


def machine_mark() -> str:
    """12 hex digits that tell this machine from its copies; empty where nothing tells."""
    names = [_name(path) for path in _NAMES]
    if sys.platform == "darwin":
        # no file names a Mac, but a folder that was made with it cannot be copied with its birthday
        made = os.stat("/Users")
        names = [f"{made.st_ino} {made.st_birthtime}"]
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:12] if names[0] else ""


def device_id(path: Path, mark: str) -> str:
    """This machine's short id, 8 hex digits; drawn once, the same for all processes.

    Args:
        path: Where it is kept, with those of other machines whose folder this was.
        mark: What tells this machine; with none, the first id is taken.

    Raises:
        OSError: If it can neither be read nor kept.
    """
    return _own(_known(path), mark) or _drawn(path, mark)


def _own(known: dict[str, str], mark: str) -> str:
    return known.get(mark, "") if mark else next(iter(known.values()), "")


def _drawn(path: Path, mark: str) -> str:
    from stillnight.storage.disk.lock import held

    with held(path.with_name("device.lock")):
        known = _known(path)
        own = _own(known, mark)
        if own:
            return own
        # one that was drawn before machines were told apart is the first one's that comes
        own = known.pop("", "") or os.urandom(4).hex()
        lines = {**known, mark: own}
        replace_file(path, "".join(f"{id} {name}".rstrip() + "\n" for name, id in lines.items()).encode())
    return own


def _known(path: Path) -> dict[str, str]:
    """The ids by the marks of their machines."""
    found = (_LINE.fullmatch(line.strip()) for line in _read(path).splitlines())
    return {line[2] or "": line[1] for line in found if line}


def _name(path: Path) -> str:
    try:
        return _read(path)
    except OSError:
        return ""


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
