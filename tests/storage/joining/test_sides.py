"""Two devices disagree: both values are told with who wrote them, and one is chosen."""

from __future__ import annotations

import pytest
from tests.storage.conftest import Machine, changes
from tests.storage.joining.test_devices import opened

from stillnight.domain.disagreement import Side
from stillnight.domain.ports import Change
from stillnight.storage.store import FileStore

TONIGHT = 20261119


@pytest.fixture
def apart(machine: Machine, desk: Machine) -> tuple[FileStore, FileStore]:
    """A laptop and a desk that rated the same night while the file was on its way between them."""
    opened(machine, "laptop").write("log", changes(20261101, severity=1))
    opened(desk, "desk")
    before = machine.journal.read_bytes()
    opened(machine, "laptop").write("log", changes(severity=6, note="same"))
    machine.journal.write_bytes(before)
    machine.clock.advance(minutes=5)
    opened(desk, "desk").write("log", changes(severity=4, note="same"))
    return opened(machine, "laptop"), opened(desk, "desk")


def test_both_values_are_told_the_one_that_is_shown_first(apart, machine):
    laptop, desk = apart
    now, earlier = machine.clock.now(), machine.clock.now().timestamp() - 300
    (one,) = laptop.disagreements()
    assert (one.table, one.id, one.field) == ("nights", TONIGHT, "severity")
    assert one.sides == (Side(4, now, "desk"), Side(6, one.sides[1].at, "this machine"))
    assert one.sides[1].at.timestamp() == earlier
    desk.refresh()
    assert [side.device for side in desk.disagreements()[0].sides] == ["this machine", "laptop"]


def test_those_of_one_night_are_told_for_its_page(apart):
    laptop, _ = apart
    assert list(laptop.disagreements_in("nights", TONIGHT)) == list(laptop.disagreements())
    assert laptop.disagreements_in("nights", 20261101) == ()
    assert laptop.disagreements_in("nights", 20261030) == ()


@pytest.mark.parametrize("value", [4, 6])
def test_a_choice_settles_it_on_every_device_be_it_the_value_shown(apart, machine, value):
    laptop, desk = apart
    receipt = laptop.choose("chose", [Change("nights", TONIGHT, "severity", value)])
    assert receipt.published
    desk.refresh()
    for store in (laptop, desk):
        assert store.disagreements() == ()
        assert store.get("nights", TONIGHT)["severity"] == value


def test_a_choice_can_be_undone(apart):
    laptop, _ = apart
    laptop.choose("chose", [Change("nights", TONIGHT, "severity", 6)])
    undone = laptop.undo()
    assert undone.label == "chose"
    assert laptop.get("nights", TONIGHT)["severity"] == 4


def test_any_later_answer_settles_it_too(apart):
    laptop, _ = apart
    laptop.write("log", changes(severity=5))
    assert laptop.disagreements() == ()


def test_who_is_alone_with_the_file_disagrees_with_nobody(machine: Machine):
    store = opened(machine, "laptop")
    store.write("log", changes(severity=6))
    store.write("log", changes(severity=7))
    assert store.disagreements() == ()
