from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from tests.storage.conftest import Machine

from stillnight.storage.disk import identity
from stillnight.storage.disk.identity import device_id, machine_mark

HERE, CLONE = "0123456789ab", "ba9876543210"


def test_an_id_is_drawn_once(tmp_path: Path):
    path = tmp_path / "device"

    first = device_id(path, HERE)

    assert re.fullmatch("[0-9a-f]{8}", first)
    assert device_id(path, HERE) == first


def test_a_copied_folder_gives_the_other_machine_an_id_of_its_own(tmp_path: Path):
    path = tmp_path / "device"
    mine = device_id(path, HERE)

    theirs = device_id(path, CLONE)

    assert theirs != mine
    assert (device_id(path, CLONE), device_id(path, HERE)) == (theirs, mine)


def test_an_id_of_before_machines_were_told_apart_is_kept_by_the_first_that_comes(tmp_path: Path):
    path = tmp_path / "device"
    path.write_text("51a2845d")

    assert device_id(path, HERE) == "51a2845d"
    assert device_id(path, CLONE) != "51a2845d"


def test_where_nothing_tells_the_machine_one_id_stays(tmp_path: Path):
    path = tmp_path / "device"
    drawn = device_id(path, "")

    assert device_id(path, "") == drawn
    path.write_text(f"51a2845d {HERE}\n")
    assert device_id(path, "") == "51a2845d"


@pytest.mark.parametrize("torn", [b"", b"\x00\x00", b"\xff\xfe", b"51a2", b"51a2845d 01", b"dear diary"])
def test_a_damaged_id_is_drawn_anew(tmp_path: Path, torn: bytes):
    path = tmp_path / "device"
    path.write_bytes(torn)

    assert device_id(path, HERE) == device_id(path, HERE) != ""


def test_the_mark_tells_ids_and_names_apart_and_says_neither(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    number, name = tmp_path / "machine-id", tmp_path / "hostname"
    monkeypatch.setattr(identity, "_NAMES", (number, name))
    monkeypatch.setattr(identity.sys, "platform", "linux")
    marks = [machine_mark()]
    for one, other in (("8f0a", "desk"), ("8f0a", "laptop"), ("77c1", "desk")):
        number.write_text(f"{one}\n")
        name.write_text(f"{other}\n")
        marks.append(machine_mark())

    assert marks[0] == ""
    assert len({*marks}) == 4
    assert not any("8f0a" in mark or "desk" in mark for mark in marks)


def test_a_clone_writes_under_stamps_of_its_own(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    machine.log(severity=6)
    clone = Machine(machine.journal, machine.state.with_name("clone"), machine.clock)
    shutil.copytree(machine.state, clone.state)
    monkeypatch.setattr("stillnight.storage.disk.folder.machine_mark", lambda: CLONE)

    clone.log(severity=7)

    (earlier,) = clone.open().earlier("nights", 20261119)
    assert earlier.device == (machine.state / "device").read_text()[:8]
    assert clone.open().vault.folder.device != earlier.device
