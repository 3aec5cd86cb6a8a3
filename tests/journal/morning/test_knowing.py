"""What the journal supposes of a night that is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from tests.clocks import BERLIN, NEW_YORK
from tests.journal.morning.mornings import LIGHTS_OUT, NIGHT, bout

from stillnight.domain.clock_rule import NightFrame
from stillnight.domain.night import Night
from stillnight.journal.morning.knowing import GUESSED, OFFERED, guesses, is_morning, offers
from stillnight.journal.morning.rows import Row

FRAME = NightFrame(NIGHT, BERLIN)


def at(wall: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{wall}").replace(tzinfo=BERLIN)


def night(**values) -> Night:
    return Night(NIGHT, values)


@pytest.mark.parametrize(
    ("opened", "guess"),
    [
        ("20T05:00", "2026-11-20T05:00+01:00"),
        ("20T06:50", "2026-11-20T06:50+01:00"),
        ("20T09:59", "2026-11-20T09:59+01:00"),
        ("20T10:00", None),
        ("20T11:30", None),
        ("20T04:59", None),
        ("20T20:00", None),
        ("21T06:50", None),
        ("19T22:40", None),
    ],
)
def test_who_opens_it_early_in_the_morning_has_just_woken(opened, guess):
    assert guesses(night(), FRAME, [], at(opened)).get("final_wake") == guess


def test_a_waking_that_is_on_record_is_not_guessed():
    known = night(final_wake="2026-11-20T06:00+01:00", nwak=0)
    assert guesses(known, FRAME, [bout("03:10")], at("20T06:50")) == {}


@pytest.mark.parametrize(
    ("values", "bouts", "guess"),
    [
        ({}, [], None),
        ({}, ["03:10"], 1),
        ({"lights_out": LIGHTS_OUT}, ["02:10", "03:10"], 2),
        ({"lights_out": "2026-11-20T02:30+01:00"}, ["02:10", "03:10"], 1),
        ({"lights_out": "2026-11-20T04:00+01:00"}, ["02:10", "03:10"], None),
    ],
)
def test_every_episode_after_lights_out_is_taken_for_an_awakening_and_none_says_nothing(values, bouts, guess):
    found = guesses(night(**values), FRAME, [bout(clock) for clock in bouts], at("20T20:00"))
    assert found.get("nwak") == guess


def test_more_episodes_than_a_night_can_have_are_as_many_as_the_field_takes():
    bouts = [bout(f"03:{minute:02}") for minute in range(60)]
    assert guesses(night(), FRAME, bouts, at("20T20:00"))["nwak"] == 50


def test_now_is_offered_for_waking_and_getting_up_all_morning_long():
    now = "2026-11-20T11:30+01:00"
    assert offers(night(), FRAME, [], at("20T11:30")) == {"final_wake": now, "out_of_bed": now}
    assert offers(night(), FRAME, [], at("20T12:00")) == {}
    assert offers(night(out_of_bed=now), FRAME, [], at("20T11:30")) == {"final_wake": now}


@pytest.mark.parametrize(
    ("entered", "offer"),
    [
        ("2026-11-19T22:40+01:00", "2026-11-19T22:40+01:00"),
        ("2026-11-20T01:10+01:00", "2026-11-20T01:10+01:00"),
        ("2026-11-20T08:00+01:00", None),
        ("2026-11-21T22:00+01:00", None),
    ],
)
def test_the_save_of_the_evening_is_offered_for_lights_out_unless_it_came_later(entered, offer):
    assert offers(night(evening_at=entered), FRAME, [], at("21T20:00")).get("lights_out") == offer


@pytest.mark.parametrize(
    ("minutes", "offer"), [([10, 5], 15), ([0], None), ([10, None], None), ([None], None), ([], None)]
)
def test_the_relief_of_all_episodes_together_is_offered_for_the_time_awake(minutes, offer):
    bouts = [bout(f"03:{number}0", minutes=one) for number, one in enumerate(minutes)]
    assert offers(night(), FRAME, bouts, at("20T20:00")).get("waso_min") == offer


def test_a_bout_before_bed_says_nothing_of_the_time_awake():
    early = replace(bout("03:10", minutes=10), at=at("19T21:00"))
    assert "waso_min" not in offers(night(), FRAME, [early], at("20T20:00"))
    assert "nwak" not in guesses(night(), FRAME, [early], at("20T20:00"))
    assert offers(night(), FRAME, [early], at("20T20:00"), bedtime=time(18, 0))["waso_min"] == 10


def test_time_awake_is_offered_until_the_lights_went_out_again():
    paced = bout("03:10", minutes=10, back_at=at("20T03:50"))
    assert offers(night(), FRAME, [paced], at("20T20:00"))["waso_min"] == 40


def test_everything_supposed_says_where_it_comes_from():
    bouts = [bout("03:10", minutes=5)]
    evening = night(evening_at="2026-11-19T22:40+01:00")
    assert guesses(evening, FRAME, bouts, at("20T06:50")).keys() == {row.value for row in GUESSED}
    assert offers(evening, FRAME, bouts, at("20T06:50")).keys() == {row.value for row in OFFERED}
    assert {*GUESSED, *OFFERED} <= set(Row)


def test_the_morning_is_that_of_the_wall_clock_and_ends_with_the_night():
    assert is_morning(FRAME, at("20T06:50").astimezone(NEW_YORK))
    assert not is_morning(NightFrame(date(2026, 11, 18), BERLIN), at("20T06:50"))
    late = NightFrame(NIGHT, BERLIN, time(15))
    assert is_morning(late, at("20T14:59"))
    # a rollover before five leaves no morning in the night
    assert not is_morning(NightFrame(NIGHT, BERLIN, time(4)), at("20T06:50"))
