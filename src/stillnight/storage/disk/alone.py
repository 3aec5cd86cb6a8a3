"""One process and one thread at a time in a journal's state folder, with a sentence where that cannot be."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import AbstractContextManager

from stillnight.domain.errors import StoreError
from stillnight.storage.disk.folder import Folder
from stillnight.storage.disk.lock import held
from stillnight.storage.settling.telling import TAKEN_AWAY, unkept


@contextlib.contextmanager
def alone(folder: Folder, gate: AbstractContextManager[object]) -> Iterator[None]:
    """Keep every other process and thread out while a block runs.

    Args:
        folder: The journal's state folder.
        gate: Keeps other threads out: some file systems lend one lock to all threads of a process.

    Raises:
        StoreError: If the state folder cannot be used.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(gate)
        try:
            stack.enter_context(held(folder.lock))
        except FileNotFoundError:
            raise StoreError(TAKEN_AWAY) from None
        except OSError as error:
            raise StoreError(unkept(folder.path, error)) from None
        yield
