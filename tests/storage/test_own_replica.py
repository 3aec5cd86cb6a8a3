"""Whatever a service does to the file, and keeps no copy of: this device's own copy has all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

Mischief = Callable[[Path, bytes, bytes], object]

MISCHIEF: dict[str, Mischief] = {
    "truncated": lambda path, _older, newer: path.write_bytes(newer[: len(newer) // 2]),
    "truncated in place by nothing but the end": lambda path, _older, newer: path.write_bytes(newer[:-1]),
    "rolled back": lambda path, older, _newer: path.write_bytes(older),
    "rolled back, with its old time": lambda path, older, _newer: (
        path.write_bytes(older),
        os.utime(path, (1, 1)),
    ),
    "emptied": lambda path, _older, _newer: path.write_bytes(b""),
    "zeroed": lambda path, _older, newer: path.write_bytes(b"\x00" * len(newer)),
    "deleted": lambda path, _older, _newer: path.unlink(),
    "made an empty database": lambda path, _older, _newer: path.write_bytes(b"{}\n"),
    "half a page lost": lambda path, _older, newer: path.write_bytes(
        newer[:60] + b"\x00" * 100 + newer[160:]
    ),
}


@pytest.fixture
def older(machine: Machine) -> bytes:
    machine.log(severity=6, note="the first")
    older = machine.journal.read_bytes()
    machine.log(TONIGHT - 1, severity=3)
    machine.log(severity=7, note="the last")
    return older


def _is_all_there(machine: Machine) -> bool:
    nights = machine.content()["nights"]
    tonight = nights[str(TONIGHT)]
    return (tonight["severity"], tonight["note"], nights[str(TONIGHT - 1)]["severity"]) == (7, "the last", 3)


@pytest.mark.parametrize("mischief", MISCHIEF.values(), ids=MISCHIEF)
def test_nothing_is_lost_at_the_next_open(machine: Machine, older: bytes, mischief: Mischief):
    whole = machine.journal.read_bytes()
    mischief(machine.journal, older, whole)

    store = machine.open()

    assert (store.get("nights", TONIGHT) or {})["note"] == "the last"
    assert machine.journal.read_bytes() == whole
    assert machine.open().notices() == ()


@pytest.mark.parametrize("mischief", MISCHIEF.values(), ids=MISCHIEF)
def test_nothing_is_lost_while_running(machine: Machine, older: bytes, mischief: Mischief):
    store = machine.open()
    store.refresh()
    whole = machine.journal.read_bytes()
    mischief(machine.journal, older, whole)

    assert store.has_news()
    store.refresh()
    machine.clock.advance(seconds=2.1)
    store.refresh()

    assert machine.journal.read_bytes() == whole
    assert not store.has_news()


@pytest.mark.parametrize("mischief", MISCHIEF.values(), ids=MISCHIEF)
def test_nothing_is_lost_at_the_next_save(machine: Machine, older: bytes, mischief: Mischief):
    store = machine.open()
    mischief(machine.journal, older, machine.journal.read_bytes())

    assert store.write("log", changes(TONIGHT - 2, severity=1)).published

    assert _is_all_there(machine)
    assert machine.content()["nights"][str(TONIGHT - 2)]["severity"] == 1


def test_where_the_last_writer_wins_both_devices_words_come_back(machine: Machine, tmp_path: Path):
    machine.log(severity=6)
    desk = Machine(tmp_path / "desk's cloud" / "journal.json", tmp_path / "desk", machine.clock)
    desk.journal.parent.mkdir()
    desk.journal.write_bytes(machine.journal.read_bytes())
    desk.log(TONIGHT - 1, note="of the desk")
    machine.log(TONIGHT - 2, note="of here")

    desk.journal.write_bytes(machine.journal.read_bytes())  # the desk's version is gone, without a copy
    desk.open()
    machine.journal.write_bytes(desk.journal.read_bytes())
    machine.open()

    assert machine.content()["nights"].keys() == {str(TONIGHT - night) for night in range(3)}
    assert machine.journal.read_bytes() == desk.journal.read_bytes()


@pytest.mark.parametrize("left", [b"torn", b'{"meta":{"1":{}},\n', b"\x00" * 40])
def test_a_damaged_copy_of_our_own_is_kept_before_it_is_made_anew(machine: Machine, left: bytes):
    machine.log(severity=6)
    (machine.own / "replica.json").write_bytes(left)

    machine.open()

    assert [path.read_bytes() for path in (machine.own / "damaged").iterdir()] == [left]
    assert (machine.own / "replica.json").read_bytes() == machine.journal.read_bytes()


def test_a_copy_of_our_own_that_cannot_be_read_is_kept_before_it_is_made_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    from stillnight.storage.disk import replica

    machine.log(severity=6)
    before = (machine.own / "replica.json").read_bytes()
    real = replica.read_file

    def refuse(path: Path) -> object:
        if path.stat().st_ino == inode:
            raise OSError(5, "Input/output error")
        return real(path)

    inode = (machine.own / "replica.json").stat().st_ino
    monkeypatch.setattr(replica, "read_file", refuse)

    store = machine.open()

    assert (store.get("nights", TONIGHT) or {})["severity"] == 6
    assert [path.read_bytes() for path in (machine.own / "damaged").iterdir()] == [before]
    assert (machine.own / "replica.json").read_bytes() == before
