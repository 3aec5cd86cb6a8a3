"""Reading the nights that are searched."""

from __future__ import annotations

from datetime import date

from stillnight.journal.finding.folio import read_folios, read_slices


def test_nights_come_newest_first_with_what_belongs_to_them(journal, write, store):
    write("2026-11-16", severity=3, note="windy")
    write("2026-11-17", severity=4)
    store.records["episodes", 1] = {"night": "2026-11-15", "at": "2026-11-16T02:10+01:00", "severity": 8}
    found = read_folios(journal, date.min, date.max)
    assert [(str(one.date), one.worst, one.night.logged) for one in found] == [
        ("2026-11-17", 4, True),
        ("2026-11-16", 3, True),
        ("2026-11-15", 8, False),
    ]


def test_slices_together_are_the_whole_journal(journal, write, store):
    for day in range(1, 20):
        write(f"2026-11-{day:02}", severity=day % 10)
    for number, day in enumerate(("2026-10-02", "2026-11-08", "2026-11-25")):
        store.records["marks", number] = {"date": day, "kind": "flight"}
    whole = read_folios(journal, date.min, date.max)
    assert len(whole) == 21
    for nights in (1, 5, 19, 400):
        assert [one for some in read_slices(journal, nights) for one in some] == whole


def test_a_session_is_found_by_what_was_done_though_nothing_else_is_on_record(journal, store):
    at = "2026-11-18T21:00+01:00"
    store.records["sessions", 1] = {"night": "2026-11-18", "at": at, "relief": "foot_massager"}
    (one,) = read_folios(journal, date.min, date.max)
    assert (one.passages, one.episodes) == ([("relief", "foot massager")], ())


def test_an_empty_journal_is_one_empty_slice(journal):
    assert list(read_slices(journal)) == [[]]


def test_a_mark_without_an_entry_is_found_in_an_empty_journal(journal, store):
    store.records["marks", 1] = {"date": "2026-11-08", "kind": "flight"}
    assert [str(one.date) for some in read_slices(journal) for one in some] == ["2026-11-08"]
