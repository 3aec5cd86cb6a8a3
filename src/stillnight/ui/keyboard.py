"""Keys typed while the screen is still being loaded: they wait unseen and unchanged."""

from __future__ import annotations

import termios
from typing import Any

_INPUT, _LOCAL = 0, 3


class EarlyKeyboard:
    """While it is held, the terminal neither shows what is typed nor makes a line break of Enter."""

    def __init__(self, descriptor: int) -> None:
        """Hold the terminal behind a descriptor; Ctrl+C still ends the program."""
        self._descriptor = descriptor
        self._before: list[Any] | None = termios.tcgetattr(descriptor)
        now = termios.tcgetattr(descriptor)
        now[_INPUT] &= ~termios.ICRNL
        now[_LOCAL] &= ~(termios.ICANON | termios.ECHO)
        termios.tcsetattr(descriptor, termios.TCSANOW, now)

    def release(self) -> None:
        """Give the terminal back as it was, once; what was typed still waits in it."""
        if self._before is not None:
            termios.tcsetattr(self._descriptor, termios.TCSANOW, self._before)
            self._before = None

    def forget(self) -> None:
        """Throw away what was typed for a screen that never came: the shell would take it for commands."""
        termios.tcflush(self._descriptor, termios.TCIFLUSH)
