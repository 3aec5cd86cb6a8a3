from __future__ import annotations

import pytest
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore

from stillnight.domain.ids import night_id
from stillnight.journal.at_night.lights import mark_lights
from stillnight.journal.at_night.urge_log import UrgeLog
from stillnight.journal.journal import Journal


@pytest.fixture
def at_three(journal: Journal, clock: FixedClock) -> Journal:
    journal.record.lights_out(journal.tonight, clock.now())
    clock.set("2026-11-20T03:10")
    return journal


def test_the_first_time_it_is_noted_of_the_night(journal: Journal, store: MemoryStore, clock: FixedClock):
    clock.set("2026-11-20T01:30")
    assert mark_lights(journal).words == "lights out"
    assert store.get("nights", night_id(journal.tonight))["lights_out"] == "2026-11-20T01:30+01:00"


def test_after_pacing_it_is_noted_of_the_newest_bout(at_three, store, clock):
    log = UrgeLog(at_three)
    log.log(4)
    clock.advance(minutes=40)
    log.log(7)
    clock.advance(minutes=20)
    marked = mark_lights(at_three)
    first, second = store.all("episodes").values()
    assert marked.words == "lights out again"
    assert (second["back_at"], second["out_of_bed"], second["severity"]) == (
        "2026-11-20T04:10+01:00",
        True,
        7,
    )
    assert "back_at" not in first
    assert store.get("nights", night_id(at_three.tonight))["lights_out"] == "2026-11-19T22:40+01:00"


def test_without_a_bout_there_is_nothing_to_mark(at_three, store):
    before = len(store.done)
    assert mark_lights(at_three) == ("nothing to mark", None)
    assert len(store.done) == before


def test_a_bout_from_before_the_lights_went_out_got_nobody_out_of_bed(journal, store, clock):
    UrgeLog(journal).log(5)
    clock.advance(minutes=30)
    mark_lights(journal)
    clock.set("2026-11-20T03:10")
    assert mark_lights(journal).receipt is None
    [record] = store.all("episodes").values()
    assert "back_at" not in record


def test_who_slept_since_and_rated_nothing_leaves_the_earlier_bout_as_it_was(at_three, store, clock):
    UrgeLog(at_three).log(7)
    clock.advance(minutes=20)
    mark_lights(at_three)
    clock.advance(minutes=16)
    assert mark_lights(at_three) == ("nothing to mark", None)
    [record] = store.all("episodes").values()
    assert record["back_at"] == "2026-11-20T03:30+01:00"


def test_who_lay_down_and_got_up_once_more_was_back_the_second_time(at_three, store, clock):
    UrgeLog(at_three).log(7)
    for _ in range(2):
        clock.advance(minutes=15)
        mark_lights(at_three)
    [record] = store.all("episodes").values()
    assert record["back_at"] == "2026-11-20T03:40+01:00"


def test_where_the_first_time_is_unknown_a_bout_by_night_stays_one_from_sleep(journal, store, clock):
    clock.set("2026-11-20T03:10")
    UrgeLog(journal).log(7)
    clock.advance(minutes=25)
    assert mark_lights(journal).words == "lights out again"
    [record] = store.all("episodes").values()
    assert (record["back_at"], record["out_of_bed"]) == ("2026-11-20T03:35+01:00", True)
    assert store.get("nights", night_id(journal.tonight)) is None


def test_a_key_that_is_hit_twice_gets_nobody_out_of_bed(journal, store, clock):
    UrgeLog(journal).log(5)
    mark_lights(journal)
    assert mark_lights(journal) == ("nothing to mark", None)
    [record] = store.all("episodes").values()
    assert "back_at" not in record
