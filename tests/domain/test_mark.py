"""Dated marks."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.mark import Mark, mark_of, read_mark

DAY = date(2026, 11, 19)


def test_a_mark_is_a_day_and_what_it_was():
    record = {"date": "2026-11-19", "kind": "flight", "text": "to Lisbon"}
    assert mark_of(record, 7) == Mark(DAY, "flight", "to Lisbon", 7)
    assert mark_of({"date": "2026-11-19", "kind": "moved house"}) == Mark(DAY, "moved house")


@pytest.mark.parametrize(
    "slip", [{"date": "soon"}, {"date": None}, {"kind": ""}, {"kind": 7}, {"kind": None}]
)
def test_a_mark_that_is_not_whole_is_none(slip):
    assert mark_of({"date": "2026-11-19", "kind": "flight"} | slip) is None


def test_words_that_are_none_are_left_out():
    assert mark_of({"date": "2026-11-19", "kind": "flight", "text": 7}) == Mark(DAY, "flight")


def test_a_mark_is_told_in_words():
    assert Mark(DAY, "new_job", "at the library").words == "new job: at the library"
    assert Mark(DAY, "flight").words == "flight"


LABELS = {"donation": "blood donation", "new_job": "new job", "flight": "flight"}


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("donation", "donation", ""),
        ("Blood donation", "donation", ""),
        ("new job at the library", "new_job", "at the library"),
        ("new_job", "new_job", ""),
        ("Flight: to Lisbon", "flight", "to Lisbon"),
        ("moved  house", "moved house", ""),
        ("new shoes", "new shoes", ""),
        ("", "", ""),
    ],
)
def test_the_kind_is_taken_from_the_beginning_of_what_was_typed(typed, kind, text):
    assert read_mark(typed, LABELS) == (kind, text)
