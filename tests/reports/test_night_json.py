"""The one JSON shape of a night."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.worlds import FACTORS, new_journal

from stillnight.domain.errors import BadInput
from stillnight.domain.night import Night
from stillnight.reports.night_json import fields_of_object, left_out, night_object

NIGHT = date(2026, 11, 19)


def _shape(day: date = NIGHT, **values: object) -> dict:
    journal = new_journal({day: values})
    return night_object(journal.browse.night(day), (), journal.desk.frame(day), FACTORS)


def test_the_fields_stand_in_the_order_of_the_form_and_the_factors_last():
    shape = _shape(
        note="calm", severity=6, evening_at="2026-11-19T22:40+01:00", **{"f.stress": 7, "f.caffeine": 2}
    )
    assert list(shape) == ["night", "severity", "note", "evening_at", "factors"]
    assert shape["factors"] == {"caffeine": 2, "stress": 7}


@pytest.mark.parametrize(
    ("day", "stored", "written"),
    [
        (NIGHT, "2026-11-19T21:30+01:00", "21:30"),
        (NIGHT, "2026-11-20T03:10+01:00", "03:10"),
        (NIGHT, "2026-11-19T21:30+02:00", "2026-11-19T21:30+02:00"),
        (NIGHT, "not_yet", "not_yet"),
        (date(2026, 10, 24), "2026-10-25T02:30+02:00", "02:30"),
        (date(2026, 10, 24), "2026-10-25T02:30+01:00", "2026-10-25T02:30+01:00"),
        (date(2026, 3, 28), "2026-03-29T02:30+01:00", "2026-03-29T02:30+01:00"),
        (NIGHT, "nonsense", "nonsense"),
    ],
)
def test_a_time_is_short_only_where_it_reads_back_as_the_same_moment(day, stored, written):
    assert _shape(day, severity=6, onset=stored)["onset"] == written


def test_a_factors_time_is_looked_for_in_the_day_before_the_night():
    assert _shape(**{"f.caffeine": 2, "f.caffeine.at": "2026-11-19T09:15+01:00"})["factors"] == {
        "caffeine": 2,
        "caffeine.at": "09:15",
    }


def test_the_time_of_a_form_is_always_whole():
    assert _shape(severity=6, evening_at="2026-11-19T22:40+01:00")["evening_at"] == "2026-11-19T22:40+01:00"


def test_a_note_that_looks_like_a_time_stays_a_note():
    assert _shape(note="2026-11-19T21:30+01:00")["note"] == "2026-11-19T21:30+01:00"


def test_a_null_is_written_where_reading_would_fill_something_in():
    assert _shape(severity=0, source="hand")["onset"] is None
    assert _shape(severity=3)["source"] is None
    assert "source" not in _shape(severity=3, evening_at="2026-11-19T22:40+01:00")


def test_a_night_without_an_entry_is_its_date_alone():
    journal = new_journal()
    assert night_object(Night(NIGHT, logged=False), (), journal.desk.frame(NIGHT), FACTORS) == {
        "night": "2026-11-19"
    }


def test_the_fields_are_read_out_of_the_shape():
    shape = {
        "night": "2026-11-19",
        "severity": 6,
        "factors": {"caffeine": 2, "caffeine.at": "15:30"},
        "episodes": [],
    }
    assert fields_of_object(shape) == {"severity": 6, "f.caffeine": 2, "f.caffeine.at": "15:30"}


def test_a_factor_may_stand_under_its_fields_name_but_not_twice():
    assert fields_of_object({"f.caffeine": 2}) == {"f.caffeine": 2}
    with pytest.raises(BadInput, match="twice"):
        fields_of_object({"f.caffeine": 2, "factors": {"caffeine": 2}})


@pytest.mark.parametrize("factors", [[], "caffeine", 3, True])
def test_factors_are_an_object(factors):
    with pytest.raises(BadInput, match="factors"):
        fields_of_object({"factors": factors})


def test_what_has_no_word_is_named():
    assert left_out(Night(NIGHT, {"date": "2026-11-19", "severity": 3, "moon": "full", "f.x": 1})) == ["moon"]
