"""From what is worth checking to the cards of the pane."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.reports.worlds import new_journal
from tests.rules.seeds import seed_library

from stillnight.domain.moment import Moment
from stillnight.ui.board import COUNTING, make_board

LIBRARY = seed_library()
TONIGHT = date(2026, 11, 19)


def cards(journal):
    return {card.id: card for card in make_board(journal, LIBRARY, Moment.EVENING).cards}


def test_a_rule_that_lacks_a_field_asks_for_it_and_advises_nothing():
    journal = new_journal({TONIGHT: {"f.caffeine": 2}, date(2026, 11, 18): {"f.caffeine": 2}})
    summary = cards(journal)["C06"].summary
    assert summary.endswith("With the time, caffeine after midday can be judged.")


def test_a_rule_that_saw_something_says_what_to_do():
    summary = cards(new_journal({TONIGHT: {"severity": 5}}))["I00"].summary
    assert summary.startswith("No ferritin in your journal. Was your iron ever measured?")


def test_every_red_flag_has_a_card_that_says_how_soon():
    journal = new_journal()
    for flag in ("one_leg_hot", "doze_driving"):
        journal.ledgers.tick(flag, TONIGHT)
    found = cards(journal)
    assert list(found) == ["RF01", "RF04"]
    assert all(card.is_urgent for card in found.values())
    assert "Please contact your clinician or pharmacist in the next days." in found["RF04"].summary
    assert found["RF04"].sure == "soon"


def test_a_slow_change_on_a_dopamine_medicine_says_how_soon_and_what_changed():
    nights = {TONIGHT - timedelta(days=at): _creeping(at) for at in range(200)}
    journal = new_journal(nights)
    journal.ledgers.add_medicine("ropinirole", "dopamine_agonist", start=TONIGHT - timedelta(days=300))
    (card,) = (card for id, card in cards(journal).items() if id.startswith("M01:"))
    assert card.sure == "soon · grade A"
    assert card.summary.startswith("First felt at about 18:00")
    assert not card.is_urgent


def test_a_long_sit_tomorrow_has_a_card_before_what_can_wait_and_behind_what_should_not():
    journal = new_journal({TONIGHT: {"severity": 5}})
    journal.ledgers.add_mark(TONIGHT + timedelta(days=1), "flight", "5 h")
    found = cards(journal)
    assert list(found)[:2] == ["A03D:2026-11-20", "I00"]
    assert found["A03D:2026-11-20"].summary.startswith("Tomorrow, Fri 20 Nov: flight, 5 h.")

    journal = new_journal({TONIGHT - timedelta(days=at): _creeping(at) for at in range(200)})
    journal.ledgers.add_medicine("ropinirole", "dopamine_agonist", start=TONIGHT - timedelta(days=300))
    journal.ledgers.add_mark(TONIGHT + timedelta(days=1), "flight", "5 h")
    first, second, *_ = cards(journal)
    assert (first[:3], second[:4]) == ("M01", "A03D")


@pytest.mark.parametrize(("first", "nights", "said"), [
    (0, 13, "too early to tell, 13 of 14 rated"),
    (0, 14, COUNTING),
    (200, 13, "too early to tell, 13 of 14 rated"),
    (200, 14, COUNTING),
    (400, 14, "too early to tell, 0 of 14 rated"),
])  # fmt: skip
def test_the_line_below_says_when_the_year_has_too_few_nights(first, nights, said):
    journal = new_journal({TONIGHT - timedelta(days=first + at): {"severity": 4} for at in range(nights)})
    assert said in make_board(journal, LIBRARY, Moment.EVENING).quiet


def _creeping(at):
    urge, clock = (6, "18:00") if at < 45 else (2, "21:30")
    return {"severity": urge, "onset": f"{TONIGHT - timedelta(days=at)}T{clock}+01:00"}
