from __future__ import annotations

import json
import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.clocks import FixedClock
from tests.storage.conftest import TONIGHT, Machine, changes
from tinydb import TinyDB

from stillnight.domain.errors import StoreError
from stillnight.domain.ports import Change, Deletion
from stillnight.storage import open_store


def test_a_new_journal_is_begun_with_a_word(machine: Machine):
    store = machine.open()

    assert store.notices() == (f"A new journal was begun: {machine.journal}",)
    assert machine.journal.read_bytes().startswith(b'{"meta":{"1":{')
    assert store.meta()["schema"] == 1
    assert machine.open().notices() == ()


def test_what_is_written_is_there_after_a_restart(machine: Machine):
    receipt = machine.open().write("log", changes(severity=6, onset="2026-11-19T21:30+01:00"))

    assert (receipt.published, receipt.problem, receipt.changed) == (True, None, 2)
    assert receipt.at == machine.clock.now()
    assert machine.open().get("nights", TONIGHT) == {
        "date": "2026-11-19",
        "severity": 6,
        "onset": "2026-11-19T21:30+01:00",
    }


def test_plain_tinydb_opens_the_file(machine: Machine):
    machine.log(severity=6)

    with TinyDB(machine.journal) as plain:
        (night,) = plain.table("nights").all()

    assert (night.doc_id, night["severity"]) == (TONIGHT, 6)
    assert isinstance(night["_t"], str)


def test_the_file_is_canonical_after_every_save(machine: Machine):
    store = machine.log(severity=6, note="naïve")
    store.write("lab", [Change("labs", 2**62, "date", "2026-11-01"), Change("labs", 2**62, "value", 75.0)])
    store.write("gone", [Deletion("nights", TONIGHT)])

    lines = machine.journal.read_text("ascii").splitlines()

    assert [line.partition("{")[0] for line in lines if line.endswith("{")] == ['"labs":', '"nights.bin":']
    assert lines[-1] == "}}"
    assert '"value":75}' in lines[2]


def test_a_second_write_of_the_same_changes_nothing(machine: Machine):
    store = machine.log(severity=6)
    before = machine.journal.read_bytes()

    assert store.write("log", changes(severity=6)).changed == 0
    assert machine.journal.read_bytes() == before


def test_what_is_entered_stands_though_the_file_was_changed_unseen(machine: Machine, desk: Machine):
    store = machine.log(severity=6)
    desk.log(severity=3)

    receipt = store.write("log", changes(severity=6))

    assert (receipt.published, receipt.changed) == (True, 1)
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 6


def test_a_file_that_went_missing_unseen_is_not_called_saved_while_it_is_away(machine: Machine):
    store = machine.log(severity=6)
    machine.journal.unlink()
    machine.journal.parent.rmdir()

    receipt = store.write("log", changes(severity=6))

    assert not receipt.published
    assert "is not there" in (receipt.problem or "")


def test_a_cleared_field_is_not_asked_again_and_stays_in_the_history(machine: Machine):
    store = machine.log(severity=6, note="bad")
    store.write("clear", changes(note=None))

    assert "note" not in (store.get("nights", TONIGHT) or {})
    assert [(one.field, one.value) for one in store.earlier("nights", TONIGHT)] == [("note", "bad")]
    assert "note" in json.dumps(machine.content()["nights"][str(TONIGHT)]["_t"])


def test_earlier_values_say_when_and_where_they_were_written(machine: Machine):
    store = machine.log(severity=6)
    written = machine.clock.now().astimezone(UTC)
    machine.clock.advance(minutes=5)
    store.write("log", changes(severity=7))

    (earlier,) = store.earlier("nights", TONIGHT)

    assert (earlier.value, earlier.at) == (6, written)
    assert earlier.device == (machine.state / "device").read_text()[:8]


def test_a_deleted_night_lies_complete_in_the_bin(machine: Machine):
    store = machine.log(severity=6, note="bad")

    receipt = store.write("delete", [Deletion("nights", TONIGHT)])

    assert receipt.changed == 1
    assert store.get("nights", TONIGHT) is None
    assert store.dates() == []
    assert "nights" not in machine.content()
    assert machine.content()["nights.bin"][str(TONIGHT)]["note"] == "bad"


def test_a_night_logged_anew_shows_only_what_was_entered(machine: Machine):
    store = machine.log(severity=6, note="bad")
    store.write("delete", [Deletion("nights", TONIGHT)])

    store.write("log", changes(severity=2))

    assert store.get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 2}
    assert ("note", "bad") in [(one.field, one.value) for one in store.earlier("nights", TONIGHT)]


def test_deleting_what_is_not_there_changes_nothing(machine: Machine):
    assert machine.open().write("delete", [Deletion("nights", TONIGHT)]).changed == 0


def test_days_are_found_by_their_date_or_night(machine: Machine):
    store = machine.open()
    for day in (17, 18, 19):
        store.write("log", changes(20261100 + day, severity=day - 10))
        store.write("awake", [Change("episodes", day, "night", f"2026-11-{day}")])
    store.write("lab", [Change("labs", 5, "date", "2026-11-18T09:00+01:00")])
    span = date(2026, 11, 18), date(2026, 11, 19)

    assert list(store.between("nights", *span)) == [20261118, 20261119]
    assert list(store.between("episodes", *span)) == [18, 19]
    assert list(store.between("labs", *span)) == [5]
    assert list(store.between("doses", *span)) == []
    assert store.dates() == [date(2026, 11, 17), *span]


def test_a_whole_table_is_read_without_bookkeeping(machine: Machine):
    store = machine.log(severity=6)
    store.write("log", changes(20261118, severity=3))

    assert store.all("nights") == {
        20261118: {"date": "2026-11-18", "severity": 3},
        20261119: {"date": "2026-11-19", "severity": 6},
    }
    assert store.all("labs") == {}


def test_the_rollover_is_kept_in_the_journal(machine: Machine):
    machine.open().write("set rollover", [Change("meta", 1, "rollover", "13:00")])

    assert machine.open().meta()["rollover"] == "13:00"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, object(), 10**5000], ids=type)
def test_what_json_cannot_hold_is_refused_before_anything_is_written(machine: Machine, value: object):
    store = machine.log(severity=6)
    before = machine.journal.read_bytes()

    with pytest.raises(StoreError, match=r"note: .* cannot be kept"):
        store.write("log", [*changes(severity=1), Change("nights", TONIGHT, "note", value)])

    assert machine.open().get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 6}
    assert machine.journal.read_bytes() == before


def test_a_field_of_our_own_is_refused(machine: Machine):
    with pytest.raises(StoreError, match="'_t' cannot be the name"):
        machine.open().write("log", [Change("nights", TONIGHT, "_t", "x")])


def test_unknown_fields_and_tables_are_carried_through(machine: Machine):
    machine.log(severity=6)
    content = machine.content()
    content["others"] = {"1": {"b": [1, {"x": None}], "a": "ü"}, "7": {}}
    content["nights"][str(TONIGHT)]["mystery"] = {"deep": [1]}
    machine.journal.write_text(json.dumps(content))

    machine.log(severity=7)

    assert machine.content()["others"] == content["others"]
    assert machine.content()["nights"][str(TONIGHT)]["mystery"] == {"deep": [1]}


def test_a_newer_journal_is_read_and_never_written(machine: Machine):
    machine.log(severity=6)
    content = machine.content()
    content["meta"]["1"]["schema"] = 2
    machine.journal.write_text(json.dumps(content))
    before = machine.journal.read_bytes()

    store = machine.open()

    assert (store.get("nights", TONIGHT) or {})["severity"] == 6
    for deed in (lambda: store.write("log", changes(severity=1)), store.undo):
        with pytest.raises(StoreError, match="newer stillnight"):
            deed()
    assert machine.journal.read_bytes() == before


def test_everything_is_for_its_owner_alone(machine: Machine):
    os.umask(0o000)
    try:
        machine.log(severity=6)
        machine.journal.write_bytes(b"{cut")
        machine.open()
    finally:
        os.umask(0o022)

    for path in [
        machine.journal.parent,
        *machine.journal.parent.iterdir(),
        machine.state,
        *machine.state.rglob("*"),
    ]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_link_stays_a_link(machine: Machine, tmp_path: Path):
    real = tmp_path / "elsewhere" / "real.json"
    real.parent.mkdir()
    machine.journal.parent.mkdir()
    machine.journal.symlink_to(real)

    machine.log(severity=6)

    assert machine.journal.is_symlink()
    assert json.loads(real.read_bytes())["nights"]
    assert [path.name for path in machine.journal.parent.iterdir()] == ["journal.json"]


def test_a_link_to_itself_is_refused(machine: Machine):
    machine.journal.parent.mkdir()
    machine.journal.symlink_to(machine.journal)

    with pytest.raises(StoreError, match="leads nowhere"):
        machine.open()


def test_a_folder_is_no_journal(machine: Machine):
    machine.journal.mkdir(parents=True)

    with pytest.raises(StoreError, match="is a folder"):
        machine.open()


def test_a_state_folder_that_cannot_be_used_is_refused(machine: Machine):
    machine.state.write_text("a file in the way")

    with pytest.raises(StoreError, match="nothing can be kept safe"):
        machine.open()
    assert not machine.journal.exists()


def test_a_journal_that_cannot_be_begun_is_refused(machine: Machine):
    machine.journal.parent.write_text("a file in the way")

    with pytest.raises(StoreError, match="Not a directory"):
        machine.open()


def test_what_another_process_wrote_shows_after_a_refresh(machine: Machine):
    store, other = machine.open(), machine.open()
    other.write("log", changes(severity=4))

    assert store.refresh()
    assert (store.get("nights", TONIGHT) or {})["severity"] == 4
    assert not store.refresh()


def test_stores_that_write_in_turn_lose_nothing(machine: Machine):
    one, other = machine.open(), machine.open()

    for number in range(6):
        (one, other)[number % 2].write("log", changes(20261101 + number, severity=number))

    assert len(machine.open().dates()) == 6


def test_a_clock_ten_years_behind_never_hides_the_later_edit(machine: Machine):
    machine.log(severity=6)
    machine.clock.set(datetime(2016, 11, 19, 22, 0, tzinfo=UTC))

    store = machine.log(severity=7)

    assert (store.get("nights", TONIGHT) or {})["severity"] == 7
    assert [one.value for one in store.earlier("nights", TONIGHT)] == [6]


def test_two_devices_see_each_other_through_the_file(machine: Machine, desk: Machine):
    machine.log(severity=6)

    desk.log(note="from the desk")

    store = machine.open()
    assert store.get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 6, "note": "from the desk"}
    seen = dict(store.health().lines)["devices seen"].split(", ")
    ids = {(one.state / "device").read_text()[:8] for one in (machine, desk)}
    assert {one.split()[0] for one in seen} == ids


def test_a_relative_path_and_a_home_are_understood(home: Path, tmp_path: Path, clock: FixedClock):
    open_store(Path("~/journal.json"), tmp_path / "state", clock)

    assert (home / "journal.json").exists()
