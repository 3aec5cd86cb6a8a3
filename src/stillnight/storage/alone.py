"""One process at a time in the state folder of a journal, with a sentence where that cannot be."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from stillnight.domain.errors import StoreError
from stillnight.storage.folder import Folder
from stillnight.storage.lock import held
from stillnight.storage.telling import TAKEN_AWAY, unkept


@contextlib.contextmanager
def alone(folder: Folder) -> Iterator[None]:
    """Keep every other process out while a block runs.

    Raises:
        StoreError: If the state folder cannot be used.
    """
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(held(folder.lock))
        except FileNotFoundError:
            raise StoreError(TAKEN_AWAY) from None
        except OSError as error:
            raise StoreError(unkept(folder.path, error)) from None
        yield
