"""Two stretches as lines: counts, medians, small distributions, and what must be known with them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.insight.charts.diary import LAST, diary
from tests.ui.pictures.charts_read import lines_of, row_of, widest

from stillnight.insight.charts.events import Event, What
from stillnight.insight.charts.spread import Spread
from stillnight.insight.charts.stretches import Stretch, summary_of
from stillnight.ui.pictures.charts.compare import CAVEAT, Pair, box, compare_picture

FLIGHT = Event(date(2026, 11, 5), What.MARK, "flight")
CHANGE = Event(date(2026, 11, 10), What.CHANGED, "iron changed: 2 tablets")
ONE, OTHER = Stretch(date(2026, 10, 31), date(2026, 11, 9)), Stretch(date(2026, 11, 10), LAST)


def drawn(width=80, one=(6,) * 10, other=(0, 0, 2, 2, 2, 2, 2, None, None, None), is_ascii=False):
    nights = diary(*one, *other)
    pair = Pair(summary_of(nights, ONE), summary_of(nights, OTHER), CHANGE, [FLIGHT])
    return lines_of(compare_picture(pair, width), is_ascii)


def test_both_stretches_are_named_with_their_nights():
    lines = drawn()
    assert lines[0] == "± 10 Nov 2026 iron changed: 2 tablets"
    assert lines[1] == "1: 31 Oct to 9 Nov 2026, 10 of 10 logged"
    assert lines[2] == "2: 10 Nov to 19 Nov 2026, 7 of 10 logged"


def test_a_row_says_of_how_many_nights_it_is_their_median_and_the_middle_half():
    lines = drawn()
    at = lines.index(row_of(lines, "urge"))
    assert lines[at].split()[:3] == ["urge", "1", "10"]
    assert lines[at].endswith("6 (6-6)")
    assert lines[at + 1].split()[:2] == ["2", "7"]
    assert lines[at + 1].endswith("2 (1-2)")


def test_the_nights_with_legs_are_counted():
    lines = drawn()
    at = lines.index(row_of(lines, "legs on"))
    assert lines[at].endswith("10 of 10 nights")
    assert lines[at + 1].endswith("5 of 7 nights")


def test_one_night_is_no_nights():
    lines = drawn(other=(3, *[None] * 9))
    assert lines[lines.index(row_of(lines, "legs on")) + 1].endswith("1 of 1 night")


def test_too_few_nights_show_no_median_and_say_how_many_are_needed():
    lines = drawn(other=(3, 3, None, None, None, None, None, None, None, None))
    assert lines[lines.index(row_of(lines, "urge")) + 1].endswith("7 nights needed")
    assert row_of(lines, "TST").endswith("not known")


@pytest.mark.parametrize("width", [40, 44, 60, 80, 114])
def test_it_fits_and_always_says_that_it_is_no_test_and_what_else_happened(width):
    lines = drawn(width)
    assert widest(lines) <= width
    assert CAVEAT in " ".join(line.strip() for line in lines)
    assert "also in these nights: flight (5 Nov)" in " ".join(line.strip() for line in lines)


def test_a_spread_lies_on_its_axis():
    assert box(Spread(9, 0, 2, 4, 6, 10), 0, 10, 11) == "──━━┃━━────"
    assert box(Spread(9, 5, 5, 5, 5, 5), 0, 10, 11) == "     ┃     "
    assert box(Spread(1, 5, 5, 5, 5, 5), 5, 5, 11).strip() == "┃"


def test_a_terminal_without_such_signs_gets_others():
    assert all(line.isascii() for line in drawn(is_ascii=True))
