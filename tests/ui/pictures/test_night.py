"""What is seen in the dark, as plain rows."""

from __future__ import annotations

import pytest

from stillnight.ui.pictures.night import Dark, dark_lines

ALARM = "One leg swollen, hot, red or painful. Please get medical help today."


def seen(dark, width=44, height=24):
    return ["".join(text for text, _ in row) for row in dark_lines(dark, width, height)]


def said(dark, width=44):
    return [row for row in seen(dark, width) if row]


def test_while_it_waits_it_says_three_keys_and_what_enter_begins():
    assert said(Dark(relief="Slow breathing")) == [
        " 0-9 x   how strong",
        " Enter   Slow breathing",
        " ?       keys",
    ]


def test_before_anybody_knows_what_enter_begins_it_says_relief():
    assert " Enter   relief" in said(Dark())


def test_the_words_stand_a_third_down_at_every_height():
    assert [seen(Dark(), 80, height).index(" 0-9 x   how strong") for height in (24, 34)] == [8, 11]


def test_black_is_nothing_at_all():
    assert seen(Dark(is_black=True, relief="Slow breathing")) == []


def test_what_was_picked_stands_alone():
    assert said(Dark(is_black=True, relief="Slow breathing", is_picked=True)) == [" ↑ ↓     Slow breathing"]


def test_an_answer_stands_alone_and_wraps():
    lines = said(Dark(said="safe here, not in the file yet, and more than fits", relief="x"), 30)
    assert lines == [" safe here, not in the file", " yet, and more than fits"]


@pytest.mark.parametrize("dark", [Dark(is_black=True, alarm=ALARM), Dark(said="taken back", alarm=ALARM)])
def test_a_red_flag_stands_above_everything_and_is_never_black(dark):
    assert seen(dark)[0] == " !  One leg swollen, hot, red or painful."
    assert " ".join("".join(seen(dark)[:2]).split()).startswith(f"! {ALARM}")


def test_beside_a_red_flag_its_key_stands_where_the_relief_would():
    assert said(Dark(alarm=ALARM, relief="Slow breathing"))[2:] == [
        " 0-9 x   how strong", " !       what to do now", " ?       keys",
    ]  # fmt: skip


def test_what_was_picked_before_a_red_flag_was_ticked_is_offered_no_longer():
    assert said(Dark(is_black=True, is_picked=True, relief="Slow breathing", alarm=ALARM)) == said(
        Dark(is_black=True, alarm=ALARM)
    )


@pytest.mark.parametrize("width", [20, 44, 80])
def test_no_row_is_wider_than_the_screen(width):
    long = "Calf stretch at a wall, left and right, three times each, very slowly and without bouncing at all"
    for dark in (Dark(relief=long), Dark(relief=long, is_picked=True), Dark(said=long), Dark(alarm=long)):
        assert max(map(len, seen(dark, width))) <= width


def test_no_more_rows_than_the_screen_has():
    assert len(seen(Dark(alarm=ALARM * 3), 20, 5)) == 5
