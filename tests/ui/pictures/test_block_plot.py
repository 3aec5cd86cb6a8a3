"""The blocks of a trial as dots: readable without colour, in any width, whatever they came to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stillnight.ui.pictures.block_plot import NARROWEST, WIDEST, plot_lines

SIZES = st.floats(min_value=-10, max_value=10) | st.floats(min_value=-600, max_value=600)
"""In points, and in minutes."""


def drawn(*differences: float, effect: float | None = None, interval=None, width: int = 40) -> list[str]:
    lines = plot_lines(differences, effect, interval, width)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_every_block_is_a_dot_over_its_points_with_the_interval_below():
    assert drawn(-2, -1, -1, 0, 1, -3, effect=-1.0, interval=(-2.0, 0.0)) == [
        "← better                        worse →",
        "             ●",
        " ●     ●     ●     ●     ●",
        "─┼─────┼─────┼─────╂─────┼─────┼─────┼─",
        "-3    -2    -1     0    +1    +2    +3",
        "       ┣━━━━━◆━━━━━┫",
    ]


def test_where_many_blocks_are_alike_the_topmost_sign_says_that_there_are_more():
    assert drawn(*[-1] * 9, 1, width=25) == [
        "← better        worse →",
        "      +",
        *["      ●"] * 4,
        "      ●         ●",
        "─┼────┼────╂────┼────┼─",
        "-2   -1    0   +1   +2",
    ]


def test_without_a_block_there_is_no_picture():
    assert drawn(effect=1.0) == []


def test_minutes_are_laid_out_in_the_same_room():
    assert drawn(-45, 30, 60, 5, effect=-12, interval=(-30, 8), width=60) == [
        "← better                                            worse →",
        "        ●                      ●           ●             ●",
        "─┼────┼───┼────┼────┼───┼────╂────┼───┼────┼────┼───┼────┼─",
        "-60 -50 -40  -30  -20 -10    0  +10 +20  +30  +40 +50  +60",
        "               ┣━━━━━━━◆━━━━━━━━━┫",
    ]


@given(st.lists(SIZES, min_size=1, max_size=21), SIZES, st.integers(min_value=10, max_value=200))
def test_no_line_is_wider_than_there_is_room_for(differences, effect, width):
    for line in drawn(*differences, effect=effect, interval=(effect - 1, effect + 1), width=width):
        assert len(line) <= max(min(width, WIDEST), NARROWEST)
