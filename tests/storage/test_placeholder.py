"""A journal that is in the cloud only: what lies in the folder stands for it."""

from __future__ import annotations

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.storage import open_if_there
from stillnight.storage.copies import placeholders
from stillnight.storage.disk.neighbours import DATALESS

STANDS = (".journal.json.icloud", "journal.json.nextcloud", "journal.json.owncloud", "journal.json.opencloud")


@pytest.mark.parametrize("name", STANDS)
def test_nothing_is_put_beside_what_stands_for_the_journal(machine: Machine, name: str):
    machine.log(severity=6)
    aside = machine.journal.rename(machine.journal.parent.with_name("aside"))
    machine.journal.with_name(name).write_bytes(b" ")

    store = machine.open()
    receipt = store.write("log", changes(severity=7))

    assert [path.name for path in machine.journal.parent.iterdir()] == [name]
    assert "in the cloud and not on this machine yet: download it" in store.notices()[0]
    assert not receipt.published
    assert "is safe on this machine" in (receipt.problem or "")
    assert machine.waits == []
    machine.journal.with_name(name).unlink()
    aside.rename(machine.journal)
    store.refresh()
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7


def test_a_journal_that_was_never_here_is_joined_when_it_comes(machine: Machine, desk: Machine):
    for night in range(20261001, 20261016):
        desk.log(night, severity=5)
    aside = machine.journal.rename(machine.journal.parent.with_name("aside"))
    stands = machine.journal.with_name(".journal.json.icloud")
    stands.write_bytes(b"bplist00")

    store = open_if_there(machine.journal, machine.state, machine.clock)
    for night in range(20261001, 20261016):
        store.write("log", changes(night, mood=4))
    assert not machine.journal.exists()
    stands.unlink()
    aside.rename(machine.journal)

    store = machine.open()
    assert store.get("nights", 20261001) == {"date": "2026-10-01", "severity": 5, "mood": 4}
    assert store.notices() == ()
    assert machine.content()["meta"]["1"]["journal"] == store.meta()["journal"]


def test_a_file_without_its_data_is_not_read(machine: Machine, monkeypatch: pytest.MonkeyPatch):
    machine.log(severity=6)
    before = machine.journal.read_bytes()
    machine.journal.write_bytes(before + b" ")
    monkeypatch.setattr(placeholders, "flags_of", lambda _path: DATALESS)
    monkeypatch.setattr("stillnight.storage.disk.journal_file.JournalFile.recognise", lambda *_: False)
    store = machine.open()

    assert machine.journal.read_bytes() == before + b" "
    assert (store.get("nights", TONIGHT) or {})["severity"] == 6
    assert "download it" in store.notices()[0]
