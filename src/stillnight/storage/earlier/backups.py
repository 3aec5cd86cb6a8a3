"""What this machine knew before: an image of each hour in which something was written, thinned with age.

Images are numbered in the order in which they were made. A clock that jumps gives an image an odd hour,
but neither hides nor throws away the others.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stillnight.storage.disk.atomic import make_folder, replace_file
from stillnight.storage.disk.file_moment import moment_in

if TYPE_CHECKING:
    from stillnight.storage.disk.journal_file import JournalFile
    from stillnight.storage.disk.replica import Replica

HOURS, DAYS, MONTHS = 48, 30, 12
"""So many images are kept: the last ones, and the first of each of the last days and months."""

_NAME = re.compile(r"(?P<hour>\d{8}T\d\d)(?P<minute>\d\d)?(?:-(?P<number>\d+))?\.json", re.ASCII)
"""Such as ``20261119T2140-00012.json``, in UTC; the first ones had neither minute nor number."""


class Image(NamedTuple):
    """One image by its name.

    Attributes:
        number: The how many-th it is; 0 for the first ones.
        hour: The hour of its making in UTC, such as ``20261119T21``.
        name: The file's name.
        at: When it was made, in UTC.
    """

    number: int
    hour: str
    name: str
    at: datetime


def keep_before(folder: Path, data: bytes, now: datetime) -> None:
    """Keep what is about to be replaced, once an hour; a failure here stops no save.

    Args:
        folder: Where the images lie.
        data: The journal as it is.
        now: The moment, aware.
    """
    moment = now.astimezone(UTC)
    with contextlib.suppress(OSError):
        made = images_in(folder)
        if made and made[-1].hour == f"{moment:%Y%m%dT%H}" and (folder / made[-1].name).stat().st_size:
            return
        make_folder(folder)
        path = folder / f"{moment:%Y%m%dT%H%M}-{made[-1].number + 1 if made else 1:05}.json"
        replace_file(path, data)
        _thin(folder)


def known_before(replica: Replica, file: JournalFile) -> bytes | None:
    """What this machine knew until now: its own copy, or the file where it has none that is whole yet.

    A damaged file is no state of the journal that anybody would want back, nor is one without a record.
    """
    from stillnight.storage.layout.lines import split
    from stillnight.storage.writes.state import META

    data = replica.data if replica.is_whole else _sound(file.data)
    if not data:
        return None
    return None if data.count(b"\n") == 1 and (split(data) or {}).keys() == {META} else data


def _sound(data: bytes | None) -> bytes | None:
    """A file's bytes where they are a whole journal."""
    from stillnight.storage.layout.reading import read

    return data if data and read(data).damage is None else None


def images_in(folder: Path) -> list[Image]:
    """The images in a folder, in the order in which they were made; other files are none."""
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return []
    return sorted(image for name in names if (image := image_of(name)) is not None)


def image_of(name: str) -> Image | None:
    """The image that a file's name means; ``None`` where it means none."""
    found = _NAME.fullmatch(name)
    at = moment_in(found["hour"] + (found["minute"] or "")) if found else None
    return Image(int(found["number"] or 0), found["hour"], name, at) if found and at else None


def worth_keeping(images: Sequence[Image]) -> set[Image]:
    """The images that are kept, of a row in the order of their making."""
    of_days = {image.hour[:8]: image for image in reversed(images)}
    of_months = {image.hour[:6]: image for image in reversed(images)}
    days = sorted(of_days.values())[-DAYS:]
    return {*images[-HOURS:], *days, *sorted(of_months.values())[-MONTHS:]}


def _thin(folder: Path) -> None:
    made = images_in(folder)
    for image in set(made) - worth_keeping(made):
        (folder / image.name).unlink(missing_ok=True)
    # whoever writes an image holds the journal's lock: another one that is half written was left by a crash
    for path in folder.glob("~*.tmp"):
        path.unlink(missing_ok=True)
