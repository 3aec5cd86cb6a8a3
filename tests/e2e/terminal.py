"""A real pseudo-terminal: keys go in, the screen is read as a person would see it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence

import pyte

PATIENCE = 20.0
"""Seconds until something that never came has failed; nobody waits as long when all is well."""

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "space": " ",
}
"""What a terminal sends for the keys that have no sign."""

ALTERNATE = b"\x1b[?1049"
CURSOR = b"\x1b[?25"
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=][\d;]*[A-Za-z]")
_UNFINISHED = re.compile(rb"\x1b(?:\[[<>=?]?[\d;]*\$?)?\Z")

Wanted = str | Callable[["Terminal"], bool]


def key_bytes(key: str) -> bytes:
    """What a terminal sends for a key: its name, ``ctrl+c`` and the like, or the text itself."""
    if key in KEYS:
        return KEYS[key].encode()
    if key.startswith("ctrl+"):
        return bytes([ord(key.removeprefix("ctrl+")) & 0x1F])
    return key.encode()


class Terminal:
    """One program on a screen of its own.

    Attributes:
        seen: Every byte it wrote.
        screen: What they look like.
    """

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int]) -> None:
        """Start a command as the first process of a session, on a terminal of ``size`` (columns, lines)."""
        self.seen = b""
        self.screen = pyte.Screen(*size)
        self._stream, self._held = pyte.ByteStream(self.screen), b""
        self._end, other = pty.openpty()
        self.settings_before = termios.tcgetattr(self._end)
        self._set_size(*size)
        try:
            self.process = subprocess.Popen(
                command, stdin=other, stdout=other, stderr=other, env=dict(environ), start_new_session=True,
                preexec_fn=_take_terminal,
            )  # fmt: skip
        finally:
            os.close(other)

    # -- what a person does -------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys one after the other; a text of several signs is typed."""
        for key in keys:
            self.send(key_bytes(key))

    def send(self, typed: bytes) -> None:
        """Send bytes as they are, such as those of a terminal with another encoding."""
        os.write(self._end, typed)

    def resize(self, columns: int, lines: int) -> None:
        """Drag the window to another size."""
        self._drain()
        self.screen.resize(lines, columns)
        self._set_size(columns, lines)
        os.killpg(os.tcgetpgrp(self._end), signal.SIGWINCH)

    # -- what a person sees -------------------------------------------------------------------------

    def text(self) -> str:
        """The screen as plain lines."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def colors(self) -> set[str]:
        """Every colour on the screen, of signs and of what is behind them, as pyte names them."""
        cells = [
            self.screen.buffer[line][column]
            for line in range(self.screen.lines)
            for column in range(self.screen.columns)
        ]
        return {color for cell in cells for color in (cell.fg, cell.bg)}

    def wait_for(self, *wanted: Wanted, deadline: float = PATIENCE) -> None:
        """Read until all of these texts stand on the screen and all of these questions are true.

        Raises:
            AssertionError: If that did not come about; it shows the screen.
        """
        for _ in self._reading(deadline):
            if all(one in self.text() if isinstance(one, str) else one(self) for one in wanted):
                return
        raise AssertionError(f"waited in vain for {wanted}; the screen:\n{self.text()}\n{self.seen[-300:]!r}")

    def wait_for_end(self, deadline: float = PATIENCE) -> int:
        """Read until the program has gone; its exit code, negative when a signal ended it."""
        for is_open in self._reading(deadline):
            if not is_open:
                return self.process.wait(deadline)
        raise AssertionError(f"it did not end; the screen:\n{self.text()}")

    @property
    def is_full_screen(self) -> bool:
        """Is the program on the alternate screen?"""
        return self.seen.rfind(ALTERNATE + b"h") > self.seen.rfind(ALTERNATE + b"l")

    @property
    def is_restored(self) -> bool:
        """Is the terminal as it was: the first screen, a cursor, the line settings?"""
        is_cursor_shown = self.seen.rfind(CURSOR + b"h") >= self.seen.rfind(CURSOR + b"l")
        settings = termios.tcgetattr(self._end)
        return not self.is_full_screen and is_cursor_shown and settings == self.settings_before

    # -- the end ------------------------------------------------------------------------------------

    def kill(self, how: int = signal.SIGKILL) -> None:
        """End the program's process by a signal."""
        self.process.send_signal(how)

    def hang_up(self) -> int:
        """Take the terminal away from under the program, as a dropped connection does; its exit code."""
        os.close(self._end)
        self._end = os.open(os.devnull, os.O_RDWR)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End whatever still runs in this terminal, and take the terminal away."""
        if self.process.poll() is None:
            for group in {self.process.pid, os.tcgetpgrp(self._end)} - {0}:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(group, signal.SIGKILL)
            self.process.wait()
        os.close(self._end)

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _reading(self, seconds: float) -> Iterator[bool]:
        """Yield whenever something may have changed: is anybody still writing?"""
        until = time.monotonic() + seconds
        yield True
        while (left := until - time.monotonic()) > 0:
            # some questions are about files, and no byte comes when those change
            is_open = self._read(min(left, 0.05))
            yield is_open
            if not is_open:
                return

    def _drain(self) -> None:
        while select.select([self._end], [], [], 0)[0] and self._read(0):
            pass

    def _read(self, seconds: float) -> bool:
        """Take in what was written within some seconds; false once nobody can write any more."""
        if not select.select([self._end], [], [], max(seconds, 0))[0]:
            return True
        try:
            piece = os.read(self._end, 65536)
        except OSError:
            # Linux says so when the last writer is gone
            return False
        self.seen += piece
        self._draw(piece)
        return bool(piece)

    def _draw(self, piece: bytes) -> None:
        data = self._held + piece
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self._held = data[cut:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[:cut]))


def _take_terminal() -> None:
    """Make the terminal the session's own, so that a shell in it can stop and continue its jobs.

    Tests that run in the background, or under nohup, ignore these signals; a terminal's program does not.
    """
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for one in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(one, signal.SIG_DFL)
