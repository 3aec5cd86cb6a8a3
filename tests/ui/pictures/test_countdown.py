"""What is left is large and calm: minutes while there are many, seconds at the end, never a time of day."""

from __future__ import annotations

import pytest

from stillnight.ui.pictures.countdown import bar_line, countdown_lines, digit_rows, shown_time


def text(lines: list) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in lines]


@pytest.mark.parametrize(
    ("left", "number", "unit"),
    [
        (0, "0", "seconds"),
        (1, "1", "second"),
        (90, "90", "seconds"),
        (91, "2", "minutes"),
        (120, "2", "minutes"),
        (121, "3", "minutes"),
        (14400, "240", "minutes"),
    ],
)
def test_a_long_step_is_counted_in_whole_minutes_and_its_end_in_seconds(left, number, unit):
    assert shown_time(left) == (number, unit)


def test_a_long_step_changes_once_a_minute():
    assert len({tuple(text(countdown_lines(left))) for left in range(121, 181)}) == 1


@pytest.mark.parametrize("left", [0, 7, 90, 91, 14400])
def test_the_digits_fit_the_smallest_screen(left):
    rows = text(countdown_lines(left))
    assert len(rows) == 6
    assert max(map(len, rows)) <= 24
    assert ":" not in "".join(rows)


def test_no_two_digits_look_alike():
    assert len({tuple(digit_rows(digit)) for digit in "0123456789"}) == 10


def test_on_a_small_screen_it_is_one_line():
    assert text(countdown_lines(42, is_large=False)) == ["42 seconds"]


def test_the_bar_fills_in_whole_cells():
    assert text([bar_line(0, 4), bar_line(0.5, 4), bar_line(0.99, 4), bar_line(1, 4)]) == [
        "┄┄┄┄", "━━┄┄", "━━━┄", "━━━━",
    ]  # fmt: skip


def test_a_bar_is_never_longer_than_its_room():
    assert text([bar_line(1.5, 4), bar_line(-1, 4)]) == ["━━━━", "┄┄┄┄"]
