"""Severity over time as lines: every night or every column tells its numbers without colour."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.insight.charts.diary import LAST, diary, one
from tests.ui.pictures.charts_read import lines_of, row_of, widest

from stillnight.insight.charts.events import Event, What
from stillnight.insight.charts.nights import first_of
from stillnight.ui.pictures.charts.severity import severity_picture

SIZES = [(120, 28), (80, 19), (44, 18), (40, 30), (40, 10)]


LAST_COLUMN = 6 + 29
"""Where the newest of thirty columns stands."""


def drawn(nights, count=30, size=(40, 24), events=(), is_ascii=False):
    """In 40 columns thirty nights take one each; sixty share them by two, ninety by three."""
    return lines_of(severity_picture(nights, first_of(LAST, count), LAST, events, *size), is_ascii)


def column(lines: list[str], back: int = 0) -> str:
    """The signs of a column from 0 up to 10, counted back from the newest."""
    rows = [line for line in lines if line[5:6] == "│"]
    return "".join(line.ljust(200)[LAST_COLUMN - back] for line in reversed(rows)).rstrip()


def test_a_nights_bar_is_as_high_as_its_rating():
    lines = drawn(diary(0, 1, 10))
    assert [column(lines, back) for back in (2, 1, 0)] == ["·", "▌▌", "▌" * 11]


def test_where_rows_are_few_a_row_is_two_ratings_and_half_of_it_is_seen():
    lines = drawn(diary(0, 4, 10), size=(40, 16))
    assert [column(lines, back) for back in (2, 1, 0)] == ["·", "▌▌▖", "▌▌▌▌▌▖"]


def test_a_gap_stays_blank_and_an_entry_without_a_rating_has_a_sign():
    day = LAST - timedelta(days=1)
    lines = drawn({**diary(3), day: one(day, note="tired")})
    assert [column(lines, back) for back in (2, 1)] == ["", "◦"]
    assert "no rating" in " ".join(lines)


def test_two_nights_share_a_sign_and_both_are_seen():
    lines = drawn(diary(3, 0, None, 5), 60)
    assert [column(lines, back) for back in (1, 0)] == ["▙▌▌▌", "▐▐▐▐▐▐"]


def test_more_nights_share_a_column_from_the_lowest_to_the_highest_with_their_median():
    lines = drawn(diary(0, 2, 6), 90)
    assert column(lines) == "││■││││"
    assert "lowest to highest of 3 nights" in " ".join(lines)


def test_the_quiet_line_is_the_median_of_seven_nights_and_runs_behind_the_bars():
    lines = drawn(diary(*[3] * 6, 8))
    assert [column(lines, back) for back in (1, 0)] == ["▌▌▌▌", "▌▌▌▌▌▌▌▌▌"]
    assert column(drawn(diary(*[8] * 6, 3))) == "▌▌▌▌    ─"
    assert "median of the last 7 nights" in " ".join(lines)


def test_in_the_gaps_between_bars_the_line_goes_on():
    lines = drawn(diary(*[3] * 6, 8, 8), size=(66, 24))
    assert any(line.endswith("█─█─█─█─█─") for line in lines)
    assert not any("─█" in line for line in lines if line.endswith("█ █"))


def test_what_happened_stands_under_its_night_and_in_words():
    events = [
        Event(LAST - timedelta(days=400), What.MARK, "long ago"),
        Event(LAST - timedelta(days=2), What.BEGUN, "iron begun"),
        Event(LAST - timedelta(days=1), What.MARK, "flight"),
        Event(LAST, What.CHANGED, "iron changed: 2"),
    ]
    nights = {**diary(1, 1, 1), LAST: one(severity=1, doses=("2026-11-19T21:00+01:00",), is_late=True)}
    lines = drawn(nights, 3, (48, 30), events)
    assert row_of(lines, "marks") == "marks    ◆"
    assert row_of(lines, "meds") == "meds  +     ±"
    assert row_of(lines, "doses") == "doses       ▪"
    assert row_of(lines, "└")[12] == "~"
    assert [line for line in lines if " Nov  " in line] == [
        "± 19 Nov  iron changed: 2", "◆ 18 Nov  flight", "+ 17 Nov  iron begun",
    ]  # fmt: skip
    assert "long ago" not in "\n".join(lines)


def test_of_two_things_on_one_day_both_are_told():
    events = [Event(LAST, What.BEGUN, "iron begun"), Event(LAST, What.ENDED, "without magnesium")]
    lines = drawn(diary(1, 1), 2, (60, 30), events)
    assert {"+ 19 Nov  iron begun", "− 19 Nov  without magnesium"} <= set(lines)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", [1, 7, 30, 90, 365, 10_000])
def test_it_fits_into_its_columns(size, count):
    nights = diary(*([None, 0, 3, 10] * 91))
    events = [Event(LAST, What.MARK, "a donation with a long story that is told in many words behind it")]
    assert widest(drawn(nights, count, size, events)) <= size[0]


def test_it_is_said_in_a_sentence_too():
    said = "15 Nov 2026 to 19 Nov 2026: 4 of 5 nights rated, median 3 (half 2.5 to 4)"
    assert drawn(diary(1, 3, None, 3, 7), 5, (90, 24))[0] == said
    assert drawn({}, 30, (90, 24))[0] == "21 Oct 2026 to 19 Nov 2026: none of 30 nights rated"


def test_months_are_named_where_they_begin():
    dates = drawn(diary(*[1] * 90), 90, (114, 24))[13]
    assert dates.split() == ["Sep", "Oct", "Nov"]
    assert dates.index("Nov") - 6 == 90 - 19


def test_a_terminal_without_such_signs_gets_others():
    nights = {**diary(0, 5, 10), LAST: one(severity=10, is_late=True, doses=("2026-11-19T21:00+01:00",))}
    lines = drawn(nights, 3, (60, 24), [Event(LAST, What.CHANGED, "iron changed")], is_ascii=True)
    assert all(line.isascii() for line in lines)
    assert any("##" in line for line in lines)


def test_the_calendars_first_and_last_days_can_be_drawn():
    assert drawn(diary(1, last=date.max), 5)
    assert lines_of(severity_picture({}, date.min, date.min, (), 80))


def test_where_there_is_much_room_a_rating_takes_two_rows_and_a_sign_still_stands_once():
    lines = drawn(diary(*[2] * 6, 0, 8), size=(40, 80))
    assert [column(lines, back) for back in (2, 1, 0)] == ["▌" * 6, "·   ─", "▌" * 18]
    assert column(drawn(diary(4, 0), 60, (40, 80))) == "▙" + "▌" * 9
