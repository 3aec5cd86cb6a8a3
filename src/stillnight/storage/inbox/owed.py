"""The lines that this machine keeps safe for the inbox: those owed to it, and those that stood in it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from stillnight.domain.errors import StoreError
from stillnight.journal.inbox.source import Role, Source
from stillnight.storage.disk.atomic import make_folder, read_file, replace_file
from stillnight.storage.inbox import NAME
from stillnight.storage.settling.telling import unkept

_OWED, _STANDING = "owed.txt", "standing.txt"


def refused(folder: Path, error: OSError) -> StoreError:
    """Nothing can be kept in this machine's folder of an inbox."""
    return StoreError(unkept(folder, error, "run stillnight inbox"))


def is_owing(folder: Path) -> bool:
    """Are lines kept in this machine's folder of an inbox that have to be given back to it?"""
    return (folder / _OWED).exists()


class Owed:
    """The lines kept for one inbox."""

    def __init__(self, folder: Path) -> None:
        """Keep them in a folder, which is made when it is needed."""
        self._folder = folder

    def sources(self) -> Iterator[Source]:
        """The lines that are owed, and those that stood in the inbox."""
        for name in (_OWED, _STANDING):
            with contextlib.suppress(OSError):
                data, sign = read_file(self._folder / name)
                yield Source(NAME, data, sign.mtime_ns / 1e9, Role.OWED)

    def owe(self, lines: Sequence[str]) -> None:
        """Keep lines that are to stand in the inbox, in place of what was kept before.

        Raises:
            StoreError: If they cannot be kept on this machine.
        """
        self._keep(_OWED, lines)

    def stand(self, lines: Sequence[str]) -> None:
        """Nothing is owed any more; these lines stand there.

        Raises:
            StoreError: If they cannot be kept on this machine.
        """
        self._keep(_STANDING, lines)
        self._keep(_OWED, ())

    def _keep(self, name: str, lines: Sequence[str]) -> None:
        path, data = self._folder / name, "".join(f"{line}\n" for line in lines).encode()
        try:
            if not data:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_bytes() != data:
                make_folder(self._folder)
                replace_file(path, data)
        except OSError as error:
            raise refused(self._folder, error) from None
