from __future__ import annotations

import pytest
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore

from stillnight.domain.errors import FieldError, StoreError
from stillnight.domain.ports import Change
from stillnight.journal.at_night.urge_log import Before, UrgeLog, before_relief
from stillnight.journal.journal import Journal


@pytest.fixture
def log(journal: Journal, clock: FixedClock) -> UrgeLog:
    clock.set("2026-11-20T03:10")
    return UrgeLog(journal)


def severities(store: MemoryStore) -> list[object]:
    return [record["severity"] for record in store.all("episodes").values()]


def test_a_rating_is_an_episode_of_now(log: UrgeLog, store: MemoryStore):
    log.log(7)

    [record] = store.all("episodes").values()
    assert (record["night"], record["at"], record["severity"]) == ("2026-11-19", "2026-11-20T03:10+01:00", 7)


@pytest.mark.parametrize(("seconds", "left"), [(0, [5]), (10, [5]), (11, [7, 5])])
def test_a_second_rating_within_ten_seconds_replaces_the_first(log, store, clock, seconds, left):
    log.log(7)
    clock.advance(seconds=seconds)
    log.log(5)
    assert severities(store) == left


def test_half_an_hour_across_the_end_of_summer_time_is_no_second_thought(journal, store, clock):
    log = UrgeLog(journal)
    clock.set("2026-10-25T02:40")
    log.log(7)
    clock.advance(minutes=30)
    assert (clock.now().hour, clock.now().minute) == (2, 10)
    log.log(5)
    assert severities(store) == [7, 5]


def test_what_was_done_in_between_makes_the_next_rating_one_of_its_own(log, store, clock):
    log.log(7)
    log.forget()
    clock.advance(seconds=5)
    log.log(5)
    assert severities(store) == [7, 5]


def test_a_rating_that_failed_is_not_replaced(log, store):
    store.broken = "the disk is full"
    with pytest.raises(StoreError):
        log.log(7)
    store.broken = None
    log.log(6)
    assert severities(store) == [6]


def test_eleven_is_refused(log):
    with pytest.raises(FieldError):
        log.log(11)


@pytest.mark.parametrize(("minutes", "urge"), [(0, 7), (15, 7), (16, None)])
def test_what_is_begun_soon_after_a_rating_is_against_that_bout(log, journal, store, clock, minutes, urge):
    log.log(7)
    [number] = store.all("episodes")
    clock.advance(minutes=minutes)
    assert before_relief(journal) == (Before(7, number) if urge else Before())


def test_the_next_thing_against_a_bout_begins_with_what_the_first_one_left(log, journal, store, clock):
    log.log(7)
    [number] = store.all("episodes")
    done = {"relief": "walking", "minutes": 10, "after": 4}
    store.write("relief", [Change("episodes", number, name, value) for name, value in done.items()])
    clock.advance(minutes=20)
    assert before_relief(journal) == Before(4, number)
    clock.advance(minutes=10)
    assert before_relief(journal) == Before()


def test_nothing_is_known_of_a_bout_of_another_night(log, journal, clock):
    clock.set("2026-11-20T11:55")
    log.log(7)
    clock.advance(minutes=6)
    assert before_relief(journal) == Before()
