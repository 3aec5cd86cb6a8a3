"""A phone that writes at every moment of a look, and a machine that stops at every moment of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import pytest
from tests.clocks import FixedClock
from tests.journal.conftest import FACTORS
from tests.journal.memory_store import MemoryStore

from stillnight.domain.errors import StoreError
from stillnight.journal.desk import Desk
from stillnight.journal.inbox.taking import take_in
from stillnight.journal.journal import Journal, open_journal
from stillnight.storage.inbox.box import FileBox

CALLS = ("open", "rename", "link", "unlink", "replace", "fsync", "stat", "lstat", "listdir", "scandir")
"""What touches a disk, each with its own moment before it."""

MOST = 80
"""A look touches the disk less often than that."""

LINES = "6 c2\nnote one\nzz1\n"
WORDS = ("one", "zz1")


class Crash(BaseException):
    """The machine stops."""


@pytest.fixture
def journal() -> Journal:
    clock = FixedClock()
    return open_journal(Desk(MemoryStore(clock), clock, FACTORS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cloud").mkdir()
    (tmp_path / "cloud" / "inbox.txt").write_text(LINES)
    return tmp_path / "cloud"


def look(journal: Journal, folder: Path) -> None:
    box = FileBox(folder / "journal.json", folder.parent / "state", journal.desk.clock)
    with box.open():
        delivery = take_in(journal, box)
        box.remember(is_over=not delivery.waiting)


def has_mail(journal: Journal, folder: Path) -> bool:
    return FileBox(folder / "journal.json", folder.parent / "state", journal.desk.clock).has_mail()


class Moment:
    """Does something just before the n-th time that the disk is touched."""

    def __init__(self, number: int, deed: Callable[[], None]) -> None:
        self.number, self.deed, self.count = number, deed, 0

    @property
    def has_come(self) -> bool:
        return self.count > self.number

    def __enter__(self) -> Moment:
        self.stack = ExitStack()
        for name in CALLS:
            self.stack.enter_context(patch.object(os, name, self.before(getattr(os, name))))
        return self

    def __exit__(self, *_: object) -> None:
        self.stack.close()

    def before(self, call: Callable) -> Callable:
        def run(*args, **kwargs):
            self.count += 1
            if self.count == self.number + 1:
                self.deed()
            return call(*args, **kwargs)

        return run


def append(folder: Path) -> None:
    """A shortcut appends a line, to a file that it makes where there is none."""
    with (folder / "inbox.txt").open("a") as file:
        file.write("note late\n")


def save_as(folder: Path) -> None:
    """An editor that holds the first text saves it with one more line, all at once."""
    draft = folder / ".editor"
    draft.write_text(LINES + "note late\n")
    Path.replace(draft, folder / "inbox.txt")


def make_anew(folder: Path) -> None:
    """A sync client brings a file that has nothing but a new line."""
    draft = folder / ".client"
    text = (folder / "inbox.txt").read_text() if (folder / "inbox.txt").exists() else LINES
    draft.write_text(text + "note late\n")
    draft.replace(folder / "inbox.txt")


def shuffle(folder: Path) -> None:
    """Somebody sorts the lines, the new one first."""
    draft = folder / ".sorted"
    draft.write_text("note late\n" + "".join(reversed(LINES.splitlines(keepends=True))))
    draft.replace(folder / "inbox.txt")


def everything(journal: Journal, folder: Path) -> tuple[list[str], str]:
    """The words of all notes, and what stands in the inbox."""
    notes = [
        word for night in map(journal.browse.night, journal.browse.dates()) for word in night.note.split()
    ]
    return notes, (folder / "inbox.txt").read_text()


def check(journal: Journal, folder: Path, *words: str) -> None:
    notes, standing = everything(journal, folder)
    assert journal.browse.night(journal.tonight).severity == 6
    assert sorted(notes) == sorted(["one", *words])
    assert standing.count("zz1") == 2  # the line and its reason
    assert [one.name for one in folder.iterdir() if one.name != "inbox.txt"] == []


def moments() -> Iterator[int]:
    return iter(range(MOST))


def test_a_look_has_no_more_moments_than_are_tried(journal, folder):
    with Moment(MOST, lambda: None) as moment:
        look(journal, folder)
    assert 20 < moment.count < MOST


def check_late(journal: Journal, folder: Path) -> None:
    """What the phone wrote meanwhile is seen, and taken by the next looks."""
    assert has_mail(journal, folder) or "late" in everything(journal, folder)[0]
    while has_mail(journal, folder):
        look(journal, folder)
    check(journal, folder, "late")


@pytest.mark.parametrize("write", [append, save_as, make_anew, shuffle])
@pytest.mark.parametrize("number", moments())
def test_what_a_phone_writes_during_a_look_is_taken(journal, folder, write, number):
    with Moment(number, lambda: write(folder)) as moment:
        look(journal, folder)
    if not moment.has_come:
        write(folder)
    check_late(journal, folder)


@pytest.mark.parametrize("number", moments())
def test_a_line_written_into_a_file_that_is_held_open_is_taken(journal, folder, number):
    with (folder / "inbox.txt").open("a") as held:

        def write() -> None:
            held.write("note late\n")
            held.flush()

        with Moment(number, write) as moment:
            look(journal, folder)
        if not moment.has_come:
            write()
    check_late(journal, folder)


@pytest.mark.parametrize("number", moments())
def test_a_machine_that_stops_at_any_moment_goes_on_where_it_was(journal, folder, number):
    def stop() -> None:
        raise Crash

    try:
        with Moment(number, stop):
            look(journal, folder)
    except Crash:
        pass
    for _ in range(2):
        look(journal, folder)
    for left in folder.glob("~*.tmp"):
        left.unlink()
    check(journal, folder)


@pytest.mark.parametrize("number", moments())
def test_a_disk_that_fails_at_any_moment_loses_nothing(journal, folder, number):
    def fail() -> None:
        raise OSError(28, "No space left on device")

    try:
        with Moment(number, fail):
            look(journal, folder)
    except (StoreError, OSError):
        pass
    for _ in range(2):
        look(journal, folder)
    for left in folder.glob("~*.tmp"):
        left.unlink()
    check(journal, folder)
