"""When something happened that nobody thought of."""

from __future__ import annotations

import os
from pathlib import Path

from stillnight.cli.console import warn


def say_crash(error: Exception) -> None:
    """Say it in one line and keep the details where only their owner can read them."""
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    try:
        kept = f"the details are in {_keep(error)}"
    except OSError:
        kept = "the details could not be kept"
    warn(f"something went wrong that should not ({reason}); {kept}")


def _keep(error: Exception) -> Path:
    from traceback import format_exception

    from stillnight.files import write_whole
    from stillnight.paths import folders

    path = folders(os.environ).state / "last-error.txt"
    write_whole(path, "".join(format_exception(error)))
    return path
