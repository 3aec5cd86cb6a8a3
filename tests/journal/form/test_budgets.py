"""How many keys an evening or a morning costs; Enter and L are the screen's keys, and count as one each."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.clocks import BERLIN
from tests.journal.form.drafts import MemoryDrafts
from tests.journal.form.keyboard import keys_of, typed
from tests.journal.morning.mornings import typed as typed_in_the_morning

from stillnight.journal.form.entry import Entries
from stillnight.journal.morning.entry import Mornings

LIGHTS_OUT = datetime(2026, 11, 19, 22, 40, tzinfo=BERLIN)


@pytest.fixture
def entries(journal) -> Entries:
    """The evening of somebody who has logged before and takes iron every evening."""
    journal.ledgers.add_medicine("iron", usual=True)
    day = journal.tonight.replace(day=18)
    journal.record.amend(day, {"severity": 4, "onset": "21:45", "f.caffeine": 3})
    return Entries(journal, MemoryDrafts())


def evening(entries: Entries, keys: str) -> int:
    """Type an evening down to its last key, and say how many keys it took."""
    *form_keys, last = keys_of(keys)
    assert last in ("enter", "L")
    night = entries.journal.tonight
    state = typed("".join(form_keys), entries.sheet(night))
    entries.save(night, state, LIGHTS_OUT if last == "L" else None)
    return len(form_keys) + 1


def kept(entries: Entries) -> dict:
    values = dict(entries.journal.browse.night(entries.journal.tonight).values)
    return {name: value for name, value in values.items() if name not in ("date", "evening_at")}


def test_a_quiet_evening_takes_two_keys(entries):
    assert evening(entries, "0 <enter>") == 2
    assert kept(entries) == {"severity": 0, "onset": "none"}


def test_a_quiet_evening_with_no_to_everything_takes_three_keys(entries):
    assert evening(entries, "0 n <enter>") == 3
    noes = {factor.field: False for factor in entries.sheet(entries.journal.tonight).factors}
    assert kept(entries) == {"severity": 0, "onset": "none", **noes}


ORDINARY = {
    "severity": 6,
    "onset": "2026-11-19T21:45+01:00",
    "f.caffeine": 3,
    "f.stress": 7,
    "lights_out": "2026-11-19T22:40+01:00",
}


def test_an_ordinary_evening_takes_eight_keys_at_most(entries):
    assert evening(entries, "6 . c s 7 u L") <= 8
    assert kept(entries) == ORDINARY
    assert entries.journal.browse.usual_taken(entries.journal.tonight)


def test_an_ordinary_evening_with_no_to_the_rest_takes_nine_keys_at_most(entries):
    assert evening(entries, "6 . c s 7 n u L") <= 9
    noes = {f"f.{slug}": False for slug in ("alcohol", "exercise", "sitting", "antihistamine")}
    assert kept(entries) == {**ORDINARY, **noes}
    assert entries.journal.browse.usual_taken(entries.journal.tonight)


def morning(entries: Entries, clock, keys: str) -> int:
    """Type the morning after an evening and an episode down to its Enter, and say how many keys it took."""
    night = entries.journal.tonight
    entries.save(night, typed("6 .", entries.sheet(night)), LIGHTS_OUT)
    clock.set("2026-11-20T03:10")
    entries.journal.record.awake(clock.now(), {"severity": 5, "minutes": 10})
    clock.set("2026-11-20T06:50")
    mornings = Mornings(entries.journal, MemoryDrafts())
    *form_keys, last = keys_of(keys)
    assert last == "enter"
    sheet = mornings.sheet(night)
    mornings.save(sheet, typed_in_the_morning("".join(form_keys), sheet, mornings.unsaved(night)))
    return len(form_keys) + 1


CONFIRMED = {
    "severity": 6,
    "onset": "2026-11-19T21:45+01:00",
    "lights_out": "2026-11-19T22:40+01:00",
    "nwak": 1,
    "final_wake": "2026-11-20T06:50+01:00",
    "quality": 3,
    "rested": 2,
    "disturbed": 6,
    "morning_at": "2026-11-20T06:50+01:00",
}


def test_an_ordinary_morning_is_confirmed_with_four_keys(entries, clock):
    assert morning(entries, clock, "3 2 6 <enter>") == 4
    assert kept(entries) == CONFIRMED


def test_a_morning_with_every_measure_but_the_time_in_bed_takes_eight(entries, clock):
    assert morning(entries, clock, "3 2 6 20 m . <enter>") == 8
    assert kept(entries) == {**CONFIRMED, "sol_min": 20, "waso_min": 10}
    assert entries.journal.browse.page(entries.journal.tonight).sleep.tst == 460
