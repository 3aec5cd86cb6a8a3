"""A power cut: of what was not made safe any part may be there, in any order, torn in pages of 4 KiB.

The content of a file is safe from its ``fsync`` on, and a name in a folder from that of the folder on;
nothing else is, not even a folder that was just made.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.storage.faults.shop import Call

PAGE = 4096

Tree = Mapping[str, bytes | None]
"""What is on the disk: the content of each file by its path, ``None`` for a folder."""


class Change(NamedTuple):
    """One thing that reaches the disk as a whole or not at all.

    Attributes:
        number: At which call it was made, from 0.
        file: The file whose content it changes; ``None`` for names.
        at: The place in the file; of a cut, the new size.
        data: What is written there; ``None`` cuts the file.
        names: Path to file for names that are set; ``None`` for those taken away.
    """

    number: int
    file: int | None
    at: int = 0
    data: bytes | None = None
    names: tuple[tuple[str, int | None], ...] = ()

    @property
    def folders(self) -> set[str]:
        """The folders whose names it changes."""
        return {os.path.dirname(path) for path, _ in self.names}


FOLDER = -1
"""Stands for a file where a name is one of a folder."""


@dataclass
class Disk:
    """What a disk held, and every change since.

    Attributes:
        names: The files by their paths, when it began.
        content: What they held.
        changes: What was done since, in order.
        safe: For each change the number of the call that made it safe, where there was one.
        inodes: Which file is meant by an inode now; one that is free is given away again.
    """

    names: dict[str, int] = field(default_factory=dict)
    content: dict[int, bytes] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    safe: dict[Change, int] = field(default_factory=dict)
    inodes: dict[int, int] = field(default_factory=dict)

    def tree(self, chosen: Iterable[Change]) -> Tree:
        """What is there when of all changes just these have reached the disk."""
        names, content = dict(self.names), {file: bytearray(data) for file, data in self.content.items()}
        for change in chosen:
            for path, file in change.names:
                names.pop(path, None)
                if file is not None:
                    names[path] = file
            if change.file is not None:
                _write(content.setdefault(change.file, bytearray()), change)
        folders = {path for path, file in names.items() if file == FOLDER}
        root = min(self.names)
        return {
            path: None if file == FOLDER else bytes(content.get(file, b""))
            for path, file in sorted(names.items())
            if path == root or all(str(above) in folders for above in _between(root, path))
        }

    def follow(self, calls: Iterable[Call]) -> None:
        """Add what some calls did."""
        for number, call in enumerate(calls):
            if call.op == "fsync":
                self._make_safe(number, call)
            else:
                self.changes += self._changes(number, call)

    def _make_safe(self, number: int, call: Call) -> None:
        file = self.inodes.get(call.inode)
        for change in self.changes:
            is_meant = call.path in change.folders if change.file is None else change.file == file
            if is_meant:
                self.safe.setdefault(change, number)

    def _changes(self, number: int, call: Call) -> Iterator[Change]:
        if call.op == "create":
            self.inodes[call.inode] = len(self.content) + number
        file = self.inodes.get(call.inode)
        match call.op:
            case "create":
                yield Change(number, None, names=((call.path, file),))
            case "mkdir":
                yield Change(number, None, names=((call.path, FOLDER),))
            case "rename":
                yield Change(number, None, names=((call.path, None), (call.to, file)))
            case "link":
                yield Change(number, None, names=((call.to, file),))
            case "unlink" | "rmdir":
                yield Change(number, None, names=((call.path, None),))
            case "truncate":
                yield Change(number, file, call.at)
            case "write":
                for at, data in _pages(call.at, call.data):
                    yield Change(number, file, at, data)

    def after(self, number: int, draws: random.Random, some: int) -> Iterator[Tree]:
        """What may be there when the power fails before a call.

        Args:
            number: The call, from 0.
            draws: Chooses what reached the disk.
            some: How many times it chooses, beside nothing, everything, all names, and all content.
        """
        done = [change for change in self.changes if change.number < number]
        certain = {change for change in done if self.safe.get(change, number) < number}
        loose = [change for change in done if change not in certain]
        names = {change for change in loose if change.file is None}
        kept: list[set[Change]] = [set(), set(loose), names, set(loose) - names]
        kept += [{change for change in loose if draws.random() < 0.5} for _ in range(some if loose else 0)]
        for one in kept:
            yield self.tree(change for change in done if change in certain or change in one)


def disk_of(place: Path) -> Disk:
    """The disk of a place, with nothing done yet."""
    disk = Disk()
    for path in (place, *place.rglob("*")):
        file = FOLDER if path.is_dir() else disk.inodes.setdefault(path.stat().st_ino, len(disk.inodes))
        disk.names[str(path)] = file
        if file != FOLDER:
            disk.content[file] = path.read_bytes()
    return disk


def _between(root: str, path: str) -> Iterator[Path]:
    """The folders from a root down to a path, without the path itself."""
    for above in Path(path).parents:
        yield above
        if str(above) == root:
            return


def _pages(at: int, data: bytes) -> Iterator[tuple[int, bytes]]:
    """A write in pieces that lie in one page each."""
    while data:
        size = PAGE - at % PAGE
        yield at, data[:size]
        at, data = at + size, data[size:]


def _write(content: bytearray, change: Change) -> None:
    if change.data is None:
        del content[change.at :]
        return
    content.extend(bytes(max(0, change.at - len(content))))
    content[change.at : change.at + len(change.data)] = change.data


def lay_out(place: Path, tree: Tree) -> None:
    """Make a place hold just what a tree says."""
    for path, data in tree.items():
        if data is None:
            Path(path).mkdir(mode=0o700, exist_ok=True)
        else:
            Path(path).write_bytes(data)
