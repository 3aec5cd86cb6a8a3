"""Two machines with the same folder take the same inbox in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.clocks import FixedClock
from tests.journal.conftest import FACTORS

from stillnight.journal.desk import Desk
from stillnight.journal.inbox.taking import take_in
from stillnight.journal.journal import Journal, open_journal
from stillnight.storage import open_store
from stillnight.storage.inbox.box import FileBox


class Device:
    """A machine with its own copy of the cloud folder."""

    def __init__(self, home: Path, clock: FixedClock) -> None:
        self.folder, self.state, self.clock = home / "cloud", home / "state", clock
        self.folder.mkdir(parents=True)
        self.inbox, self.file = self.folder / "inbox.txt", self.folder / "journal.json"

    def journal(self) -> Journal:
        store = open_store(self.file, self.state, self.clock, lambda _: None)
        return open_journal(Desk(store, self.clock, FACTORS))

    def look(self) -> None:
        journal, box = self.journal(), FileBox(self.file, self.state, self.clock)
        with box.open():
            take_in(journal, box)
            box.remember(is_over=True)

    def receive(self, other: Device, name: str, copy: str = "") -> None:
        shutil.copy2(other.folder / name, self.folder / (copy or name))


@pytest.fixture
def pair(tmp_path: Path, clock: FixedClock) -> tuple[Device, Device]:
    desk, laptop = Device(tmp_path / "desk", clock), Device(tmp_path / "laptop", clock)
    desk.journal().record.amend(desk.journal().tonight, {"pain": 1})
    laptop.receive(desk, "journal.json")
    laptop.journal()
    return desk, laptop


def everything(device: Device) -> list[tuple[str, int]]:
    store = device.journal().desk.store
    return [(table, len(store.all(table))) for table in ("nights", "episodes", "inbox")]


def test_both_write_the_same_bytes_and_the_same_records(pair):
    desk, laptop = pair
    for device in pair:
        device.inbox.write_text("6 c2\n03:10 awake 7\nzz\n")
        device.look()
    assert desk.inbox.read_bytes() == laptop.inbox.read_bytes()
    laptop.receive(desk, "journal.json", "journal.sync-conflict-20261119-092838-GUWA7SG.json")
    assert everything(laptop) == everything(desk) == [("nights", 1), ("episodes", 1), ("inbox", 1)]


def test_a_base_that_only_one_of_them_saw_grow_brings_each_line_once(pair):
    desk, laptop = pair
    for device in pair:
        device.inbox.write_text("note a\n")
    with laptop.inbox.open("a") as file:
        file.write("note b\n")
    for device in pair:
        device.look()
    # the service keeps the desk's inbox and puts the laptop's beside it
    desk.receive(laptop, "journal.json", "journal.sync-conflict-20261119-092838-GUWA7SG.json")
    desk.receive(laptop, "inbox.txt", "inbox.sync-conflict-20261119-092838-GUWA7SG.txt")
    desk.look()
    # and a phone that was away comes with the base of both
    desk.inbox.write_text(desk.inbox.read_text().splitlines()[0] + "\nnote a\nnote b\nnote c\n")
    desk.look()
    journal = desk.journal()
    assert sorted(journal.browse.night(journal.tonight).note.split()) == ["a", "b", "c"]


def test_what_one_took_the_other_does_not_take_from_an_old_file(pair, clock):
    desk, laptop = pair
    desk.inbox.write_text("# stillnight inbox 0123456789ab\nnote a\n")
    laptop.receive(desk, "inbox.txt")
    desk.look()
    clock.set("2026-11-21T22:40")
    laptop.receive(desk, "journal.json")
    laptop.inbox.touch()
    laptop.look()
    nights = [night.isoformat() for night in laptop.journal().browse.dates()]
    assert nights == ["2026-11-19"]


def test_undo_takes_the_entries_back_and_not_what_is_remembered(pair):
    desk, _ = pair
    desk.inbox.write_text("# stillnight inbox 0123456789ab\nnote a\n")
    desk.look()
    journal = desk.journal()
    assert journal.undo().label == "inbox.txt"
    assert journal.browse.night(journal.tonight).note == ""
    desk.inbox.write_text("# stillnight inbox 0123456789ab\nnote a\nnote b\n")
    desk.look()
    journal = desk.journal()
    assert journal.browse.night(journal.tonight).note == "b"
    assert journal.undo().receipt is not None
    assert journal.browse.night(journal.tonight).note == ""
