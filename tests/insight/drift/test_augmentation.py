"""M01: two of four, or four hours earlier alone, today and four weeks before."""

from __future__ import annotations

from datetime import time

import pytest
from tests.insight.drift.nights import TONIGHT, ago, night, stamp, stretch, watched

from stillnight.insight.drift.augmentation import AS_WE_WATCH, augmentation

SINCE = ago(300)
GOOD = {"severity": 2, "onset": "21:30", "parts": ["calves"], "rest": 40}


def signs(rows, since=SINCE, limits=AS_WE_WATCH):
    return {sign.name: sign.values for sign in augmentation(rows, since, TONIGHT, limits)}


def changed(lasts=45, **now):
    """Half a year as at its best, then so many nights otherwise."""
    return watched(stretch(200, lasts, **GOOD), stretch(lasts - 1, 0, **{**GOOD, **now}))


def test_nothing_changed_says_nothing():
    assert signs(changed()) == {}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"severity": 4, "onset": "19:30"}, {"severity", "onset"}),
        ({"severity": 4, "rest": 20}, {"severity", "rest_latency"}),
        ({"onset": "19:30", "parts": ["calves", "arms"]}, {"onset", "parts"}),
        ({"severity": 5, "onset": "18:00", "parts": ["hands"], "rest": 5},
         {"severity", "onset", "parts", "rest_latency"}),
        ({"onset": "17:30"}, {"onset"}),
        ({"onset": "all_day"}, {"onset"}),
        ({"onset": "09:00"}, {"onset"}),
    ],
)  # fmt: skip
def test_two_of_four_are_told_and_four_hours_alone(now, expected):
    assert set(signs(changed(**now))) == expected


@pytest.mark.parametrize(
    "now",
    [
        {"severity": 8},
        {"onset": "19:30"},
        {"onset": "17:31"},
        {"parts": ["arms", "trunk"]},
        {"rest": 5},
        {"severity": 3, "onset": "19:30"},
        {"severity": 4, "onset": "19:31"},
        {"severity": 4, "rest": 21},
        {"severity": 4, "parts": ["calves", "thighs", "back"]},
        {"severity": 1, "onset": "23:30", "rest": 80},
    ],
)
def test_one_alone_and_what_falls_short_say_nothing(now):
    assert signs(changed(**now)) == {}


@pytest.mark.parametrize(("lasts", "seen"), [(42, True), (41, True), (34, False), (14, False)])
def test_it_must_have_been_true_four_weeks_before_as_well(lasts, seen):
    """A look is a fortnight; its median and mean may hold with some nights of it as before."""
    assert bool(signs(changed(lasts, severity=6, onset="18:00"))) is seen


def test_as_written_one_look_is_enough():
    one_look = AS_WE_WATCH._replace(looks=1, lasting=0)
    assert set(signs(changed(14, severity=6, onset="18:00"), limits=one_look)) == {"severity", "onset"}


@pytest.mark.parametrize(("days", "seen"), [(88, True), (87, False)])
def test_sixty_days_on_it_are_asked_at_both_looks(days, seen):
    rows = watched(stretch(88, 45, **GOOD), stretch(44, 0, **{**GOOD, "severity": 5, "onset": "19:00"}))
    assert bool(signs(rows, since=ago(days))) is seen


def test_what_was_before_the_medicine_is_no_best_stretch():
    rows = watched(stretch(200, 101, **GOOD), stretch(100, 0, **{**GOOD, "severity": 7, "onset": "17:00"}))
    assert signs(rows, since=ago(100)) == {}
    assert signs(rows, since=ago(200)) != {}


def test_the_numbers_of_the_card_are_those_of_the_nights():
    found = signs(changed(severity=5, onset="19:15", parts=["calves", "arms"], rest=15))
    assert found["onset"] == {
        "now": time(19, 15), "then": time(21, 30), "by": "2 h 15 min", "n": 14, "m": 28,
        "since": ago(200), "minutes": 135,
    }  # fmt: skip
    assert found["severity"] == {"now": 5, "then": 2, "by": 3, "n": 14, "m": 28, "since": ago(200)}
    assert found["rest_latency"]["now"] == 15
    assert found["parts"] == {"names": ("arms",), "n": 14, "m": 14}


def thinned(rows, every):
    return [one for one in rows if one.date.toordinal() % every == 0]


def test_seven_answers_on_each_side_are_needed():
    rows = changed(60, severity=6, onset="18:00")
    assert signs(thinned(rows, 2)) != {}
    assert signs(thinned(rows, 3)) == {}


def test_a_part_named_once_or_twice_is_no_spread():
    arms = [night(days, **{**GOOD, "severity": 5, "parts": ["arms"]}) for days in (0, 5, 30, 35)]
    rest = [
        night(days, **{**GOOD, "severity": 5}) for days in range(44, -1, -1) if days not in (0, 5, 30, 35)
    ]
    assert signs(watched(stretch(200, 45, **GOOD), arms + rest)) == {}


def test_a_part_known_from_the_best_stretch_is_not_new():
    good = {**GOOD, "parts": ["calves", "arms"]}
    rows = watched(stretch(200, 45, **good), stretch(44, 0, **{**good, "severity": 5}))
    assert signs(rows) == {}


@pytest.mark.parametrize("zones", [("+01:00", "+02:00"), ("+02:00", "+01:00")])
def test_a_clock_change_is_no_change(zones):
    """Just under two hours earlier stays under two hours, in spring and in autumn."""
    good, now = {**GOOD, "zone": zones[0]}, {**GOOD, "zone": zones[1], "severity": 5, "onset": "19:35"}
    assert signs(watched(stretch(200, 45, **good), stretch(44, 0, **now))) == {}


@pytest.mark.parametrize(("zone", "there"), [("+10:00", "05:30"), ("-08:00", "13:30")])
def test_a_flight_is_no_change_while_the_body_lives_at_home(zone, there):
    """Nine nights away: what was felt at 20:30 at home stands as a morning or an afternoon over there."""
    now = {**GOOD, "severity": 5}
    away = stretch(8, 0, **{**now, "zone": zone, "onset": there})
    before = stretch(36, 28, **{**now, "zone": zone, "onset": there})
    rest = stretch(44, 37, **now) + stretch(27, 9, **now)
    rows = watched(stretch(200, 45, **GOOD), sorted(before + rest + away, key=lambda one: one.date))
    assert signs(rows) == {}


def test_who_entered_early_and_enters_late_now_has_no_earlier_legs():
    good = {**GOOD, "onset": "not_yet", "entered": "18:30"}
    rows = watched(stretch(200, 45, **good), stretch(44, 0, **{**GOOD, "severity": 5, "onset": "20:00"}))
    assert signs(rows) == {}


def test_who_enters_early_now_has_no_earlier_legs():
    now = {**GOOD, "severity": 5, "onset": "not_yet", "entered": "18:00"}
    assert signs(watched(stretch(200, 45, **GOOD), stretch(44, 0, **now))) == {}


def spells(bad, **limits):
    """Bad and good spells of four weeks each by turns, the last one bad."""
    rows = [night(days, **(bad if days // 28 % 2 == 0 else GOOD)) for days in range(251, -1, -1)]
    return signs(watched(rows), limits=AS_WE_WATCH._replace(looks=1, **limits))


def test_who_has_good_and_bad_spells_is_worse_than_at_their_best_and_no_worse_than_ever():
    bad = {**GOOD, "severity": 4, "onset": "19:30"}
    assert set(spells(bad, lasting=0)) == {"onset", "severity"}
    assert spells(bad) == {}


def test_what_is_told_is_held_against_the_best_stretch():
    """Half of the earlier nights were in between: the card still names the best."""
    middle = {**GOOD, "severity": 3, "onset": "21:00"}
    rows = watched(
        stretch(240, 140, **GOOD), stretch(139, 45, **middle), stretch(44, 0, severity=6, onset="18:00")
    )
    assert signs(rows)["severity"]["then"] == 2


def evenings(then, now, bed, usual="23:00"):
    """The first feeling and lights out at one hour, then at others."""
    good = stretch(200, 45, **{**GOOD, "onset": then})
    changed = stretch(44, 0, **{**GOOD, "severity": 5, "onset": now})
    for one in good:
        one.values["lights_out"] = stamp(one.date, usual)
    for one in changed:
        one.values["lights_out"] = stamp(one.date, bed)
    return watched(good, changed)


@pytest.mark.parametrize(
    ("bed", "seen"), [("23:00", True), ("22:00", True), ("21:45", False), ("20:30", False), ("00:30", True)]
)
def test_an_evening_that_moved_as_a_whole_has_no_earlier_legs(bed, seen):
    assert ("onset" in signs(evenings("21:30", "19:10", bed))) is seen


def test_lights_out_in_the_morning_ends_the_night_before():
    """After a night shift; what is before bed stays as long before bed."""
    assert signs(evenings("04:30", "01:30", "04:00", usual="07:00")) == {}


def test_told_is_what_tonight_finds():
    """Four weeks before it was less."""
    before, now = {**GOOD, "severity": 5, "onset": "19:00"}, {**GOOD, "severity": 8, "onset": "18:00"}
    rows = watched(stretch(200, 45, **GOOD), stretch(44, 14, **before), stretch(13, 0, **now))
    assert signs(rows)["severity"]["now"] == 8


def test_the_last_fortnight_is_not_held_against_itself():
    one_sign = AS_WE_WATCH._replace(looks=1, signs=1, lasting=0)
    rows = watched(stretch(27, 21, **{**GOOD, "severity": 0}), stretch(13, 0, **{**GOOD, "severity": 9}))
    assert signs(rows, limits=one_sign) == {}


def test_the_order_in_which_nights_come_does_not_matter():
    nights = stretch(200, 45, **GOOD) + stretch(44, 0, **{**GOOD, "severity": 5, "onset": "18:00"})
    assert signs(watched(nights[::-1])) == signs(watched(nights)) != {}
