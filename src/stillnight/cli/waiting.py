"""A word for somebody who waits for a slow folder in the dark."""

from __future__ import annotations

from threading import Lock, Timer
from types import TracebackType
from typing import Self, TextIO

PATIENCE_SECONDS = 0.7
"""So long nothing is said: most files are read before."""

WORDS = "reading the journal …"


class Waiting:
    """Says that the journal is still being read, when that takes long.

    Attributes:
        has_spoken: Was it said?
    """

    def __init__(self, screen: TextIO, width: int, seconds: float = PATIENCE_SECONDS) -> None:
        """Wait behind a frame.

        Args:
            screen: The terminal.
            width: The columns of the frame whose first row has room at its right; 0 where none is drawn.
            seconds: How long nothing is said.
        """
        self.has_spoken = False
        self._screen, self._width = screen, width
        self._is_over, self._lock = False, Lock()
        self._timer = Timer(seconds, self.speak)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        """Begin to wait."""
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        """Nothing is said from here on."""
        self._timer.cancel()
        with self._lock:
            self._is_over = True

    def speak(self) -> None:
        """Say it, unless it is over."""
        with self._lock:
            if self._is_over:
                return
            self.has_spoken = True
            column = self._width - len(WORDS)
            self._screen.write(f"\x1b[1;{column}H{WORDS}" if column > 0 else f"{WORDS}\r\n")
            self._screen.flush()
