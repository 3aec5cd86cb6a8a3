"""Red flags in the night moment: ticked by hand, above everything, never to be muted, nothing beside them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.rules.seeds import seed_library

from stillnight.domain.moment import Moment
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.suggest import Suggestions
from stillnight.journal.suggestions.tip_shelf import Stand, shelve

LIBRARY = seed_library()
TONIGHT = date(2026, 11, 19)

NOW = {
    "one_leg_swollen": "RF01", "one_leg_hot": "RF01", "one_leg_pain": "RF01", "breathless": "RF01E",
    "chest_pain": "RF01E", "new_weakness": "RF02", "saddle_numb": "RF02", "bladder_bowel": "RF02",
    "self_harm": "RF03",
}  # fmt: skip
"""The ticks that ask for help today or at once, with their card."""

SOON = {"doze_driving": "RF04", "impulse_change": "RF05", "all_day_restless": "RF06"}
"""The ticks that can wait a few days, with their card where the medicine is on record."""


@pytest.fixture
def night(journal: Journal, clock) -> Journal:
    """Three in the morning, with bad nights, two medicines and a flight tomorrow."""
    for back in range(1, 15):
        journal.record.amend(TONIGHT - timedelta(days=back), {"severity": 7, "f.caffeine": 3})
    journal.ledgers.add_medicine("ropinirole", "dopamine_agonist", start=date(2026, 10, 1))
    journal.ledgers.add_medicine("quetiapine", "antipsychotic", start=date(2026, 11, 10))
    journal.ledgers.add_mark(TONIGHT + timedelta(days=1), "flight", "5 h")
    clock.set("2026-11-20T03:00")
    return journal


def tonight(journal: Journal) -> Suggestions:
    return suggestions(journal, LIBRARY, Moment.NIGHT)


def test_without_a_tick_there_is_something_else_to_show(night):
    found = tonight(night)
    assert found.red_flags == ()
    assert None not in (found.tip, found.rule, found.plan)
    assert Reliefs(night, LIBRARY, LIBRARY.guides).choices(Moment.NIGHT)


@pytest.mark.parametrize(("flag", "rule"), {**NOW, **SOON}.items())
def test_a_tick_is_above_everything_at_night(night, flag, rule):
    night.ledgers.tick(flag, TONIGHT)
    found = tonight(night)
    assert [one.rule.id for one in found.red_flags] == [rule]
    assert found.of_rules[0].rule.id == rule


@pytest.mark.parametrize("flag", NOW)
def test_beside_what_cannot_wait_nothing_is_offered(night, flag):
    night.ledgers.tick(flag, TONIGHT)
    found = tonight(night)
    assert (found.rule, found.pattern, found.tip, found.plan) == (None, None, None, None)
    assert (found.others, found.more_tips, found.more_patterns) == ((), (), ())
    assert Reliefs(night, LIBRARY, LIBRARY.guides).choices(Moment.NIGHT) == []
    assert all(one.stand is not Stand.NOW for one in shelve(night, LIBRARY, {}, Moment.NIGHT))


@pytest.mark.parametrize("flag", SOON)
def test_beside_what_can_wait_until_morning_the_legs_are_helped(night, flag):
    night.ledgers.tick(flag, TONIGHT)
    assert Reliefs(night, LIBRARY, LIBRARY.guides).choices(Moment.NIGHT)


@pytest.mark.parametrize(("flag", "rule"), {**NOW, **SOON}.items())
def test_nothing_mutes_it(night, flag, rule):
    night.ledgers.tick(flag, TONIGHT)
    for key in (rule, tonight(night).red_flags[0].key):
        night.ledgers.snooze(key, None)
        night.ledgers.snooze(key, TONIGHT + timedelta(days=30))
    assert [one.rule.id for one in tonight(night).red_flags] == [rule]


@pytest.mark.parametrize("text", ["chest pain, cannot breathe", "I want to hurt myself", "left leg swollen"])
def test_nothing_is_read_out_of_a_note(night, text):
    night.record.amend(TONIGHT, {"note": text})
    assert tonight(night).red_flags == ()


def test_every_flag_with_a_card_is_held_to_this():
    reading = {flag for flag in LIBRARY.flags if flag != "skin_wound"}
    assert reading == NOW.keys() | SOON.keys()
