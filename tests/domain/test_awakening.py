"""Which episodes are awakenings, and how long somebody was awake in them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from tests.clocks import BERLIN

from stillnight.domain.awakening import awakenings, minutes_awake
from stillnight.domain.night import Episode, Night

NIGHT = date(2026, 11, 19)


def at(wall: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{wall}").replace(tzinfo=BERLIN)


def bout(wall: str, back: str | None = None, minutes: int | None = None) -> Episode:
    return Episode(NIGHT, at(wall), minutes=minutes, back_at=at(back) if back else None)


@pytest.mark.parametrize(
    ("values", "walls"),
    [
        # by the clock: from two hours after the usual bedtime until five
        ({}, ["20T00:30", "20T03:10"]),
        ({"lights_out": "2026-11-19T22:00+01:00"}, ["19T22:10", "20T00:30", "20T03:10", "20T09:00"]),
        ({"lights_out": "2026-11-20T02:00+01:00"}, ["20T03:10", "20T09:00"]),
        (
            {"lights_out": "2026-11-19T22:00+01:00", "out_of_bed": "2026-11-20T07:00+01:00"},
            ["19T22:10", "20T00:30", "20T03:10"],
        ),
        ({"out_of_bed": "2026-11-20T02:00+01:00"}, ["20T00:30"]),
        # who lies awake after the final waking does not wake up again
        (
            {"final_wake": "2026-11-20T03:00+01:00", "out_of_bed": "2026-11-20T07:00+01:00"},
            ["20T00:30"],
        ),
    ],
)
def test_a_session_before_bed_or_after_getting_up_is_no_awakening(values, walls):
    bouts = list(map(bout, ["19T20:00", "19T22:10", "20T00:30", "20T03:10", "20T09:00"]))
    assert [f"{one.at:%dT%H:%M}" for one in awakenings(Night(NIGHT, values), bouts)] == walls


def test_whoever_goes_to_bed_late_is_not_awake_again_at_one():
    assert awakenings(Night(NIGHT), [bout("20T01:10")], bedtime=time(1, 0)) == []


@pytest.mark.parametrize(
    ("bouts", "minutes"),
    [
        ([bout("20T02:10", minutes=10), bout("20T04:00", minutes=5)], 15),
        ([bout("20T02:10", back="20T02:40")], 30),
        ([bout("20T02:10", back="20T02:40", minutes=10), bout("20T04:00", minutes=5)], 35),
        # a second relief of the same bout
        ([bout("20T02:10", back="20T02:40"), bout("20T02:20")], 30),
        ([bout("20T02:10", back="20T02:40"), bout("20T02:20", back="20T03:00")], 50),
        ([bout("20T02:10", back="20T02:40"), bout("20T04:00")], None),
        ([], 0),
    ],
)
def test_time_awake_runs_until_the_lights_go_out_again_and_is_counted_once(bouts, minutes):
    assert minutes_awake(bouts) == minutes


def test_the_hour_that_comes_twice_is_counted():
    first = datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN)
    again = datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=BERLIN)
    assert minutes_awake([Episode(date(2026, 10, 24), first, back_at=again)]) == 20
