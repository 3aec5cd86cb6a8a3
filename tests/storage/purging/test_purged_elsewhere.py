"""A night that another device purged goes from here without being asked here: that is told once, calmly."""

from __future__ import annotations

from tests.storage.conftest import TONIGHT, Machine, changes
from tests.storage.joining.test_devices import opened
from tests.storage.test_purging import purged_on

from stillnight.storage.purging.purged_elsewhere import purged_words
from stillnight.storage.store import FileStore
from stillnight.storage.writes.state import State

TOLD = "The night of Thu 19 → Fri 20 Nov was purged for good by desk, so it is gone here, too."


def told(store: FileStore) -> list[str]:
    return [notice for notice in store.notices() if "purged for good" in notice]


def _shared(machine: Machine, desk: Machine) -> tuple[FileStore, FileStore]:
    """A night that both know, open on both."""
    here = opened(machine, "laptop")
    here.write("log", changes(severity=6))
    return here, opened(desk, "desk")


def test_it_is_told_once_while_the_program_is_open(machine: Machine, desk: Machine):
    here, there = _shared(machine, desk)
    purged_on(there)

    here.refresh()

    assert told(here) == [TOLD]
    assert told(opened(machine, "laptop")) == []


def test_it_is_told_at_the_next_opening(machine: Machine, desk: Machine):
    _, there = _shared(machine, desk)
    purged_on(there)
    assert told(opened(machine, "laptop")) == [TOLD]
    assert told(opened(machine, "laptop")) == []


def test_where_one_purged_it_oneself_nothing_is_told(machine: Machine):
    here = opened(machine, "laptop")
    here.write("log", changes(severity=6))
    purged_on(here)
    assert told(here) == told(opened(machine, "laptop")) == []


def test_a_device_that_never_had_it_is_told_nothing(machine: Machine, desk: Machine):
    there = opened(desk, "desk")
    there.write("log", changes(severity=6))
    purged_on(there)
    assert told(opened(machine, "laptop")) == []


def test_a_night_that_was_written_anew_since_is_not_gone(machine: Machine, desk: Machine):
    here, there = _shared(machine, desk)
    purged_on(there)
    there.write("log", changes(severity=3))
    here.refresh()
    assert told(here) == []
    assert (here.get("nights", TONIGHT) or {})["severity"] == 3


def test_many_are_counted_and_nothing_is_nothing():
    at = "0" * 12 + "-0000-bbbbbbbb"
    nights = {("nights", "20261118"): at, ("nights", "20261119"): at, ("episodes", "7"): at}
    by, one = "purged for good by device bbbbbbbb, so", {("labs", "7"): at}
    assert purged_words(nights, State(), "aaaaaaaa") == f"2 nights were {by} they are gone here, too."
    assert purged_words(one, State(), "aaaaaaaa") == f"An entry was {by} it is gone here, too."
    two = one | {("labs", "8"): at}
    assert purged_words(two, State(), "aaaaaaaa") == f"2 entries were {by} they are gone here, too."
    assert purged_words({}, State(), "aaaaaaaa") == ""
