"""Waiting for another program: asked again and again until it is so, never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds until something that never came has failed; nobody waits as long when all is well."""

PAUSE = 0.05
"""Seconds between two looks."""


def until(is_so: Callable[[], bool], what: str | Callable[[], str], patience: float = PATIENCE) -> None:
    """Look until it is so.

    Raises:
        TimeoutError: If it never is; ``what`` says what was waited for, and how it is instead.
    """
    end = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > end:
            told = what if isinstance(what, str) else what()
            raise TimeoutError(f"waited {patience:.0f} s in vain: {told}")
        time.sleep(PAUSE)
