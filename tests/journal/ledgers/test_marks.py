"""Dated marks, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import BadInput, FieldError
from stillnight.domain.mark import Mark

DAY = date(2026, 11, 18)


def told(journal):
    return [(mark.date, mark.kind, mark.text) for mark in journal.ledgers.marks()]


def test_marks_are_told_by_date_and_found_on_their_day(journal):
    journal.ledgers.add_mark(DAY, " flight ", "to  Lisbon")
    journal.ledgers.add_mark(date(2026, 3, 1), "moved house")
    assert told(journal) == [(date(2026, 3, 1), "moved house", ""), (DAY, "flight", "to Lisbon")]
    assert [mark.kind for mark in journal.ledgers.marks_on(DAY)] == ["flight"]
    assert journal.ledgers.marks_on(date(2026, 11, 19)) == []


def test_the_same_thing_on_a_day_is_one_mark_on_every_device(journal):
    journal.ledgers.add_mark(DAY, "donation")
    journal.ledgers.add_mark(DAY, "Donation", "at work")
    assert [mark.text for mark in journal.ledgers.marks()] == ["at work"]
    journal.ledgers.add_mark(DAY, "flight")
    assert len(journal.ledgers.marks()) == 2


def test_a_mark_is_mended_as_one_deed(journal):
    journal.ledgers.add_mark(DAY, "flight", "to Lisbon")
    before = journal.ledgers.marks()[0]
    journal.ledgers.edit_mark(before, date(2026, 11, 17), "flight", "to Porto")
    assert told(journal) == [(date(2026, 11, 17), "flight", "to Porto")]
    journal.undo()
    assert journal.ledgers.marks() == [before]
    journal.ledgers.edit_mark(before, DAY, "flight")
    assert told(journal) == [(DAY, "flight", "")]


def test_a_mark_is_removed_and_undo_brings_it_back(journal):
    journal.ledgers.add_mark(DAY, "flight")
    mark = journal.ledgers.find_mark("flight")
    journal.ledgers.remove_mark(mark)
    assert told(journal) == []
    journal.undo()
    assert journal.ledgers.marks() == [mark]


def test_a_mark_is_found_by_its_words_or_its_number(journal):
    journal.ledgers.add_mark(DAY, "new_job")
    for typed in ("new job", "new_job", "New", "1"):
        assert journal.ledgers.find_mark(typed).kind == "new_job"


def test_a_planned_flight_may_be_marked_and_a_slip_of_a_century_may_not(journal):
    journal.ledgers.add_mark(date(2027, 11, 20), "flight")
    with pytest.raises(FieldError, match="a day up to 2027-11-20"):
        journal.ledgers.add_mark(date(2126, 11, 20), "flight")


@pytest.mark.parametrize(("kind", "text"), [("  ", ""), ("x" * 61, ""), ("flight", "x" * 201)])
def test_a_mark_without_words_or_with_too_many_is_refused(journal, kind, text):
    with pytest.raises(BadInput):
        journal.ledgers.add_mark(DAY, kind, text)
    assert told(journal) == []


def test_a_damaged_mark_is_passed_over(journal, store):
    store.records["marks", 7] = {"date": "2026-11-18", "kind": 5}
    store.records["marks", 8] = {"date": "2026-11-18", "kind": "flight"}
    assert journal.ledgers.marks() == [Mark(DAY, "flight", id=8)]


def test_a_mark_stands_on_the_page_of_its_night(journal):
    journal.ledgers.add_mark(DAY, "donation")
    assert [mark.kind for mark in journal.browse.page(DAY).marks] == ["donation"]
