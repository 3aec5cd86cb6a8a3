"""The year as lines: a row a month, its nights, the cursor, what the legs did, in every room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from stillnight.journal.browse import Mark
from stillnight.ui.pictures.year import night_look, shape_of, year_lines, year_words

TONIGHT = date(2026, 11, 19)
CURSOR = date(2026, 10, 14)
SIZES = [(120, 28), (78, 18), (60, 15), (44, 18), (40, 18)]
BARS = {0: "·", 3: "▂", 5: "▄", 7: "▆", 10: "█", None: "◦"}


def year_of(*ratings: int | None, first: date = date(2026, 1, 1)) -> dict[date, Mark]:
    return {first + timedelta(days=at): Mark(rating) for at, rating in enumerate(ratings)}


def drawn(size=(78, 18), cursor=CURSOR, marks=None, marked=None) -> list[str]:
    lines = year_lines(cursor, TONIGHT, marks or {}, shape_of(*size), marked)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_year_fits_into_its_room_without_scrolling(size):
    lines = drawn(size, marks=year_of(*[10] * 365))
    assert max(map(len, lines)) <= size[0]
    assert len(lines) <= size[1]
    assert [line[:3] for line in lines if line[:3].isalpha()] == [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]  # fmt: skip


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_night_carries_the_sign_of_its_worst(size):
    row = drawn(size, marks=year_of(*BARS))[1]
    assert [sign for sign in row if sign in BARS.values()] == list(BARS.values())


def test_a_night_without_entry_is_blank_and_so_are_days_that_do_not_exist():
    marks = year_of(*[10] * 28, None, first=date(2026, 2, 1))
    assert drawn((44, 18), marks=marks)[2] == "Feb " + "█" * 28 + "    28 of 28"


@pytest.mark.parametrize(
    ("size", "words"), [((120, 28), "  legs on 2 of 3"), ((78, 18), " 2 of 3"), ((60, 15), " legs on 2 of 3")]
)
def test_a_month_says_on_how_many_of_its_rated_nights_the_legs_were_felt(size, words):
    lines = drawn(size, marks=year_of(4, 0, None, 9))
    assert lines[1].endswith(words)
    assert "of" not in "".join(lines[2:-1])
    assert ("legs on" in lines[0]) == (words == " 2 of 3")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_cursor_is_found_without_colour(size):
    lines = drawn(size, marks={CURSOR: Mark(9)})
    assert "14" in lines[0]
    row = next(line for line in lines if line.startswith("Oct"))
    assert "[█]" in row or row.startswith("Oct›")


def test_the_number_of_the_cursors_day_stands_above_its_column():
    for size in SIZES:
        for number in range(1, 32):
            cursor = date(2026, 10, number)
            head, *rows = drawn(size, cursor=cursor, marks={cursor: Mark(9)})
            column = next(row for row in rows if row.startswith("Oct")).index("█")
            assert head[: column + 1].endswith(str(number))
            assert head[column + 1 : column + 2].strip() == ""


def test_a_night_that_waits_to_be_compared_has_a_sign():
    marked = date(2026, 10, 3)
    for size in SIZES:
        assert "(" in "".join(drawn(size, marked=marked)[:-1])
        assert "(" not in "".join(drawn(size)[:-1])
    assert "{█}" in drawn(cursor=marked, marks={marked: Mark(9)}, marked=marked)[10]
    assert "[ ]█)" in drawn(cursor=date(2026, 10, 2), marks={marked: Mark(9)}, marked=marked)[10]
    assert "(█[ ]" in drawn(cursor=date(2026, 10, 4), marks={marked: Mark(9)}, marked=marked)[10]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_click_finds_the_night_that_is_drawn_there(size):
    shape = shape_of(*size)
    for day in (date(2026, 1, 1), date(2026, 2, 28), date(2026, 6, 15), date(2026, 12, 31)):
        lines = drawn(size, cursor=date(2026, 3, 3), marks={day: Mark(9)})
        row = next(at for at, line in enumerate(lines[:-1]) if "█" in line)
        assert shape.day_at(2026, lines[row].index("█"), row) == day


@pytest.mark.parametrize(("column", "row"), [(0, 1), (3, 0), (200, 3), (34, 2), (10, 40)])
def test_a_click_beside_the_nights_finds_none(column, row):
    assert shape_of(44, 18).day_at(2026, column, row) is None


def test_the_year_is_summed_up_in_words():
    assert year_words(2026, year_of(4, 0, None, 9)) == "legs on 2 of 3 nights rated in 2026"
    assert year_words(2026, {}) == "no nights rated in 2026"


def test_a_night_is_told_in_words():
    marks = year_of(9, None)
    assert night_look(date(2026, 1, 1), marks) == "worst 9 of 10"
    assert night_look(date(2026, 1, 2), marks) == "no rating"
    assert night_look(date(2026, 1, 3), marks) == "no entry"
