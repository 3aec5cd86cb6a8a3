"""The urge before and after, as pairs of dots."""

from __future__ import annotations

import pytest

from stillnight.ui.pictures.pairs import MOST, pair_lines


def rows(pairs, width=60):
    return ["".join(text for text, _ in line) for line in pair_lines(pairs, width)]


def test_a_time_is_its_numbers_and_two_dots_under_a_scale():
    scale, row, legend = rows([(7, 4)], 31)
    assert scale == "          0         5         10"
    assert row == " 7 → 4    ········●─────○······"
    assert legend == "○ before   ● after   ◉ the same"


def test_the_dot_of_what_came_after_stands_at_its_number_also_where_it_got_worse():
    [row] = [row for row in rows([(3, 10)], 21) if "→" in row]
    assert row[10:] == "···○──────●"


def test_no_change_is_one_sign():
    assert rows([(0, 0)], 21)[1][10:] == "◉··········"
    assert rows([(10, 10)], 21)[1][10:] == "··········◉"


def test_the_newest_stands_first_and_old_ones_are_counted():
    drawn = rows([(9, 9)] * 3 + [(5, n) for n in range(MOST)])
    assert drawn[1].startswith(f" 5 → {MOST - 1}")
    assert sum("→" in row for row in drawn) == MOST
    assert drawn[-1] == "and 3 earlier"


@pytest.mark.parametrize("width", [1, 12, 20])
def test_where_there_is_no_room_the_numbers_stand_alone(width):
    assert rows([(7, 4)], width) == [" 7 → 4"]


@pytest.mark.parametrize("width", [21, 40, 44, 80, 200])
def test_no_row_is_wider_than_its_room(width):
    assert all(len(row) <= width for row in rows([(10, 0), (0, 10), (5, 5)], width)[1:-1])


def test_nothing_is_drawn_of_nothing():
    assert rows([]) == []
