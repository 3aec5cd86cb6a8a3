"""Devices have names, in a table of their own that nobody undoes."""

from __future__ import annotations

from tests.storage.conftest import Machine, changes

from stillnight.storage import open_store
from stillnight.storage.joining.devices import BY_HAND, HERE, author, names_of, with_name
from stillnight.storage.store import FileStore
from stillnight.storage.writes import stamp
from stillnight.storage.writes.record import Write
from stillnight.storage.writes.state import State

LAPTOP, DESK, PHONE = "aaaaaaaa", "bbbbbbbb", "cccccccc"


def at(ms: int, device: str = LAPTOP) -> str:
    return stamp.make(ms, 0, device)


def named(**names: str) -> State:
    state = State()
    for number, (device, name) in enumerate(names.items()):
        state = with_name(state, device, name, at(number + 1, device))
    return state


def opened(machine: Machine, name: str) -> FileStore:
    return open_store(machine.journal, machine.state, machine.clock, machine.waits.append, lambda: name)


def test_a_name_is_kept_under_the_devices_own_id():
    state = named(aaaaaaaa="laptop", bbbbbbbb="desk")
    assert names_of(state) == {LAPTOP: "laptop", DESK: "desk"}


def test_without_a_name_nothing_is_kept():
    assert named(aaaaaaaa="") == State()


def test_the_same_name_again_changes_nothing():
    state = named(aaaaaaaa="laptop")
    assert with_name(state, LAPTOP, "laptop", at(9)) is state


def test_another_name_takes_its_place_be_the_clock_behind_or_not():
    state = with_name(named(aaaaaaaa="laptop"), LAPTOP, "old laptop", at(0))
    assert names_of(state) == {LAPTOP: "old laptop"}


def test_two_devices_of_one_name_are_told_apart():
    state = named(aaaaaaaa="laptop", bbbbbbbb="laptop", cccccccc="phone")
    assert names_of(state) == {LAPTOP: "laptop aaaa", DESK: "laptop bbbb", PHONE: "phone"}


def test_what_a_hand_made_of_the_table_is_no_name():
    content = {("devices", "1"): [Write(at(1), "device", 7), Write(at(1), "name", ["x"])]}
    from stillnight.storage.writes.record import gather

    assert names_of(State().having({key: gather(writes) for key, writes in content.items()})) == {}


def test_who_wrote_is_said_by_name():
    names = {DESK: "desk"}
    assert author(Write(at(1, DESK), "severity", 4), names, LAPTOP) == "desk"
    assert author(Write(at(1, LAPTOP), "severity", 4), names, LAPTOP) == HERE
    assert author(Write(stamp.by_hand(at(1, DESK), 4), "severity", 4), names, LAPTOP) == BY_HAND
    assert author(Write(stamp.unstamped(4), "severity", 4), names, LAPTOP) == BY_HAND
    assert author(Write(at(1, PHONE), "severity", 4), names, LAPTOP) == f"device {PHONE}"


def test_a_device_writes_its_name_along_with_its_first_deed_and_once(machine: Machine):
    store = opened(machine, "laptop")
    assert "devices" not in machine.content()
    store.write("log", changes(severity=6))
    first = machine.content()["devices"]
    assert [(one["device"], one["name"]) for one in first.values()] == [(store.vault.folder.device, "laptop")]
    store.write("log", changes(severity=7))
    assert machine.content()["devices"] == first


def test_a_new_name_goes_along_with_the_next_deed(machine: Machine):
    opened(machine, "laptop").write("log", changes(severity=6))
    store = opened(machine, "sofa")
    store.write("log", changes(severity=7))
    assert names_of(store.vault.state) == {store.vault.folder.device: "sofa"}


def test_undo_takes_the_deed_back_and_leaves_the_name(machine: Machine):
    store = opened(machine, "laptop")
    store.write("log", changes(severity=6))
    store.undo()
    assert store.get("nights", 20261119) is None
    assert names_of(store.vault.state) == {store.vault.folder.device: "laptop"}


def test_who_wrote_a_field_is_asked_of_the_store(machine: Machine, desk: Machine):
    opened(machine, "laptop").write("log", changes(severity=6))
    store = opened(desk, "desk")
    assert store.author("nights", 20261119, "severity") == "laptop"
    assert store.author("nights", 20261119, "note") == ""
    store.write("log", changes(severity=7))
    assert store.author("nights", 20261119, "severity") == HERE
