"""What is seen first: as it is, and as remembered from the last time."""

from __future__ import annotations

import json
from datetime import time

import pytest
from tests.ui.world import TONIGHT, World

from stillnight.domain.moment import Moment
from stillnight.domain.preferences import Preferences
from stillnight.journal.browse import Mark
from stillnight.journal.sight import memory_of, remembered, sight_of

PREFERENCES = Preferences()


@pytest.fixture
def world(clock, store) -> World:
    """Nights in two months, one of them with an episode only."""
    world = World(clock, store)
    world.log("2026-10-30", severity=8)
    world.log("2026-11-02", severity=1)
    world.log("2026-11-18", severity=9)
    world.log("2026-11-19", severity=0)
    world.wake("2026-11-18T02:10", 6)
    return world


def kept(world):
    """What is remembered, after a trip through a file."""
    return json.loads(json.dumps(memory_of(world.journal)))


def later(world, at):
    """What is remembered is looked at, at another time."""
    memory = kept(world)
    world.clock.set(at)
    return remembered(memory, world.clock.now().astimezone(world.clock.zone), PREFERENCES)


def test_it_is_seen_as_it_is(world):
    sight = sight_of(world.journal)
    assert (sight.tonight, sight.moment) == (TONIGHT, Moment.EVENING)
    assert sight.marks[TONIGHT.replace(day=17)].worst == 6
    assert sight.legs_on == (2, 3)


def test_what_is_remembered_is_what_is_seen(world):
    now = world.clock.now().astimezone(world.clock.zone)
    assert remembered(kept(world), now, PREFERENCES) == sight_of(world.journal)


@pytest.mark.parametrize("at", ["2026-11-20T22:00", "2026-11-20T03:00", "2026-11-20T07:00"])
def test_a_day_later_it_is_what_the_journal_will_show_when_nothing_was_written(world, at):
    assert later(world, at) == sight_of(world.journal)


def test_on_the_first_of_a_month_the_last_seven_nights_are_still_known(world):
    world.clock.set("2026-11-02T21:00")
    assert later(world, "2026-11-02T21:30").legs_on == (2, 2)


def test_a_new_month_begins_empty(world):
    sight = later(world, "2026-12-01T21:00")
    assert (sight.tonight.month, sight.marks) == (12, {})


def test_lights_out_makes_it_night_only_in_that_night(world):
    world.log("2026-11-19", severity=0, lights_out="2026-11-19T22:30+01:00")
    assert later(world, "2026-11-19T23:00").moment is Moment.NIGHT
    assert later(world, "2026-11-20T20:00").moment is Moment.EVENING


def test_the_moment_that_was_asked_for_and_the_bedtime_are_heeded(world):
    now = world.clock.now().astimezone(world.clock.zone)
    assert remembered(kept(world), now, PREFERENCES, Moment.MORNING).moment is Moment.MORNING
    early = Preferences(bedtime=time(20, 0))
    assert remembered(kept(world), now, early).moment is Moment.NIGHT


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"marks": {}},
        {"marks": {"2026-11-19": [3]}, "rollover": "noon"},
        {"marks": {"someday": [3]}, "rollover": "12:00"},
        {"marks": {"2026-11-19": 3}, "rollover": "12:00"},
        {"marks": {"2026-11-19": ["much", True]}, "rollover": "12:00"},
        {"marks": [1], "rollover": "12:00"},
        {"marks": {}, "rollover": 12},
    ],
)
def test_a_memory_that_makes_no_sense_is_none(world, broken):
    now = world.clock.now().astimezone(world.clock.zone)
    assert remembered(broken, now, PREFERENCES) is None


def test_a_mark_is_remembered_whole(world):
    now = world.clock.now().astimezone(world.clock.zone)
    assert remembered(kept(world), now, PREFERENCES).marks[TONIGHT] == Mark(0)
