"""Two journals at one path: of one person, or of two."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.storage.joining.kin import are_kin, are_strangers
from stillnight.storage.writes.state import State


@pytest.fixture
def mum(machine: Machine, tmp_path: Path) -> Machine:
    return Machine(tmp_path / "mum" / "journal.json", tmp_path / "mums", machine.clock)


def _live(machine: Machine, first: int, count: int, severity: int) -> State:
    for night in range(first, first + count):
        machine.log(night, severity=severity)
    return machine.open().vault.state


@pytest.mark.parametrize(
    ("mine", "theirs", "strangers"),
    [
        ((20260101, 14), (20260201, 14), True),
        ((20260101, 5), (20260101, 5), True),
        ((20260101, 4), (20260101, 4), False),
        ((20260101, 20), (20260201, 13), False),
        ((20260101, 1), (20260101, 30), False),
    ],
)
def test_many_nights_apart_or_several_in_both_tell_two_people(
    machine: Machine, mum: Machine, mine: tuple[int, int], theirs: tuple[int, int], strangers: bool
):
    one, other = _live(machine, *mine, 2), _live(mum, *theirs, 9)

    assert not are_kin(one, other)
    assert are_strangers(one, other) is are_strangers(other, one) is strangers


def test_what_has_one_write_in_common_is_one_journal(machine: Machine, mum: Machine):
    one, other = _live(machine, 20260101, 20, 2), _live(mum, 20260101, 20, 9)
    shared = one.tables["nights"]["20260103"]
    joined = State({**other.tables, "nights": {**other.tables["nights"], "20260103": shared}})

    assert are_kin(one, joined)
    assert are_kin(joined, one)
    assert not are_strangers(one, joined)


def test_another_person_s_journal_in_its_place_is_neither_mixed_in_nor_written_over(
    machine: Machine, mum: Machine
):
    _live(machine, 20260101, 6, 2)
    _live(mum, 20260101, 6, 9)
    shutil.copy(mum.journal, machine.journal)
    before = mum.journal.read_bytes()

    store = machine.open()
    receipt = store.write("log", changes(severity=3))
    store.refresh()
    machine.open().write("log", changes(severity=4))

    assert machine.journal.read_bytes() == before
    assert {night["severity"] for night in machine.open().all("nights").values()} == {2, 4}
    assert "perhaps another person's" in store.notices()[0]
    assert not receipt.published
    assert "is safe on this machine" in (receipt.problem or "")


def test_somebody_may_say_that_both_are_theirs(machine: Machine, mum: Machine):
    _live(machine, 20260101, 6, 2)
    _live(mum, 20260201, 6, 9)
    _live(mum, 20260101, 6, 9)
    shutil.copy(mum.journal, machine.journal)

    store = machine.open()
    assert store.health().troubles
    assert store.join_strange().troubles == []

    assert len(machine.content()["nights"]) == 12
    assert machine.open().notices() == ()


def test_putting_one_s_own_back_makes_all_well(machine: Machine, mum: Machine):
    _live(machine, 20260101, 6, 2)
    mine = machine.journal.read_bytes()
    _live(mum, 20260101, 6, 9)
    shutil.copy(mum.journal, machine.journal)
    store = machine.open()
    store.write("log", changes(severity=3))

    machine.journal.write_bytes(mine)
    store.refresh()

    assert store.problem is None
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 3
