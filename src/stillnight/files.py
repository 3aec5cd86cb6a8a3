"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, text: str | Iterable[str], mode: int = 0o600) -> None:
    """Put text into a file in one step: whoever reads it sees all of the old or all of the new.

    A link stays a link; missing folders are made.

    Args:
        path: The file.
        text: Its whole content, or pieces of it.
        mode: Who may read it: at first its owner alone.

    Raises:
        OSError: If it cannot be written, or is a folder, a device or a pipe; what was there before is
            untouched then.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, "it is no ordinary file")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"~{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines([text] if isinstance(text, str) else text)
            file.flush()
            os.fchmod(handle, mode)
            os.fsync(handle)
        os.replace(name, path)
    except BaseException:
        # Ctrl+C may come when it has taken the old file's place already
        Path(name).unlink(missing_ok=True)
        raise
