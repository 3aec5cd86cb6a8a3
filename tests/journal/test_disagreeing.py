"""Two devices wrote two values of one field: both are told, one is chosen, words can both stay."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.clocks import BERLIN

from stillnight.domain.disagreement import Disagreement, Side
from stillnight.journal.disagreeing import Disagreeing, both, can_both_stay
from stillnight.journal.page_words import page_lines
from stillnight.journal.side_words import differ_words, in_one_line, place_words, value_words, written_words

TONIGHT = 20261119
AT = datetime(2026, 11, 19, 21, 45, tzinfo=UTC)


def open_on(field, *values, table="nights", id=TONIGHT, devices=("desk", "this machine", "phone")):
    sides = tuple(Side(value, AT, device) for value, device in zip(values, devices, strict=False))
    return Disagreement(table, id, field, sides)


@pytest.fixture
def disagreeing(journal):
    return Disagreeing(journal)


@pytest.fixture
def night(store):
    """What is on record of tonight."""
    return lambda: store.get("nights", TONIGHT) or {}


def test_the_newest_night_comes_first_and_other_tables_after_the_nights(disagreeing, store):
    store.open = [
        open_on("name", "a", "b", table="medicines", id=5),
        open_on("severity", 1, 2, id=20261101),
        open_on("pain", 1, 2),
    ]
    assert [one.id for one in disagreeing.open()] == [TONIGHT, 20261101, 5]


def test_a_value_is_taken_and_nobody_disagrees_any_more(disagreeing, store, night):
    store.open = [one := open_on("severity", 4, 6)]
    disagreeing.take(one, one.sides[1])
    assert night()["severity"] == 6
    assert disagreeing.open() == []


def test_an_urge_takes_its_own_onset_along(disagreeing, store, night):
    store.records["nights", TONIGHT] = {"date": "2026-11-19", "severity": 0, "onset": "none"}
    store.open = [urge := open_on("severity", 0, 6), open_on("onset", "none", "2026-11-19T21:30+01:00")]
    disagreeing.take(urge, urge.sides[1])
    assert (night()["severity"], night()["onset"]) == (6, "2026-11-19T21:30+01:00")
    assert disagreeing.open() == []


def test_no_urge_takes_the_onset_back_and_a_no_its_details(disagreeing, store, night):
    store.records["nights", TONIGHT] = {
        "date": "2026-11-19", "severity": 6, "onset": "2026-11-19T21:30+01:00",
        "f.caffeine": 2, "f.caffeine.at": "2026-11-19T15:00+01:00",
    }  # fmt: skip
    store.open = [urge := open_on("severity", 6, 0), coffee := open_on("f.caffeine", 2, False)]
    disagreeing.take(urge, urge.sides[1])
    disagreeing.take(coffee, coffee.sides[1])
    assert (night()["severity"], night()["onset"]) == (0, "none")
    assert (night()["f.caffeine"], night().get("f.caffeine.at")) == (False, None)


def test_what_is_shown_can_be_kept_of_all_at_once(disagreeing, store, night):
    store.open = [open_on("severity", 4, 6), open_on("pain", 1, 2)]
    disagreeing.keep_shown(disagreeing.open())
    assert (night()["severity"], night()["pain"]) == (4, 1)
    assert disagreeing.open() == []


def test_words_can_both_stay_the_older_ones_first(disagreeing, store, night):
    store.open = [one := open_on("note", "rain", "a long walk")]
    disagreeing.take_both(one)
    assert night()["note"] == "a long walk\nrain"


@pytest.mark.parametrize(
    ("values", "together"),
    [
        (("rain and wind", "rain"), "rain and wind"),
        (("rain", "rain and wind"), "rain and wind"),
        (("c", "b", "a"), "a\nb\nc"),
    ],
)
def test_what_one_note_says_already_is_not_said_twice(values, together):
    assert both(open_on("note", *values)) == together


@pytest.mark.parametrize(
    ("field", "values", "can"),
    [("note", ("a", "b"), True), ("note", ("a", None), False), ("severity", (4, 6), False)],
)
def test_only_words_can_both_stay(field, values, can):
    assert can_both_stay(open_on(field, *values)) is can


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("severity", 6, "urge 6"),
        ("onset", "2026-11-19T21:30+01:00", "first at 21:30"),
        ("f.caffeine", 2, "caffeine 2"),
        ("f.caffeine", False, "no caffeine"),
        ("f.caffeine", None, "caffeine: not asked"),
        ("pain", None, "pain: not asked"),
        ("note", "slept well", "note 'slept well'"),
        ("parts", 7, "where 7"),
        ("something else", [1], "something else [1]"),
    ],
)
def test_a_value_is_said_as_it_is_read_elsewhere(journal, field, value, words):
    assert value_words(open_on(field, value, 1), value, journal.ledgers.factors()) == words


def test_a_record_is_told_by_what_people_know_of_it(disagreeing, store):
    store.records["medicines", 5] = {"name": "iron"}
    assert disagreeing.where(open_on("dose_text", "1", "2", table="medicines", id=5)) == "medicines: iron"
    assert disagreeing.where(open_on("severity", 1, 2)) == "night of Thu 19 → Fri 20 Nov"
    assert place_words(open_on("severity", 1, 2, id=20261399), None) == "night 20261399"
    assert place_words(open_on("x", 1, 2, table="medicines", id=5), None) == "medicines: 5"


def test_who_wrote_a_value_is_said_with_the_time_on_the_users_clock():
    assert written_words(Side(6, AT, "desk"), BERLIN) == "desk, Thu 19 Nov 22:45"
    assert written_words(Side(6, None, "an edit by hand"), BERLIN) == "an edit by hand"


def test_a_long_note_is_told_in_one_line():
    line = in_one_line("word\n" * 30)
    assert len(line) <= 40
    assert line.endswith("…")


def test_a_nights_page_marks_what_differs(journal, store):
    journal.record.amend(journal.tonight, {"severity": 4})
    store.open = [open_on("severity", 4, 6)]
    lines = dict(page_lines(journal.browse.page(journal.tonight), journal.ledgers.factors()))
    assert lines["≠ Differs"] == "urge 4 by desk, urge 6 by this machine; nobody has chosen yet"
    store.open = []
    assert "≠ Differs" not in dict(page_lines(journal.browse.page(journal.tonight), {}))


def test_several_are_told_one_after_the_other(journal):
    some = [open_on("severity", 4, 6), open_on("pain", 1, 2)]
    words = differ_words(some, journal.ledgers.factors())
    assert words == "urge 4 by desk, urge 6 by this machine, pain 1 by desk, pain 2 by this machine"
