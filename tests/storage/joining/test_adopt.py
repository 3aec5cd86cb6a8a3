from __future__ import annotations

import json
from typing import Any

import pytest
from tests.storage.conftest import TONIGHT, Machine
from tinydb import TinyDB

from stillnight.storage.joining.disagreement import disagreements


def _edit(machine: Machine, change: Any) -> None:
    content = machine.content()
    change(content)
    machine.journal.write_text(json.dumps(content, indent=2, ensure_ascii=False))


def _opened_twice(machine: Machine) -> Any:
    machine.open()
    once = machine.journal.read_bytes()
    store = machine.open()
    assert machine.journal.read_bytes() == once
    return store


def test_an_insert_by_plain_tinydb_is_adopted_by_its_date(machine: Machine):
    machine.log(severity=6)
    with TinyDB(machine.journal) as plain:
        plain.table("nights").insert({"date": "2026-11-02", "severity": 4})
        plain.insert({"night": "2026-11-03", "severity": 5})

    store = _opened_twice(machine)

    assert store.get("nights", 20261102) == {"date": "2026-11-02", "severity": 4}
    assert store.get("nights", 20261103) == {"date": "2026-11-03", "night": "2026-11-03", "severity": 5}
    assert "_default" not in machine.content()
    assert all("_t" in night for night in machine.content()["nights"].values())


def test_an_id_that_tinydb_made_is_never_read_as_a_date(machine: Machine):
    machine.log(severity=6)
    with TinyDB(machine.journal) as plain:
        assert plain.table("nights").insert({"severity": 9}) == TONIGHT + 1

    store = _opened_twice(machine)

    assert store.get("nights", TONIGHT + 1) is None
    assert list(store.all("unplaced").values()) == [{"severity": 9}]
    assert any("unplaced" in trouble for trouble in store.health().troubles)


def test_an_edit_by_plain_tinydb_is_seen_and_keeps_what_was(machine: Machine):
    machine.log(severity=6)
    with TinyDB(machine.journal) as plain:
        plain.table("nights").update({"severity": 2}, doc_ids=[TONIGHT])

    store = _opened_twice(machine)

    assert store.get("nights", TONIGHT)["severity"] == 2
    assert [one.value for one in store.earlier("nights", TONIGHT)] == [6]


def test_an_edit_shows_in_an_open_store_after_a_refresh(machine: Machine):
    store = machine.log(severity=6)
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].update(severity=1))

    assert store.refresh()
    assert store.get("nights", TONIGHT)["severity"] == 1
    assert not store.refresh()


def test_two_devices_that_meet_the_same_edit_say_the_same(machine: Machine, desk: Machine):
    machine.log(severity=6)
    desk.open()
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].update(severity=1))
    edited = machine.journal.read_bytes()
    machine.open()
    first = machine.journal.read_bytes()

    machine.journal.write_bytes(edited)
    desk.open()

    assert machine.journal.read_bytes() == first


def test_an_edit_of_an_edit_counts_too(machine: Machine):
    machine.log(severity=6)
    for severity in (1, 6, 2):
        _edit(machine, lambda content, to=severity: content["nights"][str(TONIGHT)].update(severity=to))
        assert _opened_twice(machine).get("nights", TONIGHT)["severity"] == severity


def test_a_file_rolled_back_does_not_beat_a_later_edit(machine: Machine):
    machine.log(severity=6)
    before = machine.journal.read_bytes()
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].update(severity=1))
    machine.open()

    machine.journal.write_bytes(before)

    assert machine.open().get("nights", TONIGHT)["severity"] == 1


def test_an_old_edit_by_hand_does_not_beat_a_later_entry(machine: Machine):
    machine.log(severity=6)
    content = machine.content()
    content["nights"][str(TONIGHT)]["severity"] = 1
    machine.clock.advance(minutes=1)
    machine.log(severity=8)

    machine.journal.write_text(json.dumps(content))
    store = _opened_twice(machine)

    assert store.get("nights", TONIGHT)["severity"] == 8
    assert sorted(one.value for one in store.earlier("nights", TONIGHT)) == [1, 6]


def test_an_entry_after_an_edit_by_hand_wins_though_no_time_passed(machine: Machine):
    machine.log(severity=6)
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].update(severity=1))

    assert machine.log(severity=7).get("nights", TONIGHT)["severity"] == 7


def test_an_edit_by_hand_of_what_was_seen_supersedes_it_and_had_seen_nothing_else(
    machine: Machine, desk: Machine
):
    machine.log(severity=6)
    desk.log(severity=7)
    (seen,) = machine.open().vault.state.rec("nights", str(TONIGHT)).cell("severity").seen
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].update(severity=1))

    state = _opened_twice(machine).vault.state
    rec = state.rec("nights", str(TONIGHT))

    assert rec.cell("severity")[1:] == (1, ())
    assert [(write.value, write.seen) for write in rec.history] == [(6, ()), (7, (seen,))]
    assert not disagreements(state)


def test_an_edit_by_hand_leaves_open_what_it_was_not_made_of(machine: Machine, desk: Machine):
    machine.log(severity=5)
    before = machine.journal.read_bytes()
    desk.log(severity=4)
    theirs = machine.journal.read_bytes()
    machine.journal.write_bytes(before)
    machine.clock.advance(minutes=1)
    machine.log(severity=6)
    machine.journal.write_bytes(theirs)
    machine.open()
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].update(severity=2))

    (dispute,) = disagreements(_opened_twice(machine).vault.state)

    assert [head.value for head in dispute.heads] == [2, 4]


def test_notes_of_what_was_seen_that_somebody_took_out_come_back(machine: Machine, desk: Machine):
    machine.log(severity=6)
    desk.log(severity=7)
    machine.open()
    before = machine.journal.read_bytes()
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].pop("_w"))

    assert not disagreements(_opened_twice(machine).vault.state)
    assert machine.journal.read_bytes() == before


def test_a_night_taken_out_by_hand_comes_back(machine: Machine):
    machine.log(severity=6)
    _edit(machine, lambda content: content.pop("nights"))

    assert _opened_twice(machine).get("nights", TONIGHT)["severity"] == 6


@pytest.mark.parametrize("times", [1, 2], ids=["one stamp for all", "a stamp for each"])
def test_a_value_taken_out_by_hand_comes_back(machine: Machine, times: int):
    for note in ["worse", "bad"][:times]:
        machine.log(severity=6, note=note)
    before = machine.journal.read_bytes()
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].pop("note"))

    _opened_twice(machine)

    assert machine.journal.read_bytes() == before


def test_a_value_taken_out_by_hand_comes_back_whoever_meets_the_file_first(machine: Machine, desk: Machine):
    machine.log(severity=6, note="bad")
    machine.log(severity=3)
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].pop("note"))
    desk.open()

    assert _opened_twice(machine).get("nights", TONIGHT)["note"] == "bad"
    assert desk.open().get("nights", TONIGHT)["note"] == "bad"
    assert not disagreements(desk.open().vault.state)


@pytest.mark.parametrize("times", [1, 2], ids=["one stamp for all", "a stamp for each"])
def test_a_value_set_to_null_by_hand_is_cleared(machine: Machine, times: int):
    for note in ["worse", "bad"][-times:]:
        machine.log(severity=6, note=note)
    _edit(machine, lambda content: content["nights"][str(TONIGHT)].update(note=None))

    store = _opened_twice(machine)

    assert "note" not in store.get("nights", TONIGHT)
    assert [one.value for one in store.earlier("nights", TONIGHT)] == ["worse", "bad"][-times:]


def test_an_adopted_night_can_be_edited_by_hand_again(machine: Machine):
    machine.log(severity=6)
    with TinyDB(machine.journal) as plain:
        plain.table("nights").insert({"date": "2026-11-02", "severity": 4})
    machine.open()

    for severity in (3, 4, 9):
        _edit(machine, lambda content, to=severity: content["nights"]["20261102"].update(severity=to))
        assert _opened_twice(machine).get("nights", 20261102)["severity"] == severity


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("numbers", {"label": "night nurse", "number": "+44 20 7946 0000"}),
        ("reliefs", {"relief": "walk", "rating": 4}),
        ("programmes", {"tip": "exercise_prog", "start": "2026-11-02", "days": [0, 2, 4]}),
    ],
)
def test_an_insert_into_a_ledger_carries_a_stamp_from_then_on(machine: Machine, table: str, record: Any):
    machine.log(severity=6)
    with TinyDB(machine.journal) as plain:
        number = plain.table(table).insert(record)

    store = _opened_twice(machine)

    assert store.get(table, number) == record
    assert "_t" in machine.content()[table][str(number)]


def test_a_table_of_others_is_left_alone_and_follows_its_program(machine: Machine):
    machine.log(severity=6)
    for value in (1, 2, 1):
        _edit(machine, lambda content, to=value: content.update(others={"1": {"x": to}}))
        store = _opened_twice(machine)
        assert store.all("others") == {1: {"x": value}}


@pytest.mark.parametrize("start", [b"{}", b'{"_default": {"1": {"date": "2026-11-19", "severity": 6}}}'])
def test_a_plain_tinydb_file_becomes_a_journal(machine: Machine, start: bytes):
    machine.journal.parent.mkdir()
    machine.journal.write_bytes(start)

    store = _opened_twice(machine)

    assert store.meta()["schema"] == 1
    assert len(store.dates()) == start.count(b"date")
    assert store.notices() == ()


def test_a_line_pasted_twice_with_another_value_keeps_both(machine: Machine):
    machine.log(severity=6)
    line = machine.journal.read_text().splitlines()[2]
    text = machine.journal.read_text().replace(
        line, f"{line},\n{line}".replace('"severity":6}', '"severity":1}', 1)
    )
    machine.journal.write_text(text)

    store = _opened_twice(machine)

    seen = {
        store.get("nights", TONIGHT)["severity"],
        *(one.value for one in store.earlier("nights", TONIGHT)),
    }
    assert seen == {1, 6}


def test_a_record_that_is_no_mapping_is_carried(machine: Machine):
    machine.log(severity=6)
    _edit(machine, lambda content: content.update(others={"1": 5, "x": [1]}, scalar="text"))

    _opened_twice(machine)

    assert machine.content()["others"] == {"1": 5, "x": [1]}
    assert machine.journal.read_bytes().startswith(b'{"meta"')
