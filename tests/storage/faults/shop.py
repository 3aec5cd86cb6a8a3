"""A computer on which anything that is written may fail: the fault library, and commands run under it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent

NOW = "2026-11-19T22:40+01:00"


class Fault(NamedTuple):
    """What is to go wrong.

    Attributes:
        kind: ``kill`` before the call, ``torn`` (a write of some bytes, then killed), ``short`` (a write
            that writes less), ``fill`` (a short write, and no room for anything later), ``fail``, or
            ``none``.
        at: Which call under the folders is hit, from 1.
        error: The ``errno`` of a call that fails.
        amount: How many bytes a torn or short write still writes.
        stays: Do all later calls fail as well?
        where: The folders, of the shop's; empty for all.
    """

    kind: str = "none"
    at: int = 0
    error: int = 0
    amount: int = 0
    stays: bool = False
    where: tuple[str, ...] = ()


NO_FAULT = Fault()


@dataclass(frozen=True)
class Done:
    """How a command ended: by its exit code, or a signal as a negative number."""

    code: int
    out: str
    err: str
    calls: int

    @property
    def is_acknowledged(self) -> bool:
        """Did it promise anything?"""
        return self.code == 0 or "saved" in self.out or "safe on this machine" in self.out


@dataclass(frozen=True)
class Call:
    """One call that was made and succeeded, as the library wrote it down.

    Attributes:
        number: Which call it was, from 1; those that failed count, too.
        inode: The file that it was about.
        at: The place in the file, or its new size.
    """

    number: int
    op: str
    path: str
    to: str
    inode: int
    at: int
    data: bytes


@dataclass
class Shop:
    """One folder that holds a cloud folder and several devices, and a process that runs their commands.

    Attributes:
        root: The folder; it lies where writing costs little.
        library: The fault library.
    """

    root: Path
    library: Path
    _process: subprocess.Popen[str] | None = field(default=None)

    @property
    def place(self) -> Path:
        """What the program sees, put back between two runs."""
        return self.root / "place"

    @property
    def cloud(self) -> Path:
        """The cloud folder."""
        return self.place / "cloud"

    @property
    def journal(self) -> Path:
        """The journal in it."""
        return self.cloud / "journal.json"

    def state(self, device: str = "here") -> Path:
        """A device's state folder."""
        return self.place / device / "state" / "stillnight"

    def own(self, device: str = "here") -> Path:
        """A device's folder of the journal."""
        (folder,) = (self.state(device) / "journals").iterdir()
        return folder

    def run(
        self,
        *argv: str,
        device: str = "here",
        fault: Fault = NO_FAULT,
        now: str = NOW,
        trace: Path | None = None,
        umask: int = 0o022,
        is_named: bool = True,
    ) -> Done:
        """Run one command of a device; is the journal named, or where the settings say?"""
        homes = {
            f"XDG_{kind.upper()}_HOME": str(self.place / device / kind)
            for kind in ("state", "config", "data")
        }
        where = [str(self.place / name) for name in fault.where] or [str(self.place)]
        request = {
            "argv": [*(["--journal", str(self.journal)] if is_named else []), *argv],
            "environ": {"HOME": str(self.place / device), "STILLNIGHT_NOW": now, **homes},
            "fault": {**fault._asdict(), "folders": where},
            "trace": str(trace) if trace else None,
            "umask": umask,
            "out": str(self.root / "said"),
        }
        return Done(**self._ask(request))

    def keep(self) -> Path:
        """Remember everything as it is now."""
        kept = self.root / "kept"
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(self.place, kept, symlinks=True)
        return kept

    def put_back(self) -> None:
        """Make everything as it was remembered."""
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.root / "kept", self.place, symlinks=True)

    def close(self) -> None:
        """End the process and clear everything away."""
        if self._process:
            assert self._process.stdin
            self._process.stdin.close()
            self._process.wait(10)
        shutil.rmtree(self.root, ignore_errors=True)

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        process = self._process or self._started()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    def _started(self) -> subprocess.Popen[str]:
        environ = {**os.environ, "LD_PRELOAD": str(self.library), "LC_ALL": "C.UTF-8"}
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "zygote.py")], env=environ, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert self._process.stdout
        assert self._process.stdout.readline() == "ready\n"
        return self._process


def why_not() -> str:
    """Why faults cannot be made here; empty where they can."""
    if not sys.platform.startswith("linux"):
        return "the fault library is made for Linux"
    return "" if shutil.which("gcc") else "there is no gcc to build the fault library"


def build(folder: Path) -> Path:
    """Build the fault library."""
    library = folder / "faultlib.so"
    source = HERE / "faultlib.c"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], check=True)
    return library


def read_trace(path: Path) -> Sequence[Call]:
    """What the library wrote down."""
    data, at, calls = path.read_bytes(), 0, []
    while at < len(data):
        end = data.index(b"\n", at)
        number, op, one, to, inode, place, size = (part.decode() for part in data[at:end].split(b"\0"))
        at = end + 1 + int(size)
        calls.append(Call(int(number), op, one, to, int(inode), int(place), data[end + 1 : at]))
    return calls
