"""A line that somebody types at a terminal; Ctrl+C is heard whenever it comes."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import termios
from typing import TextIO

_LOCAL = 3


def typed_line(stream: TextIO) -> str:
    """The next line of a stream; empty at its end.

    A Ctrl+C between Python's last look for signals and the moment the system waits for keys would be heard
    only after the next line. So where somebody types, a wait comes first that the signal itself ends.

    Raises:
        KeyboardInterrupt: If Ctrl+C was pressed.
    """
    # a stream without a descriptor, a terminal that is gone, another thread: reading says what is the matter
    with contextlib.suppress(OSError, ValueError, termios.error):
        if _has_whole_lines(stream.fileno()):
            _wait(stream.fileno())
    return stream.readline()


def typed_within(stream: TextIO, seconds: float) -> str | None:
    """The next line of a stream, empty at its end; ``None`` where none was typed within some seconds.

    Raises:
        KeyboardInterrupt: If Ctrl+C was pressed.
    """
    with contextlib.suppress(OSError, ValueError, termios.error):
        if _has_whole_lines(stream.fileno()) and not _wait(stream.fileno(), max(seconds, 0.0)):
            return None
    return stream.readline()


def _has_whole_lines(keys: int) -> bool:
    """Does the system hand over line by line? Else several may be read at once, and no wait would end."""
    return os.isatty(keys) and bool(termios.tcgetattr(keys)[_LOCAL] & termios.ICANON)


def _wait(keys: int, seconds: float | None = None) -> bool:
    """Wait until something was typed, or a signal or the end of the time came; was something typed?"""
    heard, bell = os.pipe()
    os.set_blocking(bell, False)
    before = signal.set_wakeup_fd(bell)
    limit = () if seconds is None else (seconds,)
    try:
        return keys in select.select([keys, heard], [], [], *limit)[0]
    finally:
        signal.set_wakeup_fd(before)
        os.close(heard)
        os.close(bell)
