"""The user's own telephone numbers."""

from __future__ import annotations

import pytest

from stillnight.domain.errors import BadInput, FieldError, UnknownName
from stillnight.journal.journal import Journal


def kept(journal: Journal) -> list[str]:
    return [one.words for one in journal.ledgers.numbers()]


def test_a_number_is_kept_as_it_was_typed_but_for_blanks(journal):
    journal.ledgers.add_number("  night   nurse ", " +44 (20)  7946-0000 ")
    assert kept(journal) == ["night nurse: +44 (20) 7946-0000"]


def test_the_same_number_twice_is_one_and_two_of_a_person_are_two(journal):
    journal.ledgers.add_number("sister", "1")
    journal.ledgers.add_number("Sister", "1")
    journal.ledgers.add_number("sister", "2")
    assert len(kept(journal)) == 2


@pytest.mark.parametrize(("label", "number", "error"), [
    ("", "112", BadInput), ("nurse", "", FieldError), ("nurse", "ask Ada", FieldError),
    ("nurse", "1" * 61, FieldError), ("n" * 61, "112", FieldError),
])  # fmt: skip
def test_what_is_no_number_is_refused(journal, label, number, error):
    with pytest.raises(error):
        journal.ledgers.add_number(label, number)
    assert kept(journal) == []


def test_a_number_is_taken_out_by_whose_it_is_or_its_place_and_undo_brings_it_back(journal):
    journal.ledgers.add_number("nurse", "1")
    journal.ledgers.add_number("sister", "2")
    journal.ledgers.remove_number(journal.ledgers.find_number("2"))
    assert kept(journal) == ["nurse: 1"]
    journal.ledgers.remove_number(journal.ledgers.find_number("nurse"))
    assert kept(journal) == []
    journal.undo()
    assert kept(journal) == ["nurse: 1"]


def test_who_is_not_there_is_said(journal):
    journal.ledgers.add_number("nurse", "1")
    with pytest.raises(UnknownName):
        journal.ledgers.find_number("doctor")


def test_a_record_that_is_not_whole_is_passed_over(journal, store):
    store.records["numbers", 7] = {"label": "nurse"}
    store.records["numbers", 8] = {"label": "nurse", "number": 112}
    assert kept(journal) == []
