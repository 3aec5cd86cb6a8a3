from __future__ import annotations

import pytest
from tests.clocks import FixedClock
from tests.journal.conftest import FACTORS
from tests.journal.memory_store import MemoryStore

from stillnight.domain.ids import night_id
from stillnight.domain.ports import Change, Deletion
from stillnight.journal.at_night.lights import mark_lights
from stillnight.journal.at_night.taking_back import take_back
from stillnight.journal.at_night.urge_log import UrgeLog
from stillnight.journal.desk import Desk
from stillnight.journal.journal import Journal, open_journal
from stillnight.storage import open_store


@pytest.fixture
def log(journal: Journal, clock: FixedClock) -> UrgeLog:
    clock.set("2026-11-20T03:10")
    return UrgeLog(journal)


def test_the_last_bout_is_taken_back(log, journal, store):
    log.log(7)
    taken = take_back(journal)
    assert taken.words == "taken back"
    assert taken.receipt is not None
    assert store.all("episodes") == {}


def test_of_a_second_thought_the_first_one_stands_and_is_named(log, journal, store):
    log.log(7)
    log.log(5)
    assert take_back(journal).words == "taken back, 7 stands"
    assert take_back(journal).words == "taken back"
    assert store.all("episodes") == {}


def test_a_relief_is_taken_back_and_its_bout_stays(log, journal, store):
    log.log(7)
    [number] = store.all("episodes")
    store.write("relief", [Change("episodes", number, "relief", "walking")])
    assert take_back(journal).words == "taken back"
    assert store.get("episodes", number).get("relief") is None
    assert store.get("episodes", number)["severity"] == 7


def test_lights_out_alone_can_be_taken_back(journal: Journal, store: MemoryStore):
    mark_lights(journal)
    assert take_back(journal).words == "taken back"
    assert "lights_out" not in (store.get("nights", night_id(journal.tonight)) or {})


def test_lights_out_that_was_taken_back_once_can_be_taken_back_again(journal, store):
    for _ in range(2):
        mark_lights(journal)
        assert take_back(journal).words == "taken back"


def test_lights_that_went_out_twice_in_one_minute_can_be_taken_back_in_a_file_too(clock, tmp_path):
    # a night that comes back from the bin as it was is not written anew there
    journal = open_journal(
        Desk(open_store(tmp_path / "j.json", tmp_path / "state", clock, lambda _: None), clock, FACTORS)
    )
    for _ in range(2):
        mark_lights(journal)
        assert take_back(journal).words == "taken back"
    assert not journal.browse.night(journal.tonight).logged


def test_what_was_moved_to_the_bouts_is_taken_back_whole(log, journal, store):
    session = {"night": "2026-11-19", "at": "2026-11-20T03:10+01:00", "relief": "walking"}
    store.write("walk", [Change("sessions", 5, name, value) for name, value in session.items()])
    moved = [Change("episodes", 5, name, value) for name, value in {**session, "severity": 6}.items()]
    store.write("urge 6 before it", [Deletion("sessions", 5), *moved])
    assert take_back(journal).words == "taken back"
    assert store.get("sessions", 5) == session
    assert store.get("episodes", 5) is None


def test_a_deletion_is_not_what_was_logged_last(log, journal, store):
    log.log(7)
    journal.record.delete(journal.tonight)
    assert take_back(journal).receipt is None
    assert store.all("episodes") == {}


@pytest.mark.parametrize("night", ["2026-11-19", "2026-11-18"])
def test_the_answers_of_an_evening_are_not_taken_back_in_the_dark(log, journal, store, night):
    journal.record.amend(journal.tonight.fromisoformat(night), {"severity": 6, "lights_out": "23:00"})
    taken = take_back(journal)
    assert (taken.words, taken.receipt) == ("nothing to take back", None)
    assert store.get("nights", int(night.replace("-", "")))["severity"] == 6


def test_a_bout_of_last_night_is_left_alone(log, journal, store, clock):
    log.log(7)
    clock.set("2026-11-21T03:10")
    assert take_back(journal).receipt is None
    assert len(store.all("episodes")) == 1


def test_nothing_was_done_so_nothing_is_taken_back(journal):
    assert take_back(journal) == ("nothing to take back", None)
