"""All tips as they stand tonight."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.worlds import new_journal
from tests.rules.seeds import seed_library as library

from stillnight.journal.suggestions.knowledge import suggestions
from stillnight.journal.suggestions.tip_shelf import Stand, shelve

TONIGHT = date(2026, 11, 19)


@pytest.fixture
def journal():
    return new_journal({TONIGHT: {"severity": 6}})


def shelf(journal, trials=None):
    return {one.tip.id: one for one in shelve(journal, library(), trials or {})}


def test_every_tip_is_on_the_shelf_once(journal):
    assert sorted(one.tip.id for one in shelve(journal, library(), {})) == sorted(library().tips)


def test_what_fits_now_comes_first_in_the_order_in_which_it_is_offered(journal):
    offered = suggestions(journal, library())
    now = [one.tip.id for one in shelf(journal).values() if one.stand is Stand.NOW]
    assert now == [offered.tip.id, *(tip.id for tip in offered.more_tips)]
    assert list(shelf(journal))[: len(now)] == now


def test_what_is_gated_stays_at_the_end_with_its_reason(journal):
    journal.ledgers.set_profile({"falls": True})
    walk = shelf(journal)["walk"]
    assert walk.stand is Stand.SHUT
    assert walk.shut.reason
    assert list(shelf(journal).values())[-1].stand is Stand.SHUT


def test_another_version_is_named_with_what_it_is_a_version_of_and_offered_where_that_is_shut(journal):
    seated = shelf(journal)["calf_stretch_seated"]
    assert (seated.stand, seated.original) == (Stand.VERSION, library().tips["calf_stretch"].title)
    journal.ledgers.set_profile({"falls": True})
    assert shelf(journal)["calf_stretch_seated"].stand is Stand.NOW


def test_what_was_put_off_says_so_and_comes_back_on_its_day(journal):
    journal.ledgers.snooze("walk", date(2026, 11, 25))
    assert shelf(journal)["walk"].stand is Stand.AWAY
    journal.ledgers.snooze("walk", TONIGHT)
    assert shelf(journal)["walk"].stand is Stand.NOW


def test_beside_a_red_flag_that_asks_for_help_nothing_fits_now(journal):
    journal.ledgers.tick("one_leg_swollen", TONIGHT)
    stands = {one.stand for one in shelf(journal).values()}
    assert Stand.WAITS in stands
    assert stands <= {Stand.WAITS, Stand.INFO, Stand.SHUT}, "what is for another time waits, too"


def test_what_needs_a_clinician_is_told_and_never_tested(journal):
    told = shelf(journal, {"compression": "massage"})["compression"]
    assert (told.stand, told.trial) == (Stand.INFO, "")


def test_own_use_and_rating_stand_beside_a_tip_with_its_sessions_and_its_trial(journal):
    for number, day in enumerate((12, 14)):
        values = {"night": f"2026-11-{day}", "at": f"2026-11-{day}T23:50:00+01:00", "relief": "walk"}
        journal.desk.put("bout", "episodes", number + 1, {**values, "severity": 5})
    journal.desk.put("rating", "reliefs", 1, {"relief": "walk", "rating": 4})
    walk = shelf(journal, {"walk": "walk"})["walk"]
    assert (walk.times, walk.last, walk.rating, walk.trial) == (2, date(2026, 11, 14), 4, "walk")
    assert {guide.tip for guide in shelf(journal)["calf_stretch"].guides} == {"calf_stretch"}
