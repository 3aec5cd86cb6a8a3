"""Dated marks from the command line."""

from __future__ import annotations

import json

import pytest


def test_a_mark_is_added_listed_and_shown_with_its_night(sn):
    assert sn("mark", "add", "flight", "to Lisbon", "--date", "yesterday").out.endswith(
        "mark: 2026-11-18  flight: to Lisbon\n"
    )
    sn("log", "3", "--night", "yesterday")
    assert sn("mark").out == " 1  2026-11-18  flight: to Lisbon\n"
    assert "  Marked      flight: to Lisbon\n" in sn("show", "yesterday").out
    assert json.loads(sn("show", "yesterday", "--json").out)["marks"] == ["flight: to Lisbon"]
    assert "marks" not in json.loads(sn("show", "--json").out)


def test_a_mark_is_shown_on_a_night_without_an_entry(sn):
    sn("mark", "add", "donation")
    assert sn("show").out.endswith("2026\n  Marked      donation\n")


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        (["donation"], {"kind": "donation"}),
        (["new", "job"], {"kind": "new_job"}),
        (["new job at the library"], {"kind": "new_job", "text": "at the library"}),
        (["moved house"], {"kind": "moved house"}),
        (["moved", "house"], {"kind": "moved house"}),
    ],
)
def test_known_kinds_and_words_of_ones_own_are_marks(sn, words, shape):
    sn("mark", "add", *words)
    assert json.loads(sn("mark", "list", "--json").out) == [{"date": "2026-11-19", **shape}]


def test_a_mark_is_removed_by_its_words_or_number_and_brought_back(sn):
    sn("mark", "add", "new job")
    assert sn("mark", "remove", "new", "job").out.endswith("mark removed: 2026-11-19  new job\n")
    assert sn("mark").out.startswith("no marks yet")
    sn("undo")
    assert sn("mark", "remove", "1").code == 0


def test_a_donation_is_what_the_rules_read(sn):
    sn("mark", "add", "blood donation", "--date", "2026-10-01")
    assert json.loads(sn("mark", "--json").out)[0]["kind"] == "donation"


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (("add",), "stillnight mark add flight"),
        (("remove",), "stillnight mark list"),
        (("remove", "flight"), "no mark is called 'flight'"),
        (("remove", "1", "--date", "today"), "--date belongs to mark add"),
        (("add", "flight", "--date", "soon"), "date: 'soon' does not fit"),
        (("list", "flight"), "mark list does not take 'flight'"),
    ],
)
def test_the_line_of_refusal_says_the_way_out(sn, argv, hint):
    answer = sn("mark", *argv)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert hint in answer.err


def test_the_date_may_stand_before_the_words(sn):
    assert sn("mark", "add", "--date", "2026-11-01", "flight", "to Rome").code == 0
    assert "flight: to Rome" in sn("mark").out


def test_a_long_sit_tomorrow_is_on_the_cards_of_tonight(sn):
    said = sn("mark", "add", "flight, 5 h", "--date", "2026-11-20").out
    assert "mark: 2026-11-20  flight: 5 h" in said
    assert "From the evening before" in said
    assert "Tomorrow, Fri 20 Nov: flight, 5 h." in sn("suggest").out
    assert json.loads(sn("suggest", "--json").out)["plan"]["id"] == "A03D"


@pytest.mark.parametrize(
    ("typed", "day"),
    [("20 Nov", "2026-11-20"), ("2.2.", "2027-02-02"), ("18 Nov", "2026-11-18"), ("1 June", "2026-06-01")],
)
def test_a_day_without_a_year_is_the_nearest_one_since_a_mark_can_be_planned(sn, typed, day):
    assert f"mark: {day}  flight" in sn("mark", "add", "flight", "--date", typed).out


def test_a_mark_can_be_for_tomorrow(sn):
    assert "2026-11-20  long sit: 90 min" in sn("mark", "add", "long sit", "90 min", "--date", "tomorrow").out
    assert "From the evening before" not in sn("mark", "add", "flight", "40 min", "--date", "tomorrow").out
