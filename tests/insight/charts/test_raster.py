"""Where in the night something was: by the wall clock on which it was written."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.insight.charts.diary import LAST, one

from stillnight.insight.charts.raster import Bout, RasterNight, raster_night, window_of

NOON_TO = {"18:00": 360, "21:30": 570, "22:50": 650, "06:40": 1120, "07:10": 1150}


def test_every_time_is_minutes_from_noon():
    night = one(
        severity=6, onset="2026-11-19T21:30+01:00", lights_out="2026-11-19T22:50+01:00", sol_min=30,
        waso_min=25, final_wake="2026-11-20T06:40+01:00", out_of_bed="2026-11-20T07:10+01:00",
        bouts=(("2026-11-20T02:10+01:00", 7),), doses=("2026-11-19T18:00+01:00",), is_late=True,
    )  # fmt: skip
    assert raster_night(night) == RasterNight(
        LAST, 6, True, NOON_TO["21:30"], False, (NOON_TO["22:50"], NOON_TO["07:10"]), (680, NOON_TO["06:40"]),
        25, (Bout(850, 7),), (NOON_TO["18:00"],),
    )  # fmt: skip


def test_a_night_abroad_is_drawn_as_it_was_lived_there():
    assert raster_night(one(onset="2026-11-19T21:30-05:00")).onset == NOON_TO["21:30"]


def test_the_night_in_which_the_clocks_go_back_keeps_its_clock():
    night = one(
        date(2026, 10, 24),
        lights_out="2026-10-24T22:50+02:00",
        sol_min=0,
        final_wake="2026-10-25T06:40+01:00",
    )
    assert raster_night(night).asleep == (650, 1120)


@pytest.mark.parametrize(
    "values",
    [
        {"onset": "2026-11-25T21:30+01:00"},
        {"onset": "not_yet"},
        {"onset": "rubbish"},
        {"onset": 7},
        {"lights_out": "2026-11-20T08:00+01:00", "out_of_bed": "2026-11-20T07:00+01:00"},
        {"lights_out": "2026-11-19T23:00+01:00"},
    ],
)
def test_what_cannot_be_placed_is_left_out(values):
    assert raster_night(one(**values)).earliest is None


def test_felt_all_day_has_a_sign_of_its_own():
    found = raster_night(one(onset="all_day"))
    assert (found.is_all_day, found.onset) == (True, None)


def test_sleep_needs_to_know_when_it_began():
    night = one(lights_out="2026-11-19T23:00+01:00", final_wake="2026-11-20T06:00+01:00")
    found = raster_night(night)
    assert (found.in_bed, found.asleep) == ((660, 1080), None)


def test_the_picture_begins_at_six_or_where_most_evenings_do():
    ordinary = [RasterNight(LAST, onset=600)] * 19
    assert window_of([]) == (360, 1440)
    assert window_of(ordinary) == (360, 1440)
    assert window_of([*ordinary, RasterNight(LAST, onset=70)]) == (360, 1440)
    assert window_of([RasterNight(LAST, onset=330)] * 3) == (300, 1440)


def test_another_rollover_moves_the_picture():
    assert window_of([], time(18, 0)) == (0, 1080)
    assert window_of([], time(15, 30)) == (150, 1230)
