"""What the file held before: an image of each hour in which it was written, thinned with age."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from stillnight.storage.atomic import make_folder, replace_file

HOURS, DAYS, MONTHS = 48, 30, 12
"""So many images are kept: of the last hours, and the first of each of the last days and months."""


def keep_before(folder: Path, data: bytes, now: datetime) -> None:
    """Keep what is about to be replaced, once an hour; a failure here stops no save.

    Args:
        folder: Where the images lie.
        data: The file as it is.
        now: The moment, aware.
    """
    path = folder / f"{now.astimezone(UTC):%Y%m%dT%H}.json"
    with contextlib.suppress(OSError):
        if path.exists():
            return
        make_folder(folder)
        replace_file(path, data, durable=False)
        names = sorted(image.name for image in folder.glob("????????T??.json"))
        for name in set(names) - worth_keeping(names):
            (folder / name).unlink(missing_ok=True)


def worth_keeping(names: Sequence[str]) -> set[str]:
    """The images that are kept, of an ascending row of names such as ``20261119T22.json``."""
    of_days = {name[:8]: name for name in reversed(names)}
    of_months = {name[:6]: name for name in reversed(names)}
    days = sorted(of_days.values())[-DAYS:]
    return {*names[-HOURS:], *days, *sorted(of_months.values())[-MONTHS:]}
