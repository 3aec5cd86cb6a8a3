"""What is kept of copies on this machine."""

from __future__ import annotations

from pathlib import Path

from tests.clocks import EVENING
from tests.storage.conftest import Machine
from tests.storage.copies.conftest import COPY, Drop

from stillnight.storage.copies.archive import archive, archived, note_name, without_purged
from stillnight.storage.copies.collecting import Copies
from stillnight.storage.copies.report import Beside, copies_beside, copies_kept
from stillnight.storage.disk.neighbours import neighbours
from stillnight.storage.layout.reading import load
from stillnight.storage.writes.state import State


def test_the_same_bytes_are_kept_once_with_every_name_they_had(tmp_path: Path):
    folder = tmp_path / "copies"
    one, other = archive(folder, b"the same"), archive(folder, b"the same")
    for name in ("a.json", "b.json", "a.json"):
        note_name(folder, name, one, EVENING, 2)

    assert one == other
    assert [(kept.name, kept.file, kept.entries) for kept in archived(folder)] == [
        ("a.json", one, 2),
        ("b.json", one, 2),
    ]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_a_torn_list_of_names_costs_no_more_than_the_torn_line(tmp_path: Path):
    folder = tmp_path / "copies"
    path = archive(folder, b"x")
    note_name(folder, "a.json", path, EVENING, 0)
    with (folder / "names.jsonl").open("ab") as names:
        names.write(b'{"name": "b')

    assert [kept.name for kept in archived(folder)] == ["a.json"]
    assert archived(tmp_path / "none") == []


def test_what_was_purged_is_left_out_of_what_is_kept():
    copy = (
        b'{"meta":{"1":{"journal":"a"}},"nights":{"20261118":{"_t":"019a9d7a3f00-0000-0a0a0a0a","note":"gone"},'
        b'"20261119":{"_t":"019a9d7a3f00-0000-0a0a0a0a","note":"stays"}}}'
    )
    known = State({"nights.bin": {"20261118": '{"_p":true,"_t":"019a9d7a4f00-0000-0a0a0a0a"}'}})

    kept = without_purged(copy, load(copy), known)

    assert b"gone" not in kept
    assert load(kept).tables["nights"] == {"20261119": load(copy).tables["nights"]["20261119"]}
    assert without_purged(copy, load(copy), State()) == copy


def test_a_copy_stays_that_holds_more_than_what_is_published(machine: Machine, drop: Drop):
    copy = drop()
    vault = machine.open().vault
    before, copy = load(machine.journal.read_bytes().replace(b"of the desk", b"")), drop(COPY)
    copies = Copies(machine.journal, vault.folder, machine.clock)

    copies.take_in(vault.state, neighbours(machine.journal), again=True)
    assert copies.put_away(before) == set()
    assert copy.exists()
    copies.take_in(vault.state, neighbours(machine.journal), again=True)
    assert copies.put_away(vault.state) == {COPY}
    assert not copy.exists()


def test_what_became_of_every_copy_can_be_told(machine: Machine, drop: Drop):
    drop()
    drop("journal (1).json")
    machine.journal.with_name("journal-letters.json").write_bytes(b"[]")
    vault = machine.open().vault
    drop("journal 2.json")

    assert copies_beside(vault.file, vault.folder) == [
        Beside("journal (1).json", "taken in and left there"),
        Beside("journal 2.json", "not looked into yet"),
        Beside("journal-letters.json", "no copy of this journal, left as it is"),
    ]
    assert [(kept.name, kept.entries) for kept in copies_kept(vault.folder)] == [
        (COPY, 1),
        ("journal (1).json", 0),
    ]
