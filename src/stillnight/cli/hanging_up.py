"""A terminal that is closed, or a polite end from outside: heard, so that what is going on can be noted."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ENDS = (signal.SIGHUP, signal.SIGTERM)


class HungUp(BaseException):
    """The program is to end now; nobody may be there to be told anything."""

    def __init__(self, number: int) -> None:
        """Keep which signal said so."""
        super().__init__(number)
        self.number = number


@contextmanager
def hanging_up_is_heard() -> Iterator[None]:
    """Let a closed terminal raise :class:`HungUp` as Ctrl+C raises; a second one is not heard any more."""
    before = {number: signal.signal(number, _raise) for number in _ENDS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end_as_told(end: HungUp) -> None:
    """End the process by the signal that was heard, as its parent expects of it."""
    signal.signal(end.number, signal.SIG_DFL)
    os.kill(os.getpid(), end.number)


def _raise(number: int, frame: FrameType | None) -> None:
    for one in _ENDS:
        signal.signal(one, signal.SIG_IGN)
    raise HungUp(number)
