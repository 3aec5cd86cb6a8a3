"""The blood tests of a journal, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import BadInput, FieldError

DAY = date(2026, 11, 2)


@pytest.fixture
def ferritin(journal):
    journal.ledgers.add_lab(DAY, "ferritin", 42, ill=True, lab="Lab  by the station")
    return journal.ledgers.labs()[0]


def test_a_result_is_kept_with_the_lab_it_is_from(journal, ferritin):
    assert journal.desk.store.get("labs", ferritin.id) == {
        "date": "2026-11-02", "kind": "ferritin", "value": 42, "unit": "ug/L", "ill": True,
        "lab": "Lab by the station",
    }  # fmt: skip


def test_only_what_is_named_is_mended_and_undo_takes_it_back(journal, ferritin):
    assert journal.ledgers.edit_lab(ferritin, value=24.0, ill=None).changed == 2
    assert journal.ledgers.labs() == [ferritin._replace(value=24.0, ill=None)]
    journal.undo()
    assert journal.ledgers.labs() == [ferritin]


@pytest.mark.parametrize("changed", [{"value": 0}, {"date": date(2026, 11, 20)}, {"lab": "x" * 61}])
def test_what_does_not_fit_is_refused(journal, ferritin, changed):
    with pytest.raises(FieldError):
        journal.ledgers.edit_lab(ferritin, **changed)
    assert journal.ledgers.labs() == [ferritin]


def test_a_result_is_removed_and_undo_brings_it_back(journal, ferritin):
    journal.ledgers.remove_lab(ferritin)
    assert journal.ledgers.labs() == []
    journal.undo()
    assert journal.ledgers.labs() == [ferritin]


def test_a_result_is_found_by_its_kind_or_by_its_number(journal, ferritin):
    journal.ledgers.add_lab(date(2026, 5, 2), "tsat", 18)
    assert journal.ledgers.find_lab("Ferritin") == ferritin
    assert journal.ledgers.find_lab("2") == ferritin
    assert journal.ledgers.find_lab("1").kind == "tsat"


def test_of_two_of_a_kind_the_number_is_asked_for(journal, ferritin):
    journal.ledgers.add_lab(date(2025, 5, 2), "ferritin", 18)
    with pytest.raises(BadInput, match="could be 1 or 2 of stillnight lab list"):
        journal.ledgers.find_lab("ferritin")
