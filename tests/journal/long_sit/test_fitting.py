"""The card the evening before a long sit: what was used before, and nothing that a gate shuts."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.seeds import seed_library

from stillnight.domain.moment import Moment
from stillnight.journal.long_sit.fitting import NO_PROOF
from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.suggest import card_text
from stillnight.rules.rule import Finding

LIBRARY = seed_library()
TOMORROW = date(2026, 11, 20)


def plan(journal, moment: Moment = Moment.EVENING) -> Finding | None:
    return suggestions(journal, LIBRARY, moment).plan


@pytest.fixture
def flying(journal):
    journal.ledgers.add_mark(TOMORROW, "flight", "5 h")
    return journal


def test_without_a_long_sit_there_is_no_card(journal):
    journal.ledgers.add_mark(TOMORROW, "new_job")
    assert plan(journal) is None


def test_the_card_says_when_and_what_fits_a_seat(flying):
    found = plan(flying)
    assert found.rule.id == "A03D"
    assert found.seen[0] == "Tomorrow, Fri 20 Nov: flight, 5 h."
    assert "stand up and move" in found.seen[1]
    assert LIBRARY.tips["walk"].title[1:] not in found.seen[1]
    assert "--every 45" in "\n".join(card_text(found, LIBRARY.sources))


def test_what_was_used_before_stands_first_with_the_own_rating_and_no_proof(flying):
    store = flying.desk.store
    for id, after in ((1, 3), (2, 4)):
        store.records["episodes", id] = {
            "night": "2026-11-10", "at": f"2026-11-10T22:0{id}+01:00", "severity": 6, "relief": "sit_break",
            "after": after,
        }  # fmt: skip
    store.records["reliefs", 1] = {"relief": "alert_mind", "rating": 5}
    first, proof, *_ = plan(flying).seen
    assert first == (
        "Tomorrow, Fri 20 Nov: flight, 5 h. Used before: puzzle, game, book or chat while sitting, "
        "your rating 5 of 5; stand up and move, twice."
    )
    assert proof == NO_PROOF


def test_what_a_gate_shuts_is_not_named_and_its_sitting_version_is(flying):
    standing, sitting = "stand up and move", "move the feet where you sit"
    named = " ".join(plan(flying).seen)
    assert (standing in named, sitting in named) == (True, False)
    flying.ledgers.set_profile({"falls": True})
    named = " ".join(plan(flying).seen)
    assert (standing in named, sitting in named) == (False, True)


def test_it_has_a_place_of_its_own_beside_the_one_rule(flying):
    flying.record.amend(date(2026, 11, 19), {"severity": 6})
    found = suggestions(flying, LIBRARY, Moment.EVENING)
    assert found.plan is not None
    assert found.rule is not None
    assert found.rule.rule.id == "I00"
    assert found.plan not in found.others


def test_it_is_put_off_for_this_sit_alone(flying):
    flying.ledgers.snooze(plan(flying).key, None)
    assert plan(flying) is None
    flying.ledgers.add_mark(date(2026, 11, 19), "theatre", "3 h")
    assert plan(flying).occasion == "2026-11-19"


def test_beside_a_red_flag_that_cannot_wait_it_is_silent(flying):
    flying.ledgers.tick("chest_pain", flying.desk.today)
    assert plan(flying) is None
