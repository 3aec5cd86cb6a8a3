"""What ``verify`` finds and mends, and that nobody else can look into any of it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.storage.disk.drafts import FileDrafts
from stillnight.storage.disk.last_seen import LastSeen
from stillnight.storage.store import FileStore


def _used(machine: Machine) -> FileStore:
    """A journal of some hours, with everything that this machine ever keeps of one."""
    store = machine.open()
    for hour in range(3):
        store.write("log", changes(severity=hour, note="a note"))
        machine.clock.advance(hours=1)
    store.undo()
    machine.journal.with_name("journal (Sam's conflicted copy 2026-11-19).json").write_bytes(
        machine.journal.read_bytes()
    )
    store.refresh()
    data = machine.journal.read_bytes()
    machine.journal.write_bytes(data[:-9])
    store = machine.open()
    store.write("log", changes(20261110, note="to be purged"))
    store.keeping.purge("purge", [("nights", 20261110)])
    FileDrafts(machine.state, machine.journal).keep(date(2026, 11, 11), {"note": "typing"})
    LastSeen(machine.state, machine.journal).keep({"tonight": 3})
    return store


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o027, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_everything_is_its_owners_alone_whatever_the_umask(machine: Machine):
    _used(machine)

    made = [machine.journal, machine.state, machine.journal.parent, *machine.state.rglob("*")]
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in made}
    assert len(made) > 15
    assert {name: mode for name, mode in modes.items() if mode not in ("0o600", "0o700")} == {}
    assert {path.is_dir() for path in made if path.stat().st_mode & 0o100} == {True}


def test_a_sound_journal_has_no_troubles_and_says_all_there_is(machine: Machine):
    store = _used(machine)

    health = store.health()

    assert health.troubles == []
    lines = dict(health.lines)
    assert lines["file"] == "whole and complete"
    assert lines["earlier states"] == (
        "3, of 2026-11-19 23:40 to 2026-11-20 01:40 (stillnight restore lists them)"
    )
    assert (lines["damaged files kept"], lines["conflict copies"]) == ("1", "1 taken in and kept here")
    assert (lines["purged"], lines["disagreements"], lines["inbox"]) == ("1 record", "none", "none")
    assert lines["not in the file yet"] == "nothing"


def test_a_copy_beside_the_journal_that_needs_somebody_is_a_trouble(machine: Machine):
    store = machine.log(severity=1)
    newer = machine.journal.read_bytes().replace(b'"schema":1', b'"schema":99')
    machine.journal.with_name("journal (conflicted copy 2026-11-19).json").write_bytes(newer)
    store = machine.open()

    (trouble,) = store.health().troubles

    assert trouble.startswith("journal (conflicted copy 2026-11-19).json was written by a newer stillnight")
    assert "newer" in dict(store.health().lines)["beside the journal"]


def test_for_programs_the_names_stay(machine: Machine):
    facts = _used(machine).health().facts

    assert list(facts) == [
        "journal", "nights", "bin", "file", "unpublished", "replica", "is_replica_current", "backups",
        "damaged_files", "copies_kept", "copies_beside", "device", "devices", "purged", "disagreements",
        "inbox", "unplaced",
    ]  # fmt: skip
    assert facts["backups"] == {
        "sound": 3,
        "damaged": 0,
        "oldest": "2026-11-19T22:40:00+00:00",
        "newest": "2026-11-20T00:40:00+00:00",
    }
    assert json.loads(json.dumps(facts)) == facts


def test_an_edit_by_hand_is_no_device(machine: Machine):
    machine.log(severity=6)
    content = machine.content()
    content["nights"][str(TONIGHT)]["severity"] = 7
    machine.journal.write_text(json.dumps(content))

    store = machine.open()

    assert (store.get("nights", TONIGHT) or {})["severity"] == 7
    assert [one["id"] for one in store.health().facts["devices"]] == [store.vault.folder.device]


def test_devices_have_names(machine: Machine, desk: Machine):
    from stillnight.storage import open_store

    open_store(machine.journal, machine.state, machine.clock, name=lambda: "laptop").write(
        "log", changes(pain=1)
    )
    store = open_store(desk.journal, desk.state, desk.clock, name=lambda: "desk")
    store.write("log", changes(severity=1))

    seen = dict(store.health().lines)["devices seen"]

    assert f"desk {store.vault.folder.device} (this one)" in seen
    assert "laptop" in seen


def _open_log(machine: Machine) -> None:
    (machine.own / "log.jsonl").chmod(0o644)


def _open_folder(machine: Machine) -> None:
    (machine.own / "backups").chmod(0o755)


def _leave_half(machine: Machine) -> None:
    (machine.own / "backups" / "~20261119T2140-00001.json.5.0a0b0c0d.tmp").write_bytes(b"half")
    (machine.own / "backups" / "~20261119T2140-00001.json.5.0a0b0c0d.tmp").chmod(0o600)


def _tear_log(machine: Machine) -> None:
    log = machine.own / "log.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0][:30] + b"\n", *lines]))


def _tear_image(machine: Machine) -> None:
    image = sorted((machine.own / "backups").iterdir())[0]
    image.write_bytes(image.read_bytes()[:-9])


def _break_scrub_off(machine: Machine) -> None:
    (machine.own / "scrub").touch(0o600)


@pytest.mark.parametrize(
    ("harm", "named", "mended"),
    [
        (_open_log, "others can look into 1 file of this machine", "1 file closed to others"),
        (_open_folder, "others can look into 1 file of this machine", "1 file closed to others"),
        (_leave_half, "a crash left 1 file half written", "1 file taken away"),
        (_tear_log, "log has lines that a crash tore", "torn lines taken out of the log"),
        (
            _tear_image,
            "1 earlier state is damaged",
            "1 earlier state that is damaged put with the damaged files",
        ),
        (_break_scrub_off, "what was purged may still stand", "what was purged was taken out"),
    ],
)
def test_each_trouble_is_one_sentence_with_the_way_out_and_is_mended(machine: Machine, harm, named, mended):
    store = _used(machine)
    harm(machine)

    (trouble,) = store.health().troubles
    assert named in trouble
    assert "verify --repair" in trouble

    health = store.repair()

    assert health.troubles == []
    assert [mended in one for one in health.mended] == [True]
    assert machine.open().health().troubles == []
    assert machine.open().repair().mended == []
    assert store.undo().receipt is not None


def test_repair_looks_for_what_was_purged_in_files_that_came_back(machine: Machine):
    store = machine.open()
    store.write("log", changes(20261110, note="to be purged"))
    machine.clock.advance(hours=1)
    store.write("log", changes(TONIGHT, severity=1))
    (image,) = (machine.own / "backups").iterdir()
    old = image.read_bytes()
    store.keeping.purge("purge", [("nights", 20261110)])
    image.write_bytes(old)  # another program's backup of the state folder was played back

    store.repair()

    assert b"to be purged" not in image.read_bytes()
    assert Path(image).exists()
