"""Long work stands back for a moment after each key."""

from __future__ import annotations

import pytest

from stillnight.journal.pace import NAP_SECONDS, QUIET_SECONDS, Pace


class Clock:
    """A clock that goes on only while somebody naps."""

    def __init__(self) -> None:
        self.now, self.naps = 100.0, 0
        self.at_nap = lambda: None

    def nap(self, seconds: float) -> None:
        self.now, self.naps = self.now + seconds, self.naps + 1
        assert 0 < seconds <= NAP_SECONDS
        self.at_nap()


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nobody_waits_where_nobody_types(clock):
    assert Pace(lambda: clock.now, clock.nap).give_way(lambda: True)
    assert clock.naps == 0


def test_after_a_key_it_is_quiet_for_a_moment(clock):
    pace = Pace(lambda: clock.now, clock.nap)
    pace.typed()
    assert pace.give_way(lambda: True)
    assert clock.now == pytest.approx(100 + QUIET_SECONDS)


def test_each_key_begins_the_moment_anew(clock):
    pace = Pace(lambda: clock.now, clock.nap)
    clock.at_nap = lambda: pace.typed() if clock.naps == 2 else None
    pace.typed()
    assert pace.give_way(lambda: True)
    assert clock.now == pytest.approx(100 + 2 * NAP_SECONDS + QUIET_SECONDS)


def test_who_leaves_is_not_kept_waiting(clock):
    pace = Pace(lambda: clock.now, clock.nap)
    pace.typed()
    assert not pace.give_way(lambda: clock.naps < 2)
    assert clock.naps == 2
