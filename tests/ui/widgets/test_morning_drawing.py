"""How the morning looks: known, guessed and typed can be told apart, and no line is wider than its pane."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal.morning.mornings import GUESSES, LIGHTS_OUT, OFFERS, bout, sheet, typed

from stillnight.journal.morning.keys import press
from stillnight.journal.morning.rows import ROWS, Row
from stillnight.journal.morning.state import MorningState, opened
from stillnight.ui.widgets.morning_drawing import LABEL, draw

WHOLE = {
    "lights_out": LIGHTS_OUT, "sol_min": 20, "nwak": 1, "waso_min": 30,
    "final_wake": "2026-11-20T06:30+01:00", "out_of_bed": "2026-11-20T07:00+01:00",
    "quality": 3, "rested": 2, "disturbed": 10, "kicks_seen": False, "note": "windy",
}  # fmt: skip


def lines(keys: str = "", on=None, width: int = 46, focused=True, airy=False) -> list[str]:
    on = on or sheet()
    return draw(typed(keys, on), on, width, focused, airy).plain.split("\n")


def words(*args, **kwargs) -> str:
    return " ".join(" ".join(lines(*args, **kwargs)).split())


def row(label: str, *args, **kwargs) -> str:
    return next(line for line in lines(*args, **kwargs) if line[3:].startswith(label))[LABEL:].rstrip()


@pytest.mark.parametrize(
    ("label", "drawn"),
    [
        ("Lights out", "22:40 known"),
        ("Asleep in", "·"),
        ("Awakenings", "≈1 guess · Enter stores"),
        ("Awake for", "·  . 15 min, as logged"),
        ("Last woke", "≈06:50 guess · Enter stores"),
        ("Got up", "·  . 06:50, now"),
        ("Quality", "1 2 3 4 5"),
        ("Disturbed", "0 1 2 3 4 5 6 7 8 9 x"),
        ("Kicks seen", "·"),
        ("Note", "·"),
    ],
)
def test_what_is_known_guessed_offered_and_open_is_told_apart(label, drawn):
    assert row(label) == drawn


@pytest.mark.parametrize(
    ("keys", "label", "drawn"),
    [
        ("3", "Quality", "1 2[3]4 5"),
        ("d x", "Disturbed", "0 1 2 3 4 5 6 7 8 9[x]"),
        ("s 20", "Asleep in", "20 min"),
        ("w 063", "Last woke", "06:3_"),
        ("w 0630", "Last woke", "06:30"),
        ("w .", "Last woke", "06:50"),
        ("w <backspace>", "Last woke", "·  . 06:50, now"),
        ("a <backspace>", "Awakenings", "·"),
        ("b .", "Got up", "06:50"),
        ("k", "Kicks seen", "yes"),
        ("k k", "Kicks seen", "no"),
    ],
)
def test_an_answer_is_seen_as_it_is_typed(keys, label, drawn):
    assert row(label, keys) == drawn


def test_a_whole_night_on_record_is_known_row_by_row():
    on = sheet(WHOLE, guesses={}, is_confirmed=True)
    assert [row(label, on=on) for label in ("Asleep in", "Awake for", "Got up", "Kicks seen", "Note")] == [
        "20 min known", "30 min known", "07:00 known", "no known", "windy",
    ]  # fmt: skip
    assert "guess" not in words(on=on)


def test_the_measures_stand_below_and_what_is_missing_is_named():
    on = sheet(WHOLE, guesses={}, is_confirmed=True)
    assert (
        "asleep 7 h 00 (TST) in bed 8 h 20 (TIB) up 30 min after waking (TASAFA) 84 % of the time in bed (SE)"
        in words(on=on)
    )
    assert "need" not in words(on=on)
    assert "time asleep (TST) needs: Asleep in, Awake for · time in bed (TIB) needs: Got up" in words()
    assert "asleep 7 h 20 (TST)" in words("3 2 6 20 m 30")


def test_answers_that_do_not_go_together_are_asked_about_in_place_of_what_is_missing():
    asked = words("b 0600")
    assert "getting up comes before the last waking: is that right?" in asked
    assert "need" not in asked


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", "how good was the sleep? 1 the worst, 5 the best"),
        ("3 2 6", "how many minutes until you slept, about? · Enter saves"),
        ("w", "a guess: when this was opened; type what is right, or ⌫ leaves it open"),
        ("a", "a guess: logged in the night, 03:10; type what is right, or ⌫ leaves it open"),
        ("b", "when did you get up? four digits such as 0700 · . takes 06:50, now"),
        ("m", "the last waking left out? · . takes 15 min, as logged"),
        ("6", "quality takes 1 to 5"),
    ],
)
def test_what_is_expected_or_was_wrong_is_said(keys, expected):
    assert expected in words(keys)


def test_an_evening_that_was_not_filled_in_is_said_with_its_key():
    assert "the evening is not filled in · W opens it" in words(on=sheet(has_evening=False))
    assert "the evening is not" not in words()


def test_after_a_very_bad_night_one_row_is_drawn_until_more_is_wanted():
    on = sheet(is_brief=True)
    assert [line[0] for line in lines(on=on)].count("▸") == 1
    assert "Quality" not in words(on=on)
    assert "this one answer is enough · Enter saves, ↓ shows the rest" in words("8", on=on)
    assert "NWAK" not in words("8", on=on)
    assert "Quality" in words("8 <down>", on=on)


@pytest.mark.parametrize("here", list(Row))
def test_the_cursor_is_a_sign_at_one_row_and_only_with_the_focus(here):
    state = MorningState(row=here)
    drawn = [draw(state, sheet(), 46, focused).plain for focused in (True, False)]
    assert [line[0] for line in drawn[0].split("\n")].count("▸") == 1
    assert "▸" not in drawn[1]


def test_airy_rows_have_a_line_between_them():
    close, airy = lines(), lines(airy=True)
    assert [line for line in airy if line.strip()] == [line for line in close if line.strip()]
    assert len(airy) == len(close) + len(ROWS)


KEYS = st.lists(st.sampled_from([*"0123456789xlsamwbqrdko.", "up", "down", "backspace"]), max_size=12)


@given(
    keys=KEYS,
    width=st.integers(42, 200),
    airy=st.booleans(),
    saved=st.sampled_from([{}, WHOLE, {"lights_out": LIGHTS_OUT}]),
    bouts=st.integers(0, 12),
    is_brief=st.booleans(),
    has_evening=st.booleans(),
)
def test_no_line_is_wider_than_its_pane_whatever_is_typed(
    keys, width, airy, saved, bouts, is_brief, has_evening
):
    logged = tuple(bout(f"03:{minute:02}") for minute in range(bouts))
    on = sheet(
        saved, episodes=logged, guesses=GUESSES, offers=OFFERS, is_brief=is_brief, has_evening=has_evening
    )
    state = opened(on)
    for key in keys:
        state = press(state, on, key) or state
    assert max(map(len, draw(state, on, width, True, airy).plain.split("\n"))) <= width
