"""What goes out as JSON lines comes back as it was."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.reports.worlds import dates, new_journal, nights_of, records

from stillnight.domain.clock_rule import stamp_text
from stillnight.journal.intake import Plan, plan_intake, take_in
from stillnight.journal.journal import Journal
from stillnight.journal.reliefs.sessions import Begun, finish
from stillnight.journal.reliefs.tables import sessions_in
from stillnight.reports.exporting import Writer
from stillnight.reports.importing import Reader


def _exported(journal: Journal) -> list[bytes]:
    return [line.encode() for line in Writer(journal).lines()]


def _planned(journal: Journal, lines: list[bytes]) -> Plan:
    reader = Reader(journal)
    arrivals = reader.read(lines)
    assert list(reader.problems) == []
    return plan_intake(journal, arrivals)


def _import(journal: Journal, lines: list[bytes]) -> None:
    take_in(journal, _planned(journal, lines))


@st.composite
def diaries(draw: st.DrawFn) -> dict[date, dict]:
    """A few nights of every kind."""
    return {night: draw(records(night)) for night in draw(st.sets(dates(), min_size=1, max_size=4))}


@given(diaries())
def test_an_empty_journal_that_takes_an_export_in_holds_the_same_nights(diary):
    journal, other = new_journal(diary), new_journal()
    _import(other, _exported(journal))
    assert nights_of(other) == nights_of(journal)


@given(diaries())
def test_taking_ones_own_export_in_again_changes_nothing(diary):
    journal = new_journal(diary)
    reader = Reader(journal)
    plan = plan_intake(journal, reader.read(_exported(journal)))
    assert (list(plan.changes), plan.same) == ([], len(diary))


def test_episodes_make_the_journey_once_however_often_they_are_read():
    journal, other = new_journal(), new_journal()
    at = journal.desk.clock.now()
    full = {"severity": 7, "relief": "walk", "minutes": 5, "after": 2, "out_of_bed": True, "completed": False}
    journal.record.awake(at, {**full, "back_at": stamp_text(at + timedelta(minutes=20))})
    journal.record.awake(at, {"severity": 3})
    for _ in range(2):
        _import(other, _exported(journal))
    assert _episodes(other) == _episodes(journal)


def test_a_night_of_bouts_alone_makes_the_journey_without_becoming_an_entry():
    journal, other = new_journal(), new_journal()
    at = datetime(2026, 11, 19, 2, 10, tzinfo=journal.desk.clock.zone)
    journal.record.awake(at, {"severity": 5})
    journal.record.awake(at, {"severity": 5})

    first = _planned(other, _exported(journal))
    take_in(other, first)

    assert first.added == [date(2026, 11, 18)]
    assert nights_of(other) == nights_of(journal) == {}
    assert _episodes(other) == _episodes(journal)
    assert len(_episodes(other)) == 2
    again = _planned(other, _exported(journal))
    assert (list(again.changes), again.added, again.same) == ([], [], 1)


def _episodes(journal: Journal) -> list[dict]:
    found = map(dict, journal.desk.store.all("episodes").values())
    return sorted(found, key=lambda record: record["severity"])


def test_sessions_that_are_no_episode_make_the_journey_once_too():
    journal, other = new_journal(), new_journal()
    at = datetime(2026, 11, 19, 2, 10, tzinfo=journal.desk.clock.zone)
    for number, minutes in ((11, 5), (12, 8)):
        begun = Begun(number, "mindful", at + timedelta(minutes=minutes))
        finish(journal.desk, begun, "Slow breathing", minutes, completed=False)
    assert '"sessions": [{"at": "02:15"' in _exported(journal)[0].decode()
    for _ in range(2):
        _import(other, _exported(journal))
    assert sessions_in(other.desk.store) == sessions_in(journal.desk.store)
    assert nights_of(other) == {}
