"""Many nights at once: what would change, and then one deed."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.worlds import new_journal, nights_of

from stillnight.domain.errors import BadInput, StoreError
from stillnight.journal.intake import Arrival, plan_intake, take_in

FIRST, SECOND = date(2026, 11, 17), date(2026, 11, 18)


def test_a_plan_tells_added_changed_and_same_and_writes_nothing():
    journal = new_journal({FIRST: {"severity": 3}, SECOND: {"severity": 4}})
    arrivals = [
        Arrival(date(2026, 11, 1), {"severity": 1}),
        Arrival(FIRST, {"severity": 5}),
        Arrival(SECOND, {"severity": 4}),
    ]
    before = nights_of(journal)
    plan = plan_intake(journal, arrivals)
    assert (plan.added, dict(plan.changed), plan.same) == ([date(2026, 11, 1)], {FIRST: ["severity"]}, 1)
    assert nights_of(journal) == before


def test_one_undo_takes_a_whole_import_back():
    journal = new_journal()
    take_in(
        journal, plan_intake(journal, [Arrival(FIRST, {"severity": 1}), Arrival(SECOND, {"severity": 2})])
    )
    assert len(nights_of(journal)) == 2
    journal.undo()
    assert nights_of(journal) == {}


def test_a_failure_takes_nothing_in():
    journal = new_journal()
    journal.desk.store.broken = "the disk is full"
    with pytest.raises(StoreError):
        take_in(journal, plan_intake(journal, [Arrival(FIRST, {"severity": 1})]))
    assert nights_of(journal) == {}


@pytest.mark.parametrize(
    ("values", "source"),
    [
        ({"severity": 1}, "import"),
        ({"severity": 1, "source": "hand"}, "hand"),
        ({"severity": 1, "source": None}, None),
        ({"severity": 1, "evening_at": "2026-11-17T22:00+01:00"}, None),
        ({"quality": 1, "morning_at": "2026-11-18T08:00+01:00"}, None),
    ],
)
def test_a_new_night_is_an_import_unless_the_line_knows_better(values, source):
    journal = new_journal()
    take_in(journal, plan_intake(journal, [Arrival(FIRST, values)]))
    assert journal.browse.night(FIRST).get("source") == source


def test_a_night_that_was_typed_stays_typed():
    journal = new_journal({FIRST: {"severity": 3}})
    take_in(journal, plan_intake(journal, [Arrival(FIRST, {"pain": 1})]))
    assert journal.browse.night(FIRST).get("source") is None


def test_no_urge_has_no_onset_unless_the_line_leaves_it_open():
    journal = new_journal()
    take_in(
        journal,
        plan_intake(
            journal, [Arrival(FIRST, {"severity": 0}), Arrival(SECOND, {"severity": 0, "onset": None})]
        ),
    )
    assert journal.browse.night(FIRST).get("onset") == "none"
    assert journal.browse.night(SECOND).get("onset") is None


def test_a_night_to_come_is_refused_unless_it_is_there_or_meant():
    later = date(2026, 12, 24)
    with pytest.raises(BadInput, match="still to come"):
        plan_intake(new_journal(), [Arrival(later, {"severity": 1})])
    assert plan_intake(new_journal(), [Arrival(later, {"severity": 1})], allow_future=True).added == [later]
    assert plan_intake(new_journal({later: {"severity": 2}}), [Arrival(later, {"severity": 1})]).changed


def test_episodes_on_record_are_read_once_however_many_nights_bring_some(monkeypatch):
    journal = new_journal()
    arrivals = [
        Arrival(night, {"severity": 1}, [{"night": night.isoformat(), "at": f"{night}T23:10+01:00"}])
        for night in (FIRST, SECOND, date(2026, 11, 16))
    ]
    take_in(journal, plan_intake(journal, arrivals))
    between, asked = journal.desk.store.between, []
    monkeypatch.setattr(journal.desk.store, "between", lambda *of: asked.append(of) or between(*of))
    assert plan_intake(journal, arrivals).same == 3
    assert asked == [("episodes", date(2026, 11, 16), SECOND)]
