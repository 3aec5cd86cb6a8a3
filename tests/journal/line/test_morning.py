"""A line and the morning form: the same keys are the same morning."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.morning.mornings import GUESSES, LIGHTS_OUT, OFFERS, WOKE, sheet, typed

from stillnight.domain.night import Night
from stillnight.journal.line.morning import MorningKeys, read_morning, understood
from stillnight.journal.line.reading import Refused
from stillnight.journal.line.words import split_line
from stillnight.journal.morning.keys import press
from stillnight.journal.morning.state import opened


def state(line: str, on=None):
    return read_morning(split_line(line), on or sheet())


def draft(line: str, on=None) -> dict:
    return dict(state(line, on).draft)


@pytest.mark.parametrize(
    "line",
    [
        "4 3 2 20",
        "q4 r3 dx s20 a2 m15 w0640 b0655",
        "d10",
        "k",
        "kk",
        "w .",
        "b.",
        "4 3 2 s20 w06:40 0655",
        "a0",
    ],
)
def test_a_line_is_what_its_keys_are_in_the_form(line):
    form = typed(line.replace("d10", "dx").replace(":", ""))
    assert form.is_dirty
    assert state(line).draft == form.draft


WORDS = st.one_of(
    st.sampled_from([*"0123456789x.", *"lsamwbqrdk"]),
    st.tuples(st.sampled_from("qrd"), st.sampled_from("0123456789x")).map("".join),
    st.tuples(st.sampled_from("sam"), st.integers(0, 999)).map(lambda pair: f"{pair[0]}{pair[1]}"),
    st.tuples(st.sampled_from("lwb"), st.integers(0, 2459)).map(lambda pair: f"{pair[0]}{pair[1]:04}"),
)
SHEETS = st.builds(
    sheet,
    saved=st.sampled_from([{}, {"lights_out": LIGHTS_OUT}, {"lights_out": LIGHTS_OUT, "severity": 6}]),
    guesses=st.sampled_from([{}, GUESSES]),
    offers=st.sampled_from([{}, OFFERS]),
    is_brief=st.booleans(),
)


def line_of(words, on):
    """What the line makes of them; or the word that it refuses."""
    try:
        return state(" ".join(words), on), ""
    except Refused as error:
        return None, error.word


@given(st.lists(WORDS, max_size=10), SHEETS)
def test_a_line_and_the_form_give_the_same_draft(words, on):
    form = opened(on)
    for key in "".join(words):
        after = press(form, on, key)
        if after is None or after.is_refused:
            return
        form = after
    told, refused = line_of(words, on)
    if told is None:
        assert refused in words
    else:
        assert (told.draft, told.stored(on)) == (form.draft, form.stored(on))


@given(st.lists(WORDS.filter(lambda word: word != "."), max_size=8))
def test_the_same_line_twice_is_the_same_morning(words):
    on = sheet(guesses={}, offers={})
    told, _ = line_of(words, on)
    if told is None:
        return
    saved = on.night.values | {name: value for name, value in told.draft.items() if value is not None}
    again, refused = line_of(words, replace(on, night=Night(on.night.date, saved), is_confirmed=True))
    assert refused == ""
    assert not again.is_dirty


def test_the_first_digit_is_the_quality_also_of_a_confirmed_night():
    on = sheet(
        {"lights_out": LIGHTS_OUT, "quality": 4, "rested": 3, "disturbed": 2}, guesses={}, is_confirmed=True
    )
    assert draft("4 3 2 20", on) == {"sol_min": 20}
    assert draft("5", on) == {"quality": 5}


def test_the_first_digit_after_a_very_bad_night_is_how_much_it_was_disturbed():
    assert draft("8", sheet(is_brief=True)) == {"disturbed": 8}


@pytest.mark.parametrize(
    ("line", "word", "reason"),
    [
        ("6", "6", "quality takes 1 to 5"),
        ("45", "45", "how good was the sleep?"),
        ("4 3 2 20 2", "2", "a letter says what comes next, such as a2"),
        ("s 2 0", "0", "a letter says what comes next"),
        ("s0500", "s0500", "how many minutes until you slept"),
        ("s05:00", "s05:00", "how many minutes until you slept"),
        ("s601", "s601", "asleep in takes 0 to 600 minutes"),
        ("w064", "w064", "a time has four digits"),
        ("w064 q4", "w064", "a time has four digits"),
        ("w2575", "w2575", "25:75 is no time of this night"),
        ("c2", "c2", "c means nothing here"),
        ("wct", "wct", "when did you wake for the last time?"),
        ("q4 L", "L", "in the morning l2240"),
        ("calm", "calm", "such as q4 r3 d2 s20 w0630"),
        ("4 note", "note", "say what"),
        ("l.", "l.", "lights out has nothing to offer"),
    ],
)
def test_a_word_that_cannot_be_taken_is_named(line, word, reason):
    with pytest.raises(Refused) as caught:
        state(line)
    assert caught.value.word == word
    assert reason in caught.value.reason


def test_what_was_understood_before_it_is_known():
    with pytest.raises(Refused) as caught:
        state("q4 w. c2")
    assert understood(caught.value.before, sheet()) == ["last woke 06:50", "quality 4 of 5"]


def test_a_note_goes_under_the_one_that_is_there():
    on = sheet({"note": "springs", "lights_out": LIGHTS_OUT})
    assert draft("4 note slept on the sofa", on) == {"quality": 4, "note": "springs\nslept on the sofa"}
    assert draft("o springs", on) == {}


def test_kicks_are_seen_however_often_that_is_said():
    on = sheet({"kicks_seen": True, "final_wake": WOKE})
    assert draft("k", on) == {}
    assert draft("kk", on) == {"kicks_seen": False}


def test_a_word_ends_what_is_begun():
    keys = MorningKeys(sheet())
    assert keys.lacks(state("w0640")) == ""
