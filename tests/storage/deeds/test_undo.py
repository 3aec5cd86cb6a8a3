from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.clocks import FixedClock
from tests.storage.conftest import TONIGHT, Machine, changes

from stillnight.domain.ports import Change, Deletion
from stillnight.storage import open_store


def test_nothing_was_done_so_nothing_is_undone(machine: Machine):
    undone = machine.open().undo()

    assert (undone.label, undone.receipt, undone.touched) == ("", None, ())


def test_the_last_deed_is_undone_after_a_restart(machine: Machine):
    machine.log(severity=6)
    machine.open().write("mend", changes(severity=2, note="x"))

    undone = machine.open().undo()

    assert (undone.label, undone.touched) == ("mend", (("nights", TONIGHT),))
    assert undone.receipt is not None
    assert undone.receipt.published
    assert machine.open().get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 6}


def test_what_an_undo_would_take_back_can_be_asked_before(machine: Machine):
    assert machine.open().last_deed() is None
    machine.log(severity=6)
    machine.open().write("mend", changes(severity=2, note="x"))

    last = machine.open().last_deed()

    assert last is not None
    assert last.label == "mend"
    assert sorted(last.touched) == [("nights", TONIGHT, "note"), ("nights", TONIGHT, "severity")]
    machine.open().undo()
    first = machine.open().last_deed()
    assert first is not None
    assert first.label == "log"
    machine.open().undo()
    assert machine.open().last_deed() is None


def test_undoing_the_first_entry_takes_the_night_to_the_bin_and_redo_back(machine: Machine):
    machine.log(severity=6)

    machine.open().undo()

    assert machine.open().get("nights", TONIGHT) is None
    assert machine.open().dates() == []
    assert machine.open().redo().label == "log"
    assert machine.open().get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 6}


def test_a_clock_put_back_by_a_year_leaves_every_deed_to_be_undone_on_its_own(machine: Machine):
    machine.clock.set("2027-11-19T22:40+01:00")
    machine.log(severity=5)
    machine.clock.set("2026-11-19T22:40+01:00")
    for severity in (3, 7, 2):
        machine.log(severity=severity)

    def back() -> object:
        machine.open().undo()
        return (machine.open().get("nights", TONIGHT) or {}).get("severity")

    def forth() -> object:
        machine.open().redo()
        return (machine.open().get("nights", TONIGHT) or {}).get("severity")

    assert [back() for _ in range(4)] == [7, 3, 5, None]
    assert [forth() for _ in range(4)] == [5, 3, 7, 2]


def test_a_deletion_is_undone_complete(machine: Machine):
    store = machine.log(severity=6, note="bad")
    store.write("delete", [Deletion("nights", TONIGHT)])

    machine.open().undo()

    assert machine.open().get("nights", TONIGHT) == {"date": "2026-11-19", "severity": 6, "note": "bad"}


def test_a_new_deed_clears_what_could_be_redone(machine: Machine):
    store = machine.log(severity=6)
    store.undo()
    store.write("log", changes(severity=3))

    assert store.redo().receipt is None


def test_what_was_changed_elsewhere_since_is_named_and_left_alone(machine: Machine, desk: Machine):
    machine.log(severity=6)
    machine.open().write("mend", changes(severity=2, note="mine"))
    desk.clock.advance(minutes=1)
    desk.log(note="from the desk")

    undone = machine.open().undo()

    assert undone.kept == (("nights", TONIGHT, "note"),)
    assert machine.open().get("nights", TONIGHT) == {
        "date": "2026-11-19",
        "severity": 6,
        "note": "from the desk",
    }


def test_a_store_that_was_open_all_along_sees_what_was_changed_elsewhere(machine: Machine, desk: Machine):
    machine.log(severity=6)
    store = machine.log(severity=2)
    desk.log(severity=9)

    assert store.undo().kept == (("nights", TONIGHT, "severity"),)
    assert machine.content()["nights"][str(TONIGHT)]["severity"] == 9


def test_a_first_entry_that_somebody_added_to_keeps_what_was_added(machine: Machine, desk: Machine):
    machine.log(severity=6)
    desk.log(note="from the desk")

    undone = machine.open().undo()

    assert undone.touched == (("nights", TONIGHT),)
    assert machine.open().get("nights", TONIGHT) == {"date": "2026-11-19", "note": "from the desk"}


def test_a_night_deleted_elsewhere_since_stays_deleted(machine: Machine, desk: Machine):
    machine.log(severity=6)
    machine.open().write("mend", changes(severity=2))
    desk.open().write("delete", [Deletion("nights", TONIGHT)])

    undone = machine.open().undo()

    assert undone.kept == (("nights", TONIGHT, "severity"),)
    assert machine.open().get("nights", TONIGHT) is None


def test_what_another_device_did_is_not_undone_here(machine: Machine, desk: Machine):
    machine.log(severity=6)

    assert desk.open().undo().receipt is None


def test_a_deed_over_several_tables_is_undone_as_one(machine: Machine):
    store = machine.open()
    store.write("both", [*changes(severity=6), Change("episodes", 9, "night", "2026-11-19")])

    store.undo()

    assert store.get("nights", TONIGHT) is None
    assert store.get("episodes", 9) is None


RATINGS = st.integers(0, 3)
DEEDS = st.one_of(
    st.builds(changes, night=st.sampled_from([TONIGHT, TONIGHT - 1]), severity=st.none() | RATINGS),
    st.builds(
        changes, night=st.just(TONIGHT), note=st.sampled_from([None, "a", "b"]), severity=st.integers(0, 3)
    ),
    st.just([Deletion("nights", TONIGHT)]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DEEDS, min_size=1, max_size=6), st.data())
def test_undo_walks_all_the_way_back_and_redo_all_the_way_forth(tmp_path_factory, deeds, data):
    folder = tmp_path_factory.mktemp("walk")

    def opened():
        return open_store(folder / "j.json", folder / "state", FixedClock())

    store = opened()
    seen = [dict(store.all("nights"))]
    for deed in deeds:
        if store.write("deed", deed).changed:
            seen.append(dict(store.all("nights")))

    for position in range(len(seen) - 2, -1, -1):
        assert store.undo().kept == ()
        assert store.all("nights") == seen[position]
        store = opened() if data.draw(st.booleans()) else store
    assert store.undo().receipt is None
    for wanted in seen[1:]:
        assert store.redo().kept == ()
        assert store.all("nights") == wanted
    assert store.redo().receipt is None
