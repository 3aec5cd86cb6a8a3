"""The form before the evening begins: it offers the rating of the day and wants nothing else yet."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.form.drafts import MemoryDrafts
from tests.journal.form.keyboard import keys_of, sheet

from stillnight.journal.form.afternoon import of_the_afternoon
from stillnight.journal.form.entry import Entries
from stillnight.journal.form.keys import press
from stillnight.journal.form.state import FormState

TONIGHT = date(2026, 11, 19)


@pytest.fixture
def entries(journal, clock):
    clock.set("2026-11-19T15:04")
    return Entries(journal, MemoryDrafts())


def timed(entries, keys, state=None):
    """Keys typed into tonight's form, timed after each as the screen does."""
    sheet, state = entries.sheet(TONIGHT), state or FormState()
    for key in keys_of(keys):
        state = entries.timed(press(state, sheet, key) or state, sheet)
    return state


def test_a_key_and_a_digit_rate_the_day_and_enter_saves_it(entries):
    state = timed(entries, "s6")
    assert dict(state.draft) == {"f.stress": 6, "f.stress.at": "2026-11-19T15:04+01:00"}
    entries.save(TONIGHT, state)
    assert entries.journal.browse.night(TONIGHT).is_day_only


def test_it_counts_from_when_it_was_typed_not_from_when_it_was_saved(entries, clock):
    state = timed(entries, "s6")
    clock.set("2026-11-19T22:40")
    entries.save(TONIGHT, timed(entries, "4", state.at("urge")))
    night = entries.journal.browse.night(TONIGHT)
    assert night.get("f.stress.at") == "2026-11-19T15:04+01:00"
    assert night.get("evening_at") == "2026-11-19T22:40+01:00"


def test_typed_anew_in_the_evening_it_is_one_of_the_evening(entries, clock):
    entries.save(TONIGHT, timed(entries, "s6"))
    clock.set("2026-11-19T21:15")
    # the letter again is a no, and once more not asked
    state = timed(entries, "sss9")
    assert dict(state.draft) == {"f.stress": 9, "f.stress.at": "2026-11-19T21:15+01:00"}


def test_another_digit_before_it_is_saved_was_made_when_it_was_typed(entries, clock):
    state = timed(entries, "s6")
    clock.set("2026-11-19T16:30")
    assert timed(entries, "8", state).draft["f.stress.at"] == "2026-11-19T16:30+01:00"


def test_a_slip_in_the_evening_taken_back_leaves_the_afternoons_time(entries, clock):
    entries.save(TONIGHT, timed(entries, "s6"))
    clock.set("2026-11-19T21:15")
    assert dict(timed(entries, "sss96").draft) == {}


def test_it_is_afternoon_until_six_on_the_day_of_that_night_only(entries, clock):
    assert entries.sheet(TONIGHT).is_afternoon
    assert not entries.sheet(date(2026, 11, 18)).is_afternoon
    assert not entries.sheet(TONIGHT, is_awake=True).is_afternoon
    clock.set("2026-11-19T18:00")
    assert not entries.sheet(TONIGHT).is_afternoon


def test_after_a_very_bad_night_the_evening_stays_one_question(entries, journal, clock):
    journal.record.amend(date(2026, 11, 18), {"severity": 9})
    entries.save(TONIGHT, timed(entries, "s6"))
    clock.set("2026-11-19T22:40")
    assert entries.sheet(TONIGHT).is_brief


def test_a_line_offers_the_rating_until_it_is_made():
    offered = of_the_afternoon(FormState(), sheet(is_afternoon=True))
    assert offered == "s, then a digit, rates the day's stress now (counts in full) · urge 0-9, x is 10"
    assert of_the_afternoon(FormState(), sheet({"f.stress": 6}, is_afternoon=True)) == ""


def test_where_no_rating_is_asked_nothing_is_offered():
    bare = sheet(is_afternoon=True)
    factors = tuple(factor for factor in bare.factors if factor.slug != "stress")
    assert of_the_afternoon(FormState(), sheet().__class__(bare.night, bare.frame, factors)) == ""


def test_once_it_is_typed_the_rest_can_wait(entries):
    state = timed(entries, "s6")
    assert of_the_afternoon(state, entries.sheet(TONIGHT)).startswith("Enter saves the rating")
    assert of_the_afternoon(timed(entries, "c", state), entries.sheet(TONIGHT)) == ""
