"""From starting the process to the first frame, in a real pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

HELLO = """
from textual.app import App
from textual.widgets import Footer, Header, Static

class Hello(App):
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self):
        yield Header()
        yield Static("hello-there")
        yield Footer()

Hello().run()
"""

LIMIT = 30.0
"""Seconds after which a program that never painted is given up."""


def until_painted(command: Sequence[str], environ: dict[str, str], mark: bytes) -> float:
    """Seconds from the start until ``mark`` stands in what the program drew; then it is ended."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 34, 120, 0, 0))
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environ, start_new_session=True, close_fds=True
    )
    os.close(slave)
    try:
        return _wait_for(master, mark, begun)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def _wait_for(master: int, mark: bytes, begun: float) -> float:
    seen = b""
    while time.perf_counter() - begun < LIMIT:
        if select.select([master], [], [], 0.5)[0]:
            seen += os.read(master, 65536)
            if mark in seen:
                return time.perf_counter() - begun
    raise TimeoutError(f"nothing painted in {LIMIT} s: {seen[-300:]!r}")


def hello_command() -> list[str]:
    """A hello-world Textual program with a header and a footer."""
    return [sys.executable, "-c", HELLO]
