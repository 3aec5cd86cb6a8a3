from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.domain.errors import StoreError
from stillnight.storage.disk import journal_file


def _is_whole(machine: Machine) -> bool:
    return machine.content()["nights"][str(TONIGHT)]["severity"] == 6


@pytest.mark.parametrize("left", [None, b"", b"null", b"\x00" * 100, b"\n"])
def test_a_file_that_vanished_is_put_back_with_a_word(machine: Machine, left: bytes | None):
    machine.log(severity=6)
    machine.journal.unlink()
    if left is not None:
        machine.journal.write_bytes(left)

    store = machine.open()

    what = "missing" if left is None else "empty"
    assert store.notices() == (f"journal.json was {what}; it was put back from this machine's own copy.",)
    assert _is_whole(machine)
    assert sum(machine.waits) == pytest.approx(2)


@pytest.mark.parametrize("ruin", [b"not json", b"[]", b'{"meta":{"1":', b"\xff\xfe\x00", b"{}}", b"<html>"])
def test_a_damaged_file_is_kept_and_mended(machine: Machine, ruin: bytes):
    machine.log(severity=6)
    machine.journal.write_bytes(ruin)

    store = machine.open()

    (notice,) = store.notices()
    assert "journal.json was damaged" in notice
    assert [path.read_bytes() for path in (machine.own / "damaged").iterdir()] == [ruin]
    assert _is_whole(machine)
    assert machine.open().notices() == ()


def test_every_cut_of_the_file_is_mended(machine: Machine):
    machine.log(severity=6, note="naïve")
    whole = machine.journal.read_bytes()

    for end in range(len(whole)):
        machine.journal.write_bytes(whole[:end])
        machine.open()
        assert machine.journal.read_bytes() == whole


def test_a_file_that_comes_back_while_we_wait_is_not_rebuilt(machine: Machine):
    machine.log(severity=6)
    aside = machine.journal.rename(machine.journal.with_name("aside"))

    def bring_back(seconds: float) -> None:
        if aside.exists():
            aside.rename(machine.journal)

    store = machine.open(bring_back)

    assert store.notices() == ()
    assert _is_whole(machine)


def test_an_open_store_gives_a_file_two_seconds_to_come_back(machine: Machine):
    store = machine.log(severity=6)
    machine.journal.unlink()

    assert not store.refresh()
    machine.clock.advance(seconds=1)
    assert not store.refresh()
    assert not machine.journal.exists()
    machine.clock.advance(seconds=1.1)
    store.refresh()

    assert _is_whole(machine)
    assert machine.waits == []


@pytest.mark.parametrize("share", [0, 0.5])
def test_an_open_store_mends_a_file_that_stays_half_written(machine: Machine, share: float):
    store = machine.log(severity=6)
    whole = machine.journal.read_bytes()
    machine.journal.write_bytes(whole[: int(len(whole) * share)])

    store.refresh()
    machine.clock.advance(seconds=2.1)
    store.refresh()

    assert machine.journal.read_bytes() == whole


def test_a_save_keeps_what_a_half_written_file_holds(machine: Machine, desk: Machine):
    store = machine.log(severity=6)
    torn = desk.log(20261101, note="of the desk").vault.file.path.read_bytes()[:-4]
    machine.journal.write_bytes(torn)

    store.refresh()
    machine.clock.advance(seconds=2.1)
    store.write("log", changes(severity=7))

    assert (store.get("nights", 20261101) or {})["note"] == "of the desk"
    assert [path.read_bytes() for path in (machine.own / "damaged").iterdir()] == [torn]


def test_a_cut_without_a_copy_of_our_own_gives_what_is_complete(machine: Machine, desk: Machine):
    machine.log(severity=6)
    machine.log(TONIGHT - 1, severity=5)
    whole = machine.journal.read_bytes()
    machine.journal.write_bytes(whole[: whole.index(b'"20261119"') + 30])

    store = desk.open()

    assert store.get("nights", TONIGHT - 1) == {"date": "2026-11-18", "severity": 5}
    assert "damaged: 1 entry in it could be read, what was torn may be missing" in store.notices()[0]
    assert desk.waits == []


@pytest.mark.parametrize("other", [b"not json", b"[]", b'{"name": "a package"}', b"#!/bin/sh\n"])
def test_a_file_that_never_was_a_journal_is_left_as_it_is(machine: Machine, other: bytes):
    machine.journal.parent.mkdir()
    machine.journal.write_bytes(other)

    with pytest.raises(StoreError, match="is no journal"):
        machine.open()

    assert machine.journal.read_bytes() == other


@pytest.mark.parametrize("blank", [b"", b"null"])
def test_an_empty_file_that_never_held_anything_becomes_a_journal(machine: Machine, blank: bytes):
    machine.journal.parent.mkdir()
    machine.journal.write_bytes(blank)

    assert machine.open().notices() == (f"A new journal was begun: {machine.journal}",)
    assert machine.waits == []


def test_conflict_copies_beside_a_missing_file_are_no_new_journal(machine: Machine, desk: Machine):
    machine.log(severity=6)
    copy = machine.journal.rename(machine.journal.with_name("journal.json..path1"))

    store = desk.open()

    assert (store.get("nights", TONIGHT) or {})["severity"] == 6
    assert store.notices() == ("journal.json was missing; it was put back from journal.json..path1.",)
    assert not copy.exists()  # it is whole in the file and kept on this machine


def test_a_copy_that_is_not_whole_yet_is_not_said_to_have_put_the_journal_back(
    machine: Machine, desk: Machine
):
    machine.log(severity=6)
    data = machine.journal.read_bytes()
    machine.journal.unlink()
    copy = machine.journal.with_name("journal (sam's conflicted copy 2026-11-18).json")
    copy.write_bytes(data[:-60])

    assert desk.open().notices() == (
        f"journal.json was missing, and of {copy.name} a part is missing: it is looked at again.",
    )

    copy.write_bytes(data)
    assert (desk.open().get("nights", TONIGHT) or {})["severity"] == 6


def test_a_folder_out_of_reach_is_not_made_anew(machine: Machine):
    machine.log(severity=6)
    machine.journal.parent.rename(machine.journal.parent.with_name("unmounted"))

    store = machine.open()
    receipt = store.write("log", changes(note="kept here"))

    assert not machine.journal.parent.exists()
    assert not receipt.published
    assert "is not there" in (receipt.problem or "")
    assert (machine.open().get("nights", TONIGHT) or {})["note"] == "kept here"


def test_a_refused_read_keeps_the_file_and_shows_our_own_copy(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    machine.log(severity=6)
    before = machine.journal.read_bytes()
    real = journal_file.read_file

    def refuse(path: Path):
        if path.name == "journal.json":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(journal_file, "read_file", refuse)
    store = machine.open()
    receipt = store.write("log", changes(severity=9))

    assert (receipt.published, machine.journal.read_bytes()) == (False, before)
    assert "cannot be read just now" in store.notices()[0]
    monkeypatch.undo()
    assert (machine.open().get("nights", TONIGHT) or {})["severity"] == 9


def test_a_lost_replica_is_made_again_from_the_file(machine: Machine):
    machine.log(severity=6)
    (machine.own / "replica.json").write_bytes(b"torn")

    assert machine.open().notices() == ()
    assert (machine.own / "replica.json").read_bytes() == machine.journal.read_bytes()


def test_file_and_replica_both_lost_come_back_from_the_log(machine: Machine):
    machine.log(severity=6)
    (machine.own / "replica.json").unlink()
    machine.journal.unlink()

    store = machine.open()

    assert (store.get("nights", TONIGHT) or {}).get("severity") == 6


def test_a_json_value_of_another_kind_where_ours_was_is_kept_aside(machine: Machine):
    machine.log(severity=6)
    machine.journal.write_text(json.dumps({"name": "another program"}))

    machine.open()

    assert _is_whole(machine)
    assert len(list((machine.own / "damaged").iterdir())) == 1


def test_another_journal_put_in_its_place_is_joined_with_a_word_once(machine: Machine, desk: Machine):
    machine.log(severity=6)
    mine = machine.journal.read_bytes()
    machine.journal.unlink()
    desk.log(20261101, note="of somebody else")

    store = machine.open()

    assert len(store.dates()) == 2
    assert [notice for notice in store.notices() if "another journal" in notice]
    machine.journal.write_bytes(mine)
    assert machine.open().notices() == ()


def test_an_older_version_of_the_journal_itself_is_no_other_journal(machine: Machine):
    machine.log(severity=6)
    older = machine.journal.read_bytes()
    machine.log(severity=7)
    machine.journal.write_bytes(older)

    assert machine.open().notices() == ()
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 7


def test_a_log_that_cannot_be_read_is_said_and_not_taken_for_empty(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    machine.log(severity=6)
    log = machine.own / "log.jsonl"
    log.write_text(log.read_text().rpartition('{"done"')[0])
    before = {path: path.read_bytes() for path in machine.own.iterdir() if path.is_file()}
    real = Path.open

    def refuse(path: Path, *given: Any, **named: Any) -> Any:
        if path == log:
            raise OSError(5, "Input/output error")
        return real(path, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(StoreError, match=r"log.jsonl cannot be read .* move that file away"):
            machine.open()

    assert {path: path.read_bytes() for path in before} == before
    assert (machine.open().get("nights", TONIGHT) or {})["severity"] == 6


def test_of_a_damaged_file_it_is_said_how_much_could_be_read_and_where_it_is_listed(machine: Machine):
    machine.log(severity=6)
    whole = machine.journal.read_bytes()
    said = []
    for left in (whole[:-3], b'{"nights":'):
        machine.journal.write_bytes(left)
        (notice,) = machine.open().notices()
        said.append(notice)
    rest = "the rest came from this machine's own copy"
    end = f"in it could be read, {rest}; it is kept (stillnight restore lists it)."
    assert said == [f"journal.json was damaged: 1 entry {end}", f"journal.json was damaged: no entries {end}"]
