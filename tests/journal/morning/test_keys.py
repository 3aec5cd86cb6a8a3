"""The morning form by its keys: the night of Thursday 19 November 2026 in Berlin."""

from __future__ import annotations

from datetime import date

import pytest
from tests.journal.morning.mornings import LIGHTS_OUT, WOKE, sheet, typed

from stillnight.journal.morning.keys import press, saved, with_note
from stillnight.journal.morning.rows import ASKED, LABELS, LETTERS, QUESTIONS, ROWS, Row, letter_of
from stillnight.journal.morning.state import MorningState, opened


def draft(keys: str, on=None) -> dict:
    return dict(typed(keys, on).draft)


@pytest.mark.parametrize(
    ("keys", "found", "row"),
    [
        ("", {}, Row.QUALITY),
        ("3", {"quality": 3}, Row.RESTED),
        ("3 2", {"quality": 3, "rested": 2}, Row.DISTURBED),
        ("3 2 x", {"quality": 3, "rested": 2, "disturbed": 10}, Row.ASLEEP),
        ("3 2 6 20", {"quality": 3, "rested": 2, "disturbed": 6, "sol_min": 20}, Row.ASLEEP),
        ("s 120", {"sol_min": 120}, Row.ASLEEP),
        ("s 0", {"sol_min": 0}, Row.ASLEEP),
        ("a 12", {"nwak": 12}, Row.AWAKENINGS),
        ("a 0", {"nwak": 0, "waso_min": 0}, Row.AWAKENINGS),
        ("m 45", {"waso_min": 45}, Row.AWAKE),
        ("w 0630", {"final_wake": "2026-11-20T06:30+01:00"}, Row.QUALITY),
        (
            "326 w 0630",
            {"quality": 3, "rested": 2, "disturbed": 6, "final_wake": "2026-11-20T06:30+01:00"},
            Row.UP,
        ),
        ("<down> 2 6", {"rested": 2, "disturbed": 6}, Row.ASLEEP),
        ("b 0715", {"out_of_bed": "2026-11-20T07:15+01:00"}, Row.QUALITY),
        ("l 2315", {"lights_out": "2026-11-19T23:15+01:00"}, Row.QUALITY),
        ("l 0015", {"lights_out": "2026-11-20T00:15+01:00"}, Row.QUALITY),
        ("b .", {"out_of_bed": WOKE}, Row.QUALITY),
        ("m .", {"waso_min": 15}, Row.QUALITY),
        ("a .", {"nwak": 1}, Row.QUALITY),
        ("w .", {"final_wake": WOKE}, Row.QUALITY),
        ("k", {"kicks_seen": True}, Row.KICKS),
        ("k k", {"kicks_seen": False}, Row.KICKS),
        ("k k k", {}, Row.KICKS),
        ("d 0", {"disturbed": 0}, Row.ASLEEP),
        ("q5 q4", {"quality": 4}, Row.RESTED),
        ("o", {}, Row.NOTE),
        ("<up>", {}, Row.UP),
        ("<down>", {}, Row.RESTED),
        ("s20 <down> 3", {"sol_min": 20, "nwak": 3}, Row.AWAKENINGS),
        ("s20 s35", {"sol_min": 35}, Row.ASLEEP),
    ],
)
def test_keys_fill_the_rows(keys, found, row):
    state = typed(keys)
    assert (dict(state.draft), state.row) == (found, row)
    assert state.message == ""


@pytest.mark.parametrize(
    ("keys", "says", "found"),
    [
        ("6", "quality takes 1 to 5", {}),
        ("x", "quality takes 1 to 5", {}),
        ("r 0", "rested takes 1 to 5", {}),
        ("s 700", "asleep in takes 0 to 600 minutes", {"sol_min": 70}),
        ("a 51", "awakenings takes 0 to 50", {"nwak": 5}),
        ("s x", "x is ten, and answers Disturbed only", {}),
        ("w 2575", "25:75 is no time of this night: four digits, 0000 to 2359", {}),
        ("o 5", "a number belongs to a row above", {}),
        ("k 5", "a number belongs to a row above", {"kicks_seen": True}),
        ("s .", ". takes what a row offers; asleep in has nothing to offer", {}),
        ("<backspace>", "nothing is typed that could be taken back", {}),
    ],
)
def test_a_wrong_key_is_refused_and_answered_on_the_spot(keys, says, found):
    state = typed(keys)
    assert says in state.message
    assert (state.is_refused, dict(state.draft)) == (True, found)
    assert typed("<down>", state=state).message == ""


def test_a_time_that_the_clocks_skip_is_refused_and_said():
    spring = sheet({}, night=date(2026, 3, 28), guesses={}, offers={})
    assert typed("w 0230", spring).message == "02:30 is no time of this night: the clocks skip it"


@pytest.mark.parametrize("key", ["", "tab", "enter", "c", "y", "-", "*", "@", "Q", "é", "²", "٣"])
def test_a_key_without_meaning_is_nobody_s(key):
    assert press(opened(sheet()), sheet(), key) is None


# -- what is known, guessed, offered ---------------------------------------------------------------------


def test_the_cursor_opens_where_only_the_user_knows():
    assert opened(sheet()).row is Row.QUALITY
    assert opened(sheet({"quality": 3, "rested": 2})).row is Row.DISTURBED
    told = {row.value: 3 for row in ASKED if row not in (Row.AWAKENINGS, Row.WOKE)}
    assert opened(sheet(told)).row is Row.NOTE
    assert opened(sheet(told, guesses={})).row is Row.AWAKENINGS


def test_a_guess_is_stored_only_while_it_stands_there():
    on = sheet()
    assert typed("3").stored(on) == {"final_wake": WOKE, "nwak": 1, "quality": 3}
    assert typed("w <backspace>").stored(on)["final_wake"] is None
    assert typed("a <backspace>").stored(on) == {"final_wake": WOKE, "nwak": None}
    assert typed("w 0630").stored(on)["final_wake"] == "2026-11-20T06:30+01:00"


def test_a_guess_that_was_turned_down_can_be_taken_after_all():
    assert typed("w <backspace> w .").stored(sheet())["final_wake"] == WOKE


def test_an_offer_is_never_stored_by_itself():
    assert "out_of_bed" not in typed("3 2 6").stored(sheet())
    assert "waso_min" not in typed("3 2 6").stored(sheet())


def test_what_is_on_record_is_no_guess_and_is_not_written_again():
    on = sheet({"lights_out": LIGHTS_OUT, "final_wake": "2026-11-20T06:30+01:00"})
    state = opened(on)
    assert not state.is_guess(on, Row.WOKE)
    assert state.stored(on) == {"nwak": 1}
    assert state.shown(on, Row.WOKE) == "2026-11-20T06:30+01:00"


@pytest.mark.parametrize(
    ("saved", "more", "expected"),
    [
        ({}, {"guesses": {}}, False),
        ({"severity": 6}, {"guesses": {}}, False),
        ({"lights_out": LIGHTS_OUT}, {"guesses": {}}, True),
        ({"lights_out": LIGHTS_OUT}, {"guesses": {}, "is_confirmed": True}, False),
        ({}, {}, True),
    ],
)
def test_a_plain_enter_confirms_only_where_something_is_known(saved, more, expected):
    on = sheet(saved, **more)
    assert opened(on).has_news(on) is expected


# -- awakenings and the time awake -----------------------------------------------------------------------


def test_never_awake_was_awake_for_no_time_and_a_second_thought_takes_both_back():
    assert draft("a 0") == {"nwak": 0, "waso_min": 0}
    assert draft("a 0 <backspace>") == {"nwak": None}
    assert draft("a 0 a 2") == {"nwak": 2}


def test_a_time_awake_that_was_typed_stays_as_it_is():
    assert draft("m 30 a 0") == {"waso_min": 30, "nwak": 0}
    assert draft("m 30 a 2 a 3") == {"waso_min": 30, "nwak": 3}


def test_awake_after_all_takes_back_the_none_that_is_on_record():
    on = sheet({"nwak": 0, "waso_min": 0}, guesses={})
    assert draft("a 2", on) == {"nwak": 2, "waso_min": None}


# -- Backspace ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "found", "row"),
    [
        ("3 2 <backspace>", {"quality": 3}, Row.RESTED),
        ("3 2 <backspace><backspace>", {}, Row.QUALITY),
        ("w 063 <backspace>", {}, Row.WOKE),
        ("s 12 <backspace>", {"sol_min": 1}, Row.ASLEEP),
        ("s 1 <backspace>", {}, Row.ASLEEP),
        ("b 0715 <backspace>", {}, Row.UP),
        ("3 s 20 <down><backspace>", {"quality": 3, "sol_min": 20, "nwak": None}, Row.AWAKENINGS),
        ("3 2 6 o <backspace>", {"quality": 3, "rested": 2}, Row.DISTURBED),
        ("k <backspace>", {}, Row.KICKS),
    ],
)
def test_backspace_goes_back_and_clears(keys, found, row):
    state = typed(keys)
    assert (dict(state.draft), state.row) == (found, row)


def test_backspace_clears_what_is_on_record_too():
    assert draft("l <backspace>") == {"lights_out": None}


def test_half_a_time_shows_its_digits():
    state = typed("w 06")
    assert (state.digits, state.is_half_typed) == ("06", True)
    assert typed("s 12").is_half_typed is False


# -- after a very bad night -----------------------------------------------------------------------------


def brief():
    return sheet(is_brief=True)


def test_after_a_very_bad_night_one_question_is_asked_and_nothing_else_is_stored():
    on = brief()
    state = opened(on)
    assert (state.row, state.is_brief(on)) == (Row.DISTURBED, True)
    rated = typed("8", on)
    assert (rated.row, rated.stored(on)) == (Row.DISTURBED, {"disturbed": 8})
    assert typed("8 9", on).stored(on) == {"disturbed": 9}
    assert typed("8 <backspace>", on).stored(on) == {}


@pytest.mark.parametrize("key", ["<down>", "<up>", "q", "s", "w", "o", "."])
def test_any_other_key_shows_the_rest(key):
    on = brief()
    state = typed(f"8 {key}", on)
    assert not state.is_brief(on)
    assert state.stored(on)["disturbed"] == 8
    assert state.stored(on)["final_wake"] == WOKE


def test_an_arrow_only_shows_the_rest_and_stays():
    assert typed("8 <down>", brief()).row is Row.DISTURBED
    assert typed("8 <down><down>", brief()).row is Row.KICKS


# -- the rest -------------------------------------------------------------------------------------------


def test_once_saved_nothing_is_typed_any_more_and_the_cursor_stays():
    state = typed("3 2")
    assert saved(state) == MorningState(row=Row.DISTURBED, touched=(Row.QUALITY, Row.RESTED))


@pytest.mark.parametrize(("text", "found"), [(" a bad one ", {"note": "a bad one"}), (" ", {})])
def test_a_note_is_taken_without_the_space_around_it(text, found):
    state = with_note(opened(sheet()), sheet(), text)
    assert (dict(state.draft), state.row) == (found, Row.NOTE)


def test_every_row_has_its_letter_its_name_and_its_question():
    assert sorted(LETTERS.values()) == sorted(ROWS)
    assert set(LABELS) == set(QUESTIONS) == set(ROWS)
    assert all(len(label) <= 10 for label in LABELS.values())
    assert all(LETTERS[letter_of(row)] is row for row in ROWS)


def test_where_everything_is_answered_the_cursor_ends_at_the_note():
    on = sheet(guesses={})
    state = typed("3 2 6 20 <down> 1 <down> 30 <down> 0630", on)
    assert state.row is Row.UP
    assert typed("0700", on, state).row is Row.NOTE
