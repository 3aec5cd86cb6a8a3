"""Opens a full-screen program in a pseudo-terminal, quits it with Ctrl+Q and expects exit code 0.

Usage: open_and_quit.py COMMAND [ARGUMENT...]
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

ROWS, COLUMNS = 34, 120
PATIENCE = 60.0
"""Seconds until a program that does not open, or does not quit, has failed."""

ALTERNATE_SCREEN = b"\x1b[?1049h"
CTRL_Q = b"\x11"


def start(command: list[str]) -> tuple[int, int]:
    """Run a command in a terminal of its own: its process id and our end of the terminal."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execvp(command[0], command)
    return pid, terminal


def read_some(terminal: int, seconds: float) -> bytes | None:
    """What the program wrote within some seconds; ``None`` once it has gone."""
    if not select.select([terminal], [], [], seconds)[0]:
        return b""
    try:
        return os.read(terminal, 65536) or None
    except OSError:
        # Linux says so when the other end is closed
        return None


def drive(terminal: int) -> tuple[bool, bool, bytes]:
    """Wait for the first screen, then ask to quit until the program goes: (opened, gone, all it wrote)."""
    seen, asked, deadline = b"", 0.0, time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        piece = read_some(terminal, 0.2)
        if piece is None:
            return ALTERNATE_SCREEN in seen, True, seen
        seen += piece
        # only when it has painted and fallen silent does it listen to keys
        if not piece and ALTERNATE_SCREEN in seen and time.monotonic() - asked > 2:
            os.write(terminal, CTRL_Q)
            asked = time.monotonic()
    return ALTERNATE_SCREEN in seen, False, seen


def main(command: list[str]) -> int:
    """Open, quit and judge."""
    pid, terminal = start(command)
    opened, gone, seen = drive(terminal)
    if not gone:
        os.kill(pid, 9)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if opened and gone and code == 0:
        print("opened full screen, quit with Ctrl+Q, exit code 0")
        return 0
    print(f"opened: {opened}, quit: {gone}, exit code: {code}; the last it wrote:", file=sys.stderr)
    print(seen[-2000:].decode(errors="replace").replace("\x1b", "␛"), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
