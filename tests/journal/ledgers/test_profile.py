"""What somebody says of themselves, on Thursday 19 November 2026."""

from __future__ import annotations

import pytest
from tests.journal.memory_store import MemoryStore

from stillnight.domain.profile import profile_on


def test_yes_no_and_not_asked_are_three_things(journal):
    journal.ledgers.set_profile({"ckd": True, "falls": False})
    assert journal.ledgers.profile() == {"ckd": True, "falls": False}
    journal.ledgers.set_profile({"falls": None})
    assert journal.ledgers.profile() == {"ckd": True}


def test_a_week_is_kept_with_the_day_it_was_said_and_ages(journal, clock):
    journal.ledgers.set_profile({"pregnant_week": 20})
    assert journal.ledgers.profile() == {"pregnant_week": 20, "pregnant_week.at": "2026-11-19"}
    clock.advance(days=15)
    assert profile_on(journal.ledgers.profile(), journal.desk.today) == {"pregnant_week": 22}


@pytest.mark.parametrize("answer", [False, None])
def test_a_no_and_no_answer_have_no_day(journal, answer):
    journal.ledgers.set_profile({"pregnant_week": 20})
    journal.ledgers.set_profile({"pregnant_week": answer})
    assert journal.ledgers.profile() == ({} if answer is None else {"pregnant_week": False})


def test_the_same_week_said_again_later_counts_from_then(journal, clock):
    journal.ledgers.set_profile({"postpartum_weeks": 2})
    clock.advance(days=7)
    journal.ledgers.set_profile({"postpartum_weeks": 2})
    assert profile_on(journal.ledgers.profile(), journal.desk.today) == {"postpartum_weeks": 2}


@pytest.mark.parametrize(("answer", "left"), [(False, ["implant"]), (True, ["implant"]), (None, ["implant"])])
def test_an_answer_takes_the_place_of_what_an_older_journal_listed(journal, store: MemoryStore, answer, left):
    store.records["profile", 1] = {"conditions": ["ckd", "implant"]}
    journal.ledgers.set_profile({"ckd": answer})
    profile = journal.ledgers.profile()
    assert (profile.get("ckd"), profile["conditions"]) == (answer, left)
    journal.undo()
    assert journal.ledgers.profile() == {"conditions": ["ckd", "implant"]}


def test_the_last_of_an_old_list_takes_the_list_along(journal, store):
    store.records["profile", 1] = {"conditions": ["ckd"]}
    journal.ledgers.set_profile({"ckd": False})
    assert journal.ledgers.profile() == {"ckd": False}
