"""Two nights as lines: side by side, one under the other, with a sign before what differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.journal.compare import Row
from stillnight.ui.pictures.compare import cells, compared_lines, wrapped

NAMES = ("Tue 17 → Wed 18 Nov 2026", "Wed 18 → Thu 19 Nov 2026")
ROWS = [
    Row("Urge", "7 of 10", "2 of 10"),
    Row("Where", "calves", "calves"),
    Row("Note", "", "worked late, then a long train home in the middle seat"),
]


def drawn(width: int) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in compared_lines(NAMES, ROWS, width)]


def test_where_there_is_room_both_stand_side_by_side():
    assert drawn(79) == [
        "               Tue 17 → Wed 18 Nov 2026         Wed 18 → Thu 19 Nov 2026",
        "≠ Urge         7 of 10                          2 of 10",
        "= Where        calves                           calves",
        "≠ Note         nothing noted                    worked late, then a long train",
        "                                                home in the middle seat",
    ]


def test_on_a_small_screen_they_stand_under_each_other_for_every_fact():
    assert drawn(42) == [
        "1  Tue 17 → Wed 18 Nov 2026",
        "2  Wed 18 → Thu 19 Nov 2026",
        "≠ Urge",
        "  1  7 of 10",
        "  2  2 of 10",
        "= Where",
        "     calves",
        "≠ Note",
        "  1  nothing noted",
        "  2  worked late, then a long train home",
        "     in the middle seat",
    ]


@pytest.mark.parametrize("width", [116, 78, 58, 42])
def test_nothing_is_wider_than_the_screen(width):
    rows = [Row("Note", "夜はつらい" * 30, "x" * 300), *ROWS]
    for line in compared_lines(NAMES, rows, width):
        assert sum(cells(text) for text, _ in line) <= width


@given(st.text(alphabet="ab 夜\u0301\n", max_size=60), st.integers(2, 20))
def test_wrapping_loses_nothing_and_fits(text, room):
    lines = wrapped(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= room for line in lines)


@pytest.mark.parametrize("room", [1, 0, -4])
def test_where_there_is_no_room_at_all_it_still_comes_to_an_end(room):
    assert "".join(wrapped("a 夜 long", room)) == "a夜long"
