"""One door to the use-cases."""

from __future__ import annotations

from datetime import date

import pytest
from tests.clocks import NEW_YORK

from stillnight.domain.news import News

TONIGHT = date(2026, 11, 19)


def test_undo_and_redo_take_one_deed_back_and_forth(journal):
    journal.record.amend(TONIGHT, {"severity": 6})
    journal.record.amend(TONIGHT, {"severity": 2})
    assert journal.undo().label == "night of 2026-11-19"
    assert journal.browse.night(TONIGHT).severity == 6
    journal.redo()
    assert journal.browse.night(TONIGHT).severity == 2


@pytest.mark.parametrize("news", [News(records=2, nights=1, devices=("desk",)), News()])
def test_what_is_new_is_asked_of_the_store(journal, store, news):
    store.news = news
    assert journal.refresh() is news


@pytest.mark.parametrize(
    ("now", "tonight"),
    [
        ("2026-11-19T12:00", "2026-11-19"),
        ("2026-11-20T11:59", "2026-11-19"),
        ("2026-10-25T02:30", "2026-10-24"),
    ],
)
def test_tonight_lasts_until_noon(journal, clock, now, tonight):
    clock.set(now)
    assert journal.tonight.isoformat() == tonight


def test_tonight_is_that_of_the_place_where_the_user_is(journal, clock):
    clock.set("2026-11-19T13:00")
    clock.travel(NEW_YORK)
    assert journal.tonight == date(2026, 11, 18)


def test_a_deed_that_changes_nothing_is_none(journal):
    journal.record.amend(TONIGHT, {"severity": 6})
    journal.record.amend(TONIGHT, {"severity": 6})
    journal.undo()
    assert not journal.browse.night(TONIGHT).logged
