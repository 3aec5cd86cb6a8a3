from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes
from tests.storage.copies.conftest import COPY, Drop
from tests.storage.copies.shapes import KEPT, NONE, STRONG, UNREADY, WEAK

from stillnight.storage.copies import collecting
from stillnight.storage.deeds.deed import Deed, Kind
from stillnight.storage.deeds.plan import purging
from stillnight.storage.store import FileStore

Beside = Callable[[], set[str]]


def _note(store: FileStore, night: int = TONIGHT - 1) -> object:
    return (store.get("nights", night) or {}).get("note")


@pytest.mark.parametrize("name", STRONG.values(), ids=STRONG)
def test_a_copy_of_every_service_is_taken_in_kept_and_removed(
    machine: Machine, drop: Drop, beside: Beside, name: str
):
    data = drop(name).read_bytes()

    store = machine.open()

    assert _note(store) == "of the desk"
    assert str(TONIGHT - 1) in machine.content()["nights"]
    assert beside() == set()
    (kept,) = (machine.own / "copies").glob("*.json")
    assert kept.read_bytes() == data
    assert kept.stat().st_mode & 0o777 == 0o600
    assert store.notices() == (
        f"{name}: 1 entry that was missing here was taken in; "
        "the copy is kept (stillnight restore lists it).",
    )
    assert machine.open().notices() == ()


@pytest.mark.parametrize("name", [*KEPT.values(), *WEAK.values()], ids=[*KEPT, *WEAK])
def test_what_somebody_may_have_made_is_taken_in_once_and_left_there(
    machine: Machine, drop: Drop, beside: Beside, name: str
):
    drop(name)

    assert _note(machine.open()) == "of the desk"
    assert beside() == {name}
    machine.log(TONIGHT - 1, note=None)
    store = machine.open()
    assert (_note(store), store.notices()) == (None, ())


@pytest.mark.parametrize("name", [*NONE, *UNREADY])
def test_what_is_no_copy_is_neither_opened_nor_removed(
    machine: Machine, drop: Drop, beside: Beside, name: str, monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []
    real = collecting.read_file
    monkeypatch.setattr(collecting, "read_file", lambda path: opened.append(path.name) or real(path))
    drop(name)

    store = machine.open()

    assert (_note(store), beside(), opened) == (None, {name}, [])


@pytest.mark.parametrize("name", [COPY, KEPT["Resilio"], WEAK["Google Drive"], WEAK["OneDrive"]])
@pytest.mark.parametrize(
    "content",
    [b'{"name": "a package"}', b"[1, 2]", b"", b"null", b"\x00" * 64, b'{"users": {"1": {"name": "Anna"}}}'],
    ids=["json", "list", "empty", "null", "zeros", "tinydb"],
)
def test_other_programs_files_are_untouched(machine: Machine, beside: Beside, name: str, content: bytes):
    machine.log(severity=6)
    before = machine.journal.read_bytes()
    other = machine.journal.with_name(name)
    other.write_bytes(content)

    assert machine.open().notices() == ()
    assert (beside(), other.read_bytes()) == ({name}, content)
    assert machine.journal.read_bytes() == before


def test_a_folder_a_link_and_a_pipe_of_such_a_name_are_untouched(
    machine: Machine, drop: Drop, beside: Beside
):
    aside = drop("aside.txt")
    machine.journal.with_name("journal (conflict).json").mkdir()
    machine.journal.with_name("journal (conflicted).json").symlink_to(aside)
    os.mkfifo(machine.journal.with_name("journal (conflicted 1).json"))

    assert _note(machine.open()) is None
    assert len(beside()) == 4


def test_a_journal_begun_on_two_devices_before_they_first_met_becomes_one(
    machine: Machine, tmp_path: Path, beside: Beside
):
    machine.log(severity=6)
    desk = Machine(tmp_path / "elsewhere" / "journal.json", tmp_path / "desk", machine.clock)
    desk.log(TONIGHT - 1, note="begun apart")
    shutil.copy(desk.journal, machine.journal.with_name(COPY))

    store = machine.open()

    assert (_note(store), beside()) == ("begun apart", set())
    assert "1 entry that was missing" in store.notices()[0]


def test_somebody_else_s_journal_under_a_name_that_people_give_is_untouched(
    machine: Machine, tmp_path: Path, beside: Beside
):
    machine.log(severity=6)
    mum = Machine(tmp_path / "mum" / "journal.json", tmp_path / "mums", machine.clock)
    mum.log(TONIGHT - 1, note="of mum")
    shutil.copy(mum.journal, machine.journal.with_name("journal-mum.json"))

    store = machine.open()

    assert (_note(store), beside(), store.notices()) == (None, {"journal-mum.json"}, ())


@pytest.fixture
def two_people(machine: Machine, tmp_path: Path) -> None:
    """Somebody else's journal lies beside the machine's as if it were its conflict copy."""
    mum = Machine(tmp_path / "mum" / "journal.json", tmp_path / "mums", machine.clock)
    for night in range(TONIGHT - 5, TONIGHT):
        machine.log(night, severity=2)
        mum.log(night, severity=9)
    shutil.copy(mum.journal, machine.journal.with_name(COPY))


def test_two_people_s_journals_are_never_mixed_by_a_conflict_copy(
    machine: Machine, two_people: None, beside: Beside
):
    store = machine.open()

    assert {night["severity"] for night in store.all("nights").values()} == {2}
    assert beside() == {COPY}
    (notice,) = store.notices()
    assert f"{COPY} holds another journal, perhaps another person's; it was left as it is." in notice


def test_somebody_may_say_that_the_journal_in_a_copy_is_theirs(
    machine: Machine, two_people: None, beside: Beside
):
    machine.open()
    store = machine.open()
    assert store.notices() == ()

    assert store.join_strange().troubles == []

    assert beside() == set()
    writes = store.vault.state.rec("nights", str(TONIGHT - 1)).writes()
    assert {write.value for write in writes if write.field == "severity"} == {2, 9}


def test_a_shared_write_proves_descent_where_the_id_is_gone(machine: Machine, drop: Drop):
    copy = drop("journal (1).json")
    content = json.loads(copy.read_bytes())
    del content["meta"]
    copy.write_text(json.dumps(content))

    assert _note(machine.open()) == "of the desk"


def test_a_copy_that_is_not_whole_is_looked_at_again_when_it_changed(
    machine: Machine, drop: Drop, beside: Beside
):
    copy = drop()
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-30])

    assert (_note(machine.open()), beside()) == (None, {COPY})
    copy.write_bytes(whole)
    assert (_note(machine.open()), beside()) == ("of the desk", set())


def test_a_copy_that_stays_broken_gives_what_is_complete_and_is_left_there(
    machine: Machine, drop: Drop, beside: Beside
):
    copy = drop()
    copy.write_bytes(copy.read_bytes()[:-3])
    machine.open()
    machine.clock.advance(minutes=11)

    assert (_note(machine.open()), beside()) == ("of the desk", {COPY})
    assert machine.open().notices() == ()


def test_a_copy_with_nothing_new_goes_without_a_word(machine: Machine, beside: Beside):
    machine.log(severity=6)
    shutil.copy(machine.journal, machine.journal.with_name(COPY))

    assert (machine.open().notices(), beside()) == ((), set())


def test_a_copy_that_a_newer_program_wrote_is_left_there_and_makes_nothing_read_only(
    machine: Machine, drop: Drop, beside: Beside
):
    copy = drop()
    copy.write_bytes(copy.read_bytes().replace(b'"schema":1', b'"schema":2'))

    store = machine.open()

    assert (_note(store), beside()) == (None, {COPY})
    assert "newer stillnight" in store.notices()[0]
    assert store.write("log", changes(severity=7)).published


def test_copies_are_met_at_a_save_and_while_running(machine: Machine, drop: Drop, beside: Beside):
    store = machine.open()
    drop()
    store.write("log", changes(severity=7))
    assert (_note(store), beside()) == ("of the desk", set())

    store.refresh()
    assert not store.has_news()
    drop("journal (1).json").write_bytes(b'{"meta":')
    assert store.has_news()
    store.refresh()
    assert not store.has_news()


def test_a_running_program_takes_in_a_copy_and_tells_of_it(machine: Machine, drop: Drop, beside: Beside):
    store = machine.open()
    assert not store.has_news()
    drop()

    assert store.has_news()
    assert store.refresh()
    assert (_note(store), beside()) == ("of the desk", set())
    assert "1 entry that was missing" in store.notices()[0]
    assert not store.has_news()


def test_looking_for_news_reads_no_file_and_never_raises(
    machine: Machine, drop: Drop, monkeypatch: pytest.MonkeyPatch
):
    store = machine.open()
    drop()
    monkeypatch.setattr(Path, "open", None)
    monkeypatch.setattr("builtins.open", None)
    assert store.has_news()
    monkeypatch.undo()
    shutil.rmtree(machine.journal.parent)
    assert store.has_news()


def test_a_quiet_folder_needs_no_reading_of_copies_known_by_now(
    machine: Machine, drop: Drop, monkeypatch: pytest.MonkeyPatch
):
    drop("journal (1).json")
    machine.open()

    def never(*_: object) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr(collecting, "read_file", never)
    assert _note(machine.open()) == "of the desk"


def test_a_copy_that_is_a_journal_of_its_own_here_is_never_mixed_in(machine: Machine, beside: Beside):
    machine.log(severity=6)
    mums = Machine(machine.journal.with_name("journal-mum.json"), machine.state, machine.clock)
    shutil.copy(machine.journal, mums.journal)
    mums.log(TONIGHT - 1, note="of mum")

    assert (_note(machine.open()), beside()) == (None, {"journal-mum.json"})


def test_another_spelling_of_the_file_s_own_name_is_no_copy(machine: Machine):
    machine.log(severity=6)
    os.link(machine.journal, machine.journal.with_name("Journal.JSON"))

    assert machine.open().vault.file.neighbours() == ()


def test_where_the_journal_went_and_two_copies_are_left_all_is_put_together(
    machine: Machine, away: Machine, drop: Drop, beside: Beside
):
    machine.log(TONIGHT - 2, note="of here")
    drop("journal.json..path2")
    machine.journal.rename(machine.journal.with_name("journal.json..path1"))
    fresh = Machine(machine.journal, machine.journal.parent.parent / "fresh", machine.clock)

    store = fresh.open()

    assert {_note(store, TONIGHT - 1), _note(store, TONIGHT - 2)} == {"of the desk", "of here"}
    assert store.notices() == (
        "journal.json was missing; it was put back from journal.json..path1 and journal.json..path2.",
    )
    assert sum(fresh.waits) == pytest.approx(2)
    assert beside() == set()
    assert (_note(machine.open()), machine.open().notices()) == ("of the desk", ())


def test_where_the_journal_went_while_the_program_runs_its_copies_are_taken_in(
    machine: Machine, drop: Drop, beside: Beside
):
    store = machine.open()
    drop("journal.json..path2")
    machine.journal.rename(machine.journal.with_name("journal.json..path1"))

    assert store.has_news()
    store.refresh()
    assert not machine.journal.exists()
    machine.clock.advance(seconds=2.1)
    store.refresh()

    assert (_note(store), beside()) == ("of the desk", set())
    assert machine.waits == []


def test_somebody_else_s_journal_is_no_beginning_of_mine(machine: Machine, tmp_path: Path, beside: Beside):
    mum = Machine(tmp_path / "mum" / "journal.json", tmp_path / "mums", machine.clock)
    mum.log(TONIGHT - 1, note="of mum")
    machine.journal.parent.mkdir()
    shutil.copy(mum.journal, machine.journal.with_name("journal (1).json"))

    store = machine.open()

    assert store.dates() == []
    assert store.notices()[0].startswith("A new journal was begun")
    assert "journal (1).json holds a journal, too, and was left as it is" in store.notices()[1]
    assert beside() == {"journal (1).json"}


def test_a_copy_that_came_before_the_journal_is_looked_into_again_once_it_is_here(
    machine: Machine, away: Machine, drop: Drop
):
    drop("journal (1).json")
    aside = machine.journal.rename(machine.journal.parent.with_name("aside"))
    fresh = Machine(machine.journal, machine.journal.parent.parent / "fresh", machine.clock)
    assert _note(fresh.open()) is None

    machine.journal.unlink()
    aside.rename(machine.journal)

    assert _note(fresh.open()) == "of the desk"


@pytest.mark.parametrize("name", [COPY, "journal (1).json"])
def test_a_purged_night_comes_back_from_no_copy_and_is_kept_in_none(machine: Machine, drop: Drop, name: str):
    data = drop(name).read_bytes()
    store = machine.open()
    device, key = store.vault.folder.device, ("nights", str(TONIGHT - 1))
    store.vault.commit(
        lambda state, base: Deed(base, "purge", tuple(purging(state, [key], base, device)), kind=Kind.ASIDE)
    )
    machine.journal.with_name(name).write_bytes(data)
    machine.journal.with_name("journal (conflict).json").write_bytes(data)

    store = machine.open()

    assert store.get("nights", TONIGHT - 1) is None
    assert b"of the desk" not in machine.journal.read_bytes()
    kept = [path.read_bytes() for path in (machine.own / "copies").iterdir()]
    assert not [data for data in kept if b"of the desk" in data]


def test_an_edit_by_hand_in_a_copy_stands_after_what_it_was_made_of(machine: Machine, drop: Drop):
    copy = drop("journal (1).json")
    copy.write_bytes(copy.read_bytes().replace(b'"severity":6', b'"severity":4'))

    store = machine.open()

    assert (store.get("nights", TONIGHT) or {})["severity"] == 4
    assert machine.open().vault.state.tables == store.vault.state.tables
    assert [earlier.value for earlier in store.earlier("nights", TONIGHT)] == [6]


def test_copies_known_by_now_are_read_again_where_this_machine_s_own_copy_was_lost(
    machine: Machine, drop: Drop
):
    before = machine.log(severity=6) and machine.journal.read_bytes()
    drop("journal (1).json")
    machine.open()
    machine.journal.write_bytes(before)
    for name in ("replica.json", "log.jsonl"):
        (machine.own / name).unlink()

    assert _note(machine.open()) == "of the desk"
