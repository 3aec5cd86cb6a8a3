"""What the charts read from the journal."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.ports import Change
from stillnight.journal.charting import has_nights, logged_dates, read_chart, read_events

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
WEDNESDAY = date(2026, 11, 18)


@pytest.fixture
def logged(journal):
    journal.record.amend(WEDNESDAY, {"severity": 4})
    return journal


def wake(journal, night: str, at: str) -> None:
    values = {"night": night, "at": at, "severity": 7}
    journal.desk.store.write("wake", [Change("episodes", 5, name, value) for name, value in values.items()])


def test_a_night_brings_its_answers_episodes_and_lateness(logged):
    wake(logged, "2026-11-18", "2026-11-19T02:10+01:00")
    [(day, night)] = read_chart(logged, FIRST, LAST).items()
    assert (day, night.severity, night.worst, night.is_late) == (WEDNESDAY, 4, 7, True)


def test_a_night_of_which_only_an_episode_is_known_is_there(journal):
    wake(journal, "2026-11-18", "2026-11-19T02:10+01:00")
    night = read_chart(journal, FIRST, LAST)[WEDNESDAY]
    assert (night.severity, night.worst, night.night.logged) == (None, 7, False)
    assert logged_dates(journal) == [WEDNESDAY]
    assert has_nights(journal, logged_dates(journal), WEDNESDAY, WEDNESDAY)


def test_beside_other_nights_an_episode_alone_counts_as_well(logged):
    wake(logged, "2026-11-20", "2026-11-21T02:10+01:00")
    assert has_nights(logged, logged_dates(logged), date(2026, 11, 20), LAST)


def test_a_dose_stands_with_its_night(logged):
    values = {"night": "2026-11-18", "medicine": 3, "at": "2026-11-18T20:00+01:00"}
    logged.desk.store.write("dose", [Change("doses", 9, name, value) for name, value in values.items()])
    assert len(read_chart(logged, FIRST, LAST)[WEDNESDAY].doses) == 1


def test_a_stretch_has_nights_or_it_has_none(logged):
    dates = logged_dates(logged)
    assert has_nights(logged, dates, WEDNESDAY, LAST)
    assert not has_nights(logged, dates, date(2026, 11, 19), LAST)
    assert not has_nights(logged, dates, FIRST, date(2026, 11, 17))


def test_what_happened_is_told_oldest_first(journal):
    journal.ledgers.add_medicine("iron", start=date(2026, 11, 3))
    journal.ledgers.add_mark(date(2026, 10, 1), "flight")
    assert [event.words for event in read_events(journal)] == ["flight", "iron begun"]
