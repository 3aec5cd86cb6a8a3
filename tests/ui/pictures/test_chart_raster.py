"""The night raster as lines: what was when, without colour, in any room."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from tests.insight.charts.diary import LAST, one
from tests.ui.pictures.charts_read import lines_of, widest

from stillnight.insight.charts.raster import raster_night, window_of
from stillnight.ui.pictures.charts.raster import raster_picture, raster_scale

NIGHT = {
    "severity": 6, "onset": "2026-11-19T21:30+01:00", "lights_out": "2026-11-19T22:30+01:00", "sol_min": 60,
    "final_wake": "2026-11-20T06:00+01:00", "out_of_bed": "2026-11-20T07:00+01:00",
}  # fmt: skip
HALF_HOURS = "18"


def drawn(width=44, rollover=time(12, 0), is_ascii=False, **values):
    night = raster_night(one(**{**NIGHT, **values}), rollover)
    days = [LAST, LAST - timedelta(days=1)]
    window = window_of([night], rollover)
    return lines_of(raster_picture(days, {LAST: night}, window, width, rollover), is_ascii)


def test_a_night_is_a_line_and_a_half_hour_a_sign():
    hours, night, gap, *_ = drawn(waso_min=0)
    assert hours == "        18  20  22  00  02  04  06  08  10"
    assert night == "19 Nov 6       ▷ (·━━━━━━━━━━━━━·)"
    assert gap == "18 Nov"


def test_the_hours_begin_with_the_picture_also_where_nights_change_at_half_past():
    assert drawn(rollover=time(11, 30))[0].startswith("        18  20  22")


def test_waking_that_nobody_timed_breaks_the_line_of_sleep():
    assert "(·╌╌╌╌╌╌╌╌╌╌╌╌╌·)" in drawn(waso_min=40)[1]
    assert "waking that nobody timed" in " ".join(drawn(waso_min=40))


def test_an_episode_is_its_digit_and_stands_over_sleep():
    line = drawn(waso_min=0, bouts=(("2026-11-20T02:10+01:00", 10), ("2026-11-20T04:10+01:00", None)))[1]
    assert line == "19 Nov 6       ▷ (·━━━━━x━━━!━━━·)"


def test_of_two_episodes_in_a_half_hour_the_worse_is_seen():
    assert "7" in drawn(bouts=(("2026-11-20T02:10+01:00", 3), ("2026-11-20T02:20+01:00", 7)))[1]
    assert "73" in drawn(80, bouts=(("2026-11-20T02:10+01:00", 3), ("2026-11-20T02:20+01:00", 7)))[1]


def test_where_there_is_room_an_urge_has_its_sign_beside_its_digit():
    assert "8█" in drawn(80, bouts=(("2026-11-20T02:10+01:00", 8),))[1]


def test_getting_up_has_a_sign_where_there_is_room():
    night = raster_night(one(bouts=(("2026-11-20T02:10+01:00", 8),)))
    night = night._replace(bouts=(night.bouts[0]._replace(is_out_of_bed=True),))
    lines = lines_of(raster_picture([LAST], {LAST: night}, (360, 1440), 80))
    assert "8^" in lines[1]
    assert "^ got up" in " ".join(lines)


def test_a_dose_stands_at_its_time():
    assert drawn(doses=("2026-11-19T20:05+01:00",))[1].index("◆") == 8 + 4


def test_late_recall_and_all_day_have_their_signs():
    line = drawn(is_late=True, onset="all_day")[1]
    assert line.startswith("19 Nov~6*")


def test_what_is_before_the_picture_stands_at_its_margin():
    early = raster_night(one(onset="2026-11-19T13:00+01:00"))
    lines = lines_of(raster_picture([LAST], {LAST: early}, (360, 1440), 44))
    assert lines[1].index("▷") == 8


@pytest.mark.parametrize("width", [40, 44, 60, 80, 114, 200])
@pytest.mark.parametrize("rollover", [time(12, 0), time(18, 0), time(5, 30)], ids=str)
def test_it_fits_into_its_columns(width, rollover):
    lines = drawn(width, rollover, waso_min=30, bouts=(("2026-11-20T02:10+01:00", 5),), is_late=True)
    assert widest(lines) <= width


def test_where_half_hours_have_no_room_a_sign_is_an_hour():
    assert raster_scale((360, 1440), 43).minutes == 60
    assert "a sign is an hour" in " ".join(drawn(40))


def test_a_terminal_without_such_signs_gets_others():
    lines = drawn(40, is_ascii=True, waso_min=0, doses=("2026-11-19T20:05+01:00",))
    assert all(line.isascii() for line in lines)
    assert "=" in lines[1]


def test_a_spring_night_without_its_third_hour_is_drawn():
    night = one(
        date(2026, 3, 28), severity=2, lights_out="2026-03-28T23:00+01:00", sol_min=30, waso_min=0,
        final_wake="2026-03-29T07:00+02:00",
    )  # fmt: skip
    lines = lines_of(
        raster_picture([night.night.date], {night.night.date: raster_night(night)}, (360, 1440), 44)
    )
    # half past eleven to seven on the clock
    assert lines[1].count("━") == 15 - 1
