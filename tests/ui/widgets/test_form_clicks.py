"""What a click in the form means, evening and morning: every place of it, on the lines as they are drawn."""

from __future__ import annotations

import pytest
from tests.journal.form.keyboard import sheet as evening_sheet
from tests.journal.form.keyboard import typed as typed_in_the_evening
from tests.journal.morning.mornings import sheet as morning_sheet
from tests.journal.morning.mornings import typed as typed_in_the_morning

from stillnight.journal.form.keys import press
from stillnight.ui.widgets import form_drawing, morning_drawing
from stillnight.ui.widgets.form_clicks import evening_keys
from stillnight.ui.widgets.morning_clicks import morning_keys


def place(lines: list[str], words: str, sign: str) -> tuple[int, int]:
    """Column and line of a sign in the first line that holds some words."""
    y = next(number for number, line in enumerate(lines) if words in line)
    return lines[y].rindex(sign), y


def evening(keys: str = "", width: int = 46, airy: bool = False, **more) -> list[str]:
    on = evening_sheet(**more)
    return form_drawing.draw(typed_in_the_evening(keys, on), on, width, True, airy).plain.split("\n")


def morning(keys: str = "", airy: bool = False, **more) -> list[str]:
    on = morning_sheet(**more)
    return morning_drawing.draw(typed_in_the_morning(keys, on), on, 46, True, airy).plain.split("\n")


@pytest.mark.parametrize("airy", [False, True])
@pytest.mark.parametrize(
    ("words", "sign", "keys"),
    [
        ("caffeine", "c caf", ["c"]),
        ("caffeine", "ffeine", ["c"]),
        ("alcohol", "alcohol", ["a"]),
        ("sitting", "antihist", ["y"]),
        ("Where", "w", ["w"]),
        ("Feels", "Feels", ["f"]),
        ("Medicines", "iron", ["u"]),
        ("Note", "o", ["o"]),
        ("how strong", "urge", []),
    ],
)
def test_a_click_in_the_evening_does_what_the_letter_does(words, sign, keys, airy):
    lines = evening(airy=airy)
    assert evening_keys(lines, *place(lines, words, sign), False) == keys


@pytest.mark.parametrize(
    ("typed", "sign", "rating"), [("", "7", 7), ("6", "[", 6), ("6", "x", 10), ("", "0", 0)]
)
def test_a_click_on_a_number_rates_the_urge_from_any_row(typed, sign, rating):
    on = evening_sheet()
    state = typed_in_the_evening(f"{typed} <down><down>", on)
    lines = form_drawing.draw(state, on, 46, True).plain.split("\n")
    for key in evening_keys(lines, *place(lines, "Urge", sign), False):
        state = press(state, on, key)
    assert state.value(on, "severity") == rating


def test_a_click_between_the_rows_or_under_them_means_nothing():
    lines = evening(airy=True)
    assert evening_keys(lines, 5, 1, False) == []
    assert evening_keys(lines, 5, len(lines) - 1, False) == []


def test_while_words_are_chosen_only_they_can_be_clicked():
    lines = evening("w")
    assert evening_keys(lines, *place(lines, "calves", "calves"), True) == ["c"]
    assert evening_keys(lines, *place(lines, "caffeine", "caffeine"), True) == []
    assert evening_keys(lines, *place(lines, "Urge", "7"), True) == []


@pytest.mark.parametrize("airy", [False, True])
@pytest.mark.parametrize(
    ("words", "sign", "keys"),
    [
        ("Quality", "3", ["q", "3"]),
        ("Quality", "Quality", ["q"]),
        ("Disturbed", "x", ["d", "x"]),
        ("Got up", "06:50", ["b", "."]),
        ("Got up", "Got", ["b"]),
        ("Last woke", "guess", ["w"]),
        ("Lights out", "known", ["l"]),
        ("Kicks", "·", ["k"]),
        ("Note", "Note", ["o"]),
        ("how good", "sleep", []),
        ("TST", "TST", []),
    ],
)
def test_a_click_in_the_morning_rates_takes_an_offer_or_goes_to_the_row(words, sign, keys, airy):
    lines = morning(airy=airy)
    assert morning_keys(lines, *place(lines, words, sign)) == keys


def test_after_a_very_bad_night_a_click_answers_without_showing_the_rest():
    lines = morning(is_brief=True)
    assert morning_keys(lines, *place(lines, "Disturbed", "8")) == ["8"]
    assert morning_keys(lines, *place(lines, "Disturbed", "d")) == ["d"]
