"""The sleep measures of one night."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clocks import BERLIN, LORD_HOWE, NEW_YORK

from stillnight.domain.clock_rule import NightFrame, stamp_text
from stillnight.domain.night import Night
from stillnight.domain.sleep import SleepMeasures, lacking, measure

NIGHT = date(2026, 11, 19)
CLOCKS = ("lights_out", "final_wake", "out_of_bed")


def slept(lights_out="23:00", final_wake="06:30", out_of_bed="07:00", night=NIGHT, zone=BERLIN, **minutes):
    frame = NightFrame(night, zone)
    clocks = zip(CLOCKS, (lights_out, final_wake, out_of_bed), strict=True)
    stamps = {name: stamp_text(frame.place(time.fromisoformat(clock))) for name, clock in clocks if clock}
    return measure(Night(night, stamps | {f"{name}_min": value for name, value in minutes.items()}))


def test_each_measure_follows_its_formula():
    assert slept(sol=30, waso=60, tasafa=20) == SleepMeasures(
        tib=480,  # 23:00 to 07:00
        sol=30,
        waso=60,
        tasafa=20,
        tst=360,  # 450 in bed until the final waking, less 30, less 60
        se_tib=75.0,  # 360 of 480
        se_dse=76.6,  # 360 of 30 + 360 + 60 + 20 = 470
    )


def test_without_tasafa_it_is_the_time_from_final_waking_to_rising():
    sleep = slept(sol=30, waso=60)
    assert (sleep.tasafa, sleep.se_tib, sleep.se_dse) == (30, 75.0, 75.0)


def test_pacing_out_of_bed_stays_in_the_efficiency():
    # two hours of pacing inside WASO: 330 of 30 + 330 + 120 + 0
    sleep = slept("22:00", "06:00", "06:00", sol=30, waso=120)
    assert (sleep.tst, sleep.se_dse, sleep.se_tib) == (330, 68.8, 68.8)


@pytest.mark.parametrize(
    ("missing", "left"),
    [
        ("lights_out", {"sol", "waso", "tasafa"}),
        ("final_wake", {"tib", "sol", "waso"}),
        ("out_of_bed", {"sol", "waso", "tst"}),
        ("sol", {"tib", "waso", "tasafa"}),
        ("waso", {"tib", "sol", "tasafa"}),
    ],
)
def test_missing_stays_missing(missing, left):
    answers = {"sol": 30, "waso": 60, missing: None}
    sleep = slept(**answers)
    known = {name for name in SleepMeasures._fields if getattr(sleep, name) is not None}
    assert known == left


def test_a_night_without_a_word_has_no_measures():
    assert measure(Night(NIGHT)) == SleepMeasures()


def test_tasafa_keeps_its_own_word_where_rising_is_unknown():
    sleep = slept(out_of_bed=None, sol=30, waso=60, tasafa=20)
    assert (sleep.tib, sleep.se_tib, sleep.se_dse) == (None, None, 76.6)


@pytest.mark.parametrize(
    ("zone", "night", "tib"),
    [
        (BERLIN, date(2026, 3, 28), 7 * 60),
        (BERLIN, date(2026, 10, 24), 9 * 60),
        (NEW_YORK, date(2026, 3, 7), 7 * 60),
        (NEW_YORK, date(2026, 10, 31), 9 * 60),
        (LORD_HOWE, date(2026, 10, 3), 7 * 60 + 30),
        (LORD_HOWE, date(2026, 4, 4), 8 * 60 + 30),
    ],
)
def test_a_clock_change_is_counted_as_it_passed(zone, night, tib):
    sleep = slept(night=night, zone=zone, sol=0, waso=0)
    assert (sleep.tib, sleep.tst, sleep.tasafa) == (tib, tib - 30, 30)


def test_a_night_flight_is_counted_as_it_passed():
    stamps = {"lights_out": "2026-11-19T22:00-05:00", "final_wake": "2026-11-20T10:00+01:00"}
    sleep = measure(
        Night(NIGHT, stamps | {"out_of_bed": "2026-11-20T10:30+01:00", "sol_min": 15, "waso_min": 0})
    )
    assert (sleep.tib, sleep.tst, sleep.tasafa) == (390, 345, 30)


def test_a_sum_that_comes_out_negative_is_missing():
    sleep = slept(lights_out="06:45", sol=0, waso=0)
    assert (sleep.tib, sleep.tst, sleep.se_tib, sleep.se_dse) == (15, None, None, None)
    assert slept(sol=400, waso=60).tst is None
    assert slept(lights_out="07:30", sol=0, waso=0).tib is None


def test_rising_before_the_final_waking_gives_no_efficiency():
    sleep = slept(final_wake="07:00", out_of_bed="06:00", sol=0, waso=0)
    assert (sleep.tib, sleep.tst, sleep.tasafa, sleep.se_tib, sleep.se_dse) == (420, 480, None, None, None)


def test_a_sleepless_night_has_an_efficiency_of_zero():
    sleep = slept(sol=450, waso=0)
    assert (sleep.tst, sleep.se_tib, sleep.se_dse) == (0, 0.0, 0.0)


def test_no_time_in_bed_has_no_efficiency():
    sleep = slept("23:00", "23:00", "23:00", sol=0, waso=0)
    assert (sleep.tib, sleep.tst, sleep.se_tib, sleep.se_dse) == (0, 0, None, None)


@pytest.mark.parametrize("kept", ["30", 30.5, True, -5, float("nan"), [30]])
def test_minutes_that_cannot_be_meant_are_missing_not_zero(kept):
    sleep = slept(sol=kept, waso=60)
    assert (sleep.sol, sleep.tst, sleep.waso) == (None, None, 60)


MINUTES = st.none() | st.integers(0, 900)
TIMES = st.none() | st.times().map(lambda clock: f"{clock:%H:%M}")


@given(clocks=st.tuples(TIMES, TIMES, TIMES), sol=MINUTES, waso=MINUTES, tasafa=MINUTES)
def test_every_measure_is_missing_or_possible(clocks, sol, waso, tasafa):
    sleep = slept(*clocks, sol=sol, waso=waso, tasafa=tasafa)
    for name in ("tib", "sol", "waso", "tasafa", "tst"):
        value = getattr(sleep, name)
        assert value is None or 0 <= value <= 1440
    for share in (sleep.se_tib, sleep.se_dse):
        assert share is None or 0 <= share <= 100


@pytest.mark.parametrize(
    ("values", "measure_name", "missing"),
    [
        ({}, "tib", ["lights_out", "out_of_bed"]),
        ({"lights_out": "2026-11-19T22:40+01:00"}, "tib", ["out_of_bed"]),
        ({"lights_out": "2026-11-19T22:40+01:00", "sol_min": 0}, "tst", ["waso_min", "final_wake"]),
        ({"lights_out": "late", "sol_min": "x"}, "tst", ["lights_out", "sol_min", "waso_min", "final_wake"]),
    ],
)
def test_a_measure_says_what_it_lacks(values, measure_name, missing):
    assert lacking(Night(date(2026, 11, 19), values), measure_name) == missing
