"""The month as lines: every day, its sign, the cursor, tonight, the legend."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillnight.domain.month import SATURDAY, SUNDAY, MonthGrid, grid_of
from stillnight.journal.browse import Mark
from stillnight.ui.pictures.layout import CALENDAR_WIDTH
from stillnight.ui.pictures.month import FOOT, HEAD, WEEKS, month_lines, spaced, title

TONIGHT = date(2026, 11, 19)
NOVEMBER = grid_of(TONIGHT)


def drawn(cursor=TONIGHT, grid=NOVEMBER, marks=None, legs_on=(0, 0)) -> list[str]:
    lines = month_lines(grid, cursor, TONIGHT, marks or {}, legs_on)
    return ["".join(text for text, _ in line) for line in lines]


def test_november_2026_begins_on_a_sunday():
    assert [line.rstrip() for line in drawn(cursor=date(2026, 11, 4))] == [
        " Mo  Tu  We  Th  Fr  Sa  Su",
        "                          1",
        "  2   3 [ 4 ] 5   6   7   8",
        "  9  10  11  12  13  14  15",
        " 16  17  18 ›19  20  21  22",
        " 23  24  25  26  27  28  29",
        " 30",
        " ·0 ▂1-3 ▄4-5 ▆6-7 █8-x",
        " no nights rated this week",
    ]


@pytest.mark.parametrize(("rating", "sign"), [(0, "·"), (3, "▂"), (4, "▄"), (7, "▆"), (8, "█"), (None, "◦")])
def test_a_night_carries_the_sign_of_its_worst(rating, sign):
    assert f" 5{sign} " in drawn(marks={date(2026, 11, 5): Mark(rating)})[2]


def late(*days: int) -> dict:
    return {date(2026, 11, day): Mark(3, is_late=True) for day in days}


def test_a_night_recalled_late_has_a_sign_before_it_that_the_legend_explains():
    lines = drawn(marks=late(5) | {date(2026, 11, 6): Mark(3)})
    assert "~ 5▂  6▂" in lines[2]
    assert lines[-2] == " ·0 ▂1-3 ▄4-5 ▆6-7 █8-x ~late"
    assert "late" not in drawn(marks={date(2026, 11, 6): Mark(3)})[-2]


@pytest.mark.parametrize(
    ("cursor", "days", "week"),
    [
        (4, (5,), "  2   3 [ 4 ~ 5▂  6   7   8"),
        (4, (5, 6), "  2   3 [ 4 ~ 5▂~ 6▂  7   8"),
        (5, (5,), "  2   3   4 [ 5▂] 6   7   8"),
        (5, (5, 6), "  2   3   4 [ 5▂~ 6▂  7   8"),
        (7, (8,), "  2   3   4   5   6 [ 7 ~ 8▂"),
        (8, (8,), "  2   3   4   5   6   7 [ 8▂]"),
    ],
)
def test_the_sign_of_late_recall_stands_before_its_night_where_no_bracket_closes(cursor, days, week):
    assert drawn(cursor=date(2026, 11, cursor), marks=late(*days))[2].rstrip() == week


def test_a_night_without_entry_is_blank():
    assert " 5  " in drawn()[2]


def test_the_cursor_is_in_brackets_with_its_sign():
    assert "[19█]" in drawn(marks={TONIGHT: Mark(9)})[4]


@pytest.mark.parametrize("day", [2, 8, 22, 30])
def test_the_brackets_close_at_both_ends_of_a_week(day):
    text = "\n".join(drawn(cursor=date(2026, 11, day)))
    assert f"[{day:>2} ]" in text
    assert text.count("[") == text.count("]") == 1


def test_tonight_is_marked_while_the_cursor_is_elsewhere():
    assert "›19" in drawn(cursor=date(2026, 11, 3))[4]


def test_tonight_is_marked_while_the_cursor_stands_right_before_it():
    assert "[18 ]19 ‹20" in drawn(cursor=date(2026, 11, 18))[4]
    assert "›19 [20 ]" in drawn(cursor=date(2026, 11, 20))[4]


def test_tonight_under_the_cursor_needs_no_other_sign():
    assert not set("‹›") & set("".join(drawn(cursor=TONIGHT)))
    assert "›" not in "".join(drawn())


def test_days_to_come_are_quieter_and_tonight_is_underlined():
    styles = {
        text.strip(): style
        for line in month_lines(NOVEMBER, TONIGHT, TONIGHT, {}, (0, 0))
        for text, style in line
    }
    assert (styles["18"], styles["20"]) == ("$ink", "$muted")
    assert "underline" in styles["19"]


@pytest.mark.parametrize(
    ("legs_on", "words"), [((5, 7), "legs on 5 of 7 nights rated"), ((0, 3), "legs on 0 of 3 nights rated")]
)
def test_the_last_seven_nights_are_counted_in_words(legs_on, words):
    assert drawn(legs_on=legs_on)[-1].strip() == words


@pytest.mark.parametrize(("first", "head"), [(SUNDAY, " Su  Mo  Tu"), (SATURDAY, " Sa  Su  Mo")])
def test_the_week_begins_where_the_user_wants(first, head):
    assert drawn(grid=MonthGrid(2026, 11, first))[0].startswith(head)
    assert " ".join(drawn(grid=MonthGrid(2026, 11, SUNDAY))[1].split()) == "1 2 3 4 5 6 7"


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)), first=st.integers(0, 6))
def test_every_month_has_all_its_days_in_the_same_room(day, first):
    grid = grid_of(day, first)
    lines = drawn(cursor=day, grid=grid)
    assert len(lines) == HEAD + WEEKS + FOOT
    assert all(len(line) <= CALENDAR_WIDTH - 2 for line in lines)
    days = " ".join(lines[HEAD:-FOOT]).translate(str.maketrans("[]›", "   ")).split()
    assert days == [str(number) for number in range(1, grid.last.day + 1)]


def test_where_there_is_height_the_weeks_stand_apart_and_the_foot_together():
    lines = month_lines(NOVEMBER, TONIGHT, TONIGHT, {}, (0, 0))
    airy = spaced(lines, 2)
    assert airy[0:-FOOT:2] == lines[:-FOOT]
    assert all(line == [] for line in airy[1:-FOOT:2])
    assert airy[-FOOT:] == lines[-FOOT:]
    assert spaced(lines, 1) == lines


def test_the_month_is_named_with_its_year():
    assert title(date(2027, 2, 1)) == "February 2027"


@pytest.mark.parametrize(
    ("cursor", "marked", "row", "words"),
    [
        (TONIGHT, 3, 2, "( 3 )"),
        (date(2026, 11, 3), 3, 2, "{ 3 }"),
        (date(2026, 11, 17), 18, 4, "[17 ]18 )"),
        (TONIGHT, 18, 4, "(18 [19 ]"),
        (date(2026, 11, 4), 18, 4, "(18 )19 ‹20"),
        (date(2026, 11, 20), 18, 4, "(18 )19 [20 ]"),
        (date(2026, 11, 4), 19, 4, "18 (19 )"),
    ],
)
def test_a_night_that_waits_to_be_compared_is_marked_beside_the_cursor_too(cursor, marked, row, words):
    lines = month_lines(NOVEMBER, cursor, TONIGHT, {}, (0, 0), TONIGHT.replace(day=marked))
    assert words in "".join(text for text, _ in lines[row])
