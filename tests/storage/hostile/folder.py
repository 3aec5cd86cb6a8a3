"""Writing into a folder as somebody else does: not as we do, and with file times of their own."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MOMENTS = itertools.count(1_500_000_000_000_000_000, 1_000_000_007)
"""File times that never repeat: a walk is the same whatever the file system's clock says."""


def replace(path: Path, data: bytes, temporary: str = "") -> None:
    """Write beside the file, then put it in the file's place: what reads it sees old or new."""
    beside = path.with_name(temporary or f".{path.name}.of-the-service")
    with touched(beside):
        beside.write_bytes(data)
    beside.replace(path)


def overwrite(path: Path, data: bytes, keeps_tail: bool = False) -> None:
    """Write into the file itself; what stood behind the new bytes may still stand there."""
    with touched(path):
        old = path.read_bytes() if keeps_tail and path.exists() else b""
        with path.open("wb") as file:
            file.write(data + old[len(data) :])


def remove(path: Path) -> None:
    """Take the file away, if it is there."""
    path.unlink(missing_ok=True)


@contextmanager
def touched(path: Path) -> Iterator[None]:
    """Whatever happens to the file in this block, its time is another one afterwards."""
    yield
    if path.exists():
        moment = next(_MOMENTS)
        os.utime(path, ns=(moment, moment))


def content(folder: Path) -> dict[str, bytes]:
    """Every file in a folder by its name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
