"""How the screen looks, as pictures that a person accepted.

The clock, the zone, the journal and the themes are fixed; nothing here depends on the day or the machine.
After a wanted change: ``pytest tests/snapshots --snapshot-update``, then look at every picture.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.clocks import FixedClock
from tests.journal.memory_store import MemoryStore
from tests.ui.world import TONIGHT, World
from textual.pilot import Pilot

from stillnight.domain.moment import Moment
from stillnight.ui.app import StillnightApp

SEVERITIES = (2, 4, 2, 0, 6, 9, 2, 0, 3, 5, 2, None, 7, 4, 0, 3, 6, 10)
"""The first eighteen nights of the month; one has an entry without a rating."""


@pytest.fixture
def world() -> World:
    """A month of nights, a usual medicine, and an evening half filled in."""
    clock = FixedClock()
    world = World(clock, MemoryStore(clock))
    for number, severity in enumerate(SEVERITIES, start=1):
        night = TONIGHT.replace(day=number)
        world.log(night, f_caffeine=number % 3, **({} if severity is None else {"severity": severity}))
    world.wake("2026-11-19T03:10", 8)
    world.journal.ledgers.add_medicine("iron tablet", usual=True)
    return world


@pytest.fixture
def looks_as_before(world, snap_compare) -> Callable[..., bool]:
    """Compares the screen after some keys with its accepted picture."""

    def compare(size: tuple[int, int], *keys: str) -> bool:
        async def walk(pilot: Pilot[None]) -> None:
            for key in keys:
                await pilot.press(key)
            for _ in range(5):
                await pilot.pause()

        return snap_compare(StillnightApp(world.session()), terminal_size=size, run_before=walk)

    return compare


EVENING = ("6", "2", "1", "3", "0", "c", "3", "s", "7", "a", "a", "u", "w", "c", "t", "enter")
"""An evening that is typed and not saved."""


@pytest.mark.parametrize("size", [(120, 34), (80, 24), (44, 24)], ids=["wide", "normal", "narrow"])
def test_an_evening_half_filled_in(looks_as_before, size):
    assert looks_as_before(size, *EVENING)


def test_an_evening_saved(looks_as_before):
    assert looks_as_before((80, 24), *EVENING, "enter")


def test_the_calendar_where_there_is_room_for_one_pane(looks_as_before):
    assert looks_as_before((44, 24), "tab", "left")


def test_the_night_is_red_on_black(world, looks_as_before):
    world.moment = Moment.NIGHT
    assert looks_as_before((80, 24), "7")


def test_a_past_night(looks_as_before):
    assert looks_as_before((80, 24), "left_square_bracket")


def test_a_card(looks_as_before):
    assert looks_as_before((80, 24), "T", "enter")


def test_the_help(looks_as_before):
    assert looks_as_before((80, 24), "question_mark")


def test_a_red_flag(world, looks_as_before):
    world.journal.ledgers.tick("one_leg_swollen", TONIGHT)
    assert looks_as_before((120, 34), "T")
