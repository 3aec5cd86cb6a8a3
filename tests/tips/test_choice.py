"""The tips that fit: for the moment, not gated, untried first, then the better grade, steady all night."""

from __future__ import annotations

import re

import pytest

from stillnight.domain.flag import Tick
from stillnight.domain.moment import Moment
from stillnight.domain.night import Night
from stillnight.tips.choice import fitting
from tests.rules.seeds import seed_library
from tests.rules.worlds import TONIGHT, ago

TIPS = seed_library().tips.values()
EVENING, NIGHT, MORNING = Moment.EVENING, Moment.NIGHT, Moment.MORNING


def names(moment=EVENING, profile=None, ticks=(), night=None, **rest):
    fits = fitting(TIPS, moment, profile or {}, ticks, night or Night(TONIGHT), **rest)
    return [tip.id for tip in fits]


AT_NIGHT = {
    "walk", "calf_stretch", "arm_stretch", "selfmassage_calf", "selfmassage_thigh",
    "selfmassage_back", "held_pressure", "ball_foot", "leg_vibration", "cool_cloth", "alert_mind", "mindful",
}  # fmt: skip

PRESSURE = {"held_pressure", "roller", "ball_foot", "ball_hip"}
TOUCH = {
    *PRESSURE, "selfmassage_calf", "selfmassage_thigh", "selfmassage_back", "reflexology", "long_strokes",
    "foot_massager", "leg_vibration",
}  # fmt: skip
BENDING = {"hamstring", "quad", "arm_stretch", "ball_hip", "selfmassage_back"}
STANDING = {"walk", "calf_stretch", "hamstring", "quad", "sit_break", "roller", "ball_hip"}
SEATED = {"calf_stretch_seated", "hamstring_seated", "quad_seated", "sit_break_seated"}


def test_at_night_there_are_only_things_that_can_be_done_at_once():
    """Standing on one leg in the dark is not among them."""
    assert set(names(NIGHT)) == AT_NIGHT


@pytest.mark.parametrize("moment", list(Moment))
def test_what_is_for_information_only_is_never_suggested(moment):
    assert not {"vib_pad", "peroneal", "compression"} & set(names(moment))


@pytest.mark.parametrize("moment", list(Moment))
def test_every_moment_has_something_to_offer(moment):
    assert names(moment)


BY_DAY = {
    "exercise_prog", "yoga", "stretch_programme", "wbv", "caff_noon", "active_day", "desk_breaks",
    "support_group", "tell_people",
}  # fmt: skip


def test_what_is_done_by_day_or_over_weeks_is_offered_in_the_morning_alone():
    assert set(names(MORNING)) == {*BY_DAY, "sleep_rhythm"}
    assert not BY_DAY & {*names(EVENING), *names(NIGHT)}


@pytest.mark.parametrize("days", range(30))
def test_what_the_evening_offers_first_can_be_done_that_evening(days):
    first = seed_library().tips[names(night=Night(ago(days)))[0]]
    assert re.search(r"evening|bed|restless|sit|every day", first.when)
    assert "by day" not in first.when


def test_the_better_grade_stands_first():
    """A grade that was earned on dialysis counts a letter less."""
    grades = [seed_library().tips[name].grade for name in names(MORNING) if name != "stretch_programme"]
    assert grades == sorted(grades) == ["B", "B", "C", "C", "C", "C", "C", "D", "D"]
    assert names(MORNING).index("stretch_programme") > 1


def test_a_grade_earned_in_other_people_or_with_the_maker_involved_counts_a_letter_less():
    order = names()
    other = {name for name in order if seed_library().tips[name].discounted}
    assert other == {
        "reflexology",
        "long_strokes",
        "calf_stretch",
        "selfmassage_calf",
        "hamstring",
        "cool_water",
        "foot_massager",
    }
    untested = {
        *other,
        "quad",
        "selfmassage_thigh",
        "leg_vibration",
        "arm_stretch",
        "cool_cloth",
        "selfmassage_back",
    }
    untested |= PRESSURE
    untested -= {"reflexology", "long_strokes"}
    assert set(order[-len(untested) :]) == untested
    assert {names(night=Night(ago(days)))[0] for days in range(60)} > {"walk", "warm_bath", "alert_mind"}


def test_what_was_tried_stands_after_what_was_not():
    first = names()[0]
    assert names(tried={first})[-1] == first
    assert names(NIGHT, tried={"walk", "calf_stretch"})[-2:] == sorted(
        ["walk", "calf_stretch"], key=names(NIGHT).index
    )


def test_the_order_is_the_same_all_night_and_takes_turns_from_night_to_night():
    assert names() == names(night=Night(TONIGHT, {"severity": 9}))
    assert len({names(night=Night(ago(days)))[0] for days in range(20)}) > 1


@pytest.mark.parametrize(
    ("profile", "ticks", "gone"),
    [
        # two hours without alcohol would read as leave to drink before
        (
            {"pregnant_week": 20},
            (),
            {*TOUCH, "warm_bath", "alc_2h"},
        ),
        ({"dvt_past": True}, (), {*TOUCH, "calf_stretch"}),
        ({}, ("one_leg_pain",), {*TOUCH, *BENDING, "calf_stretch"}),
        ({"recent_surgery": True}, (), {*TOUCH, *BENDING, *STANDING}),
        ({"disc_acute": True}, (), BENDING),
        ({}, ("new_weakness",), {*STANDING, *BENDING}),
        (
            {"neuropathy": True},
            (),
            {
                *PRESSURE,
                "reflexology",
                "heat_pad",
                "warm_bath",
                "cool_water",
                "cool_cloth",
                "foot_massager",
                "leg_vibration",
            },
        ),
    ],
)
def test_a_shut_gate_takes_its_tips_away_and_no_others(profile, ticks, gone):
    left = set(names(profile=profile, ticks=[Tick(TONIGHT, flag) for flag in ticks]))
    assert set(names()) - left == gone


def test_a_version_for_sitting_is_offered_where_the_standing_one_is_not():
    assert not SEATED & {*names(), *names(NIGHT)}
    shaky = names(profile={"falls": True})
    assert (SEATED & set(shaky), STANDING & set(shaky)) == (SEATED, set())
    assert SEATED & set(names(NIGHT, profile={"falls": True})) == {"calf_stretch_seated", "hamstring_seated"}


def test_a_version_for_sitting_does_not_slip_in_for_one_that_was_left_out():
    """What a running trial tests is not among the tips that are handed in."""
    rest = [tip for tip in TIPS if tip.id != "calf_stretch"]
    fits = fitting(rest, EVENING, {"falls": True}, (), Night(TONIGHT))
    assert "calf_stretch_seated" not in [tip.id for tip in fits]


@pytest.mark.parametrize("flag", ["chest_pain", "new_weakness"])
def test_no_programme_is_offered_to_a_heart_or_a_leg_in_trouble(flag):
    left = names(MORNING, ticks=[Tick(TONIGHT, flag)])
    assert not {"exercise_prog", "yoga"} & set(left)


@pytest.mark.parametrize("reason", ["falls", "dizziness", "phlebitis", "leg_cancer_treatment"])
def test_a_vibration_plate_asks_for_steady_and_sound_legs(reason):
    assert "wbv" in names(MORNING)
    assert "wbv" not in names(MORNING, profile={"conditions": [reason]})


@pytest.mark.parametrize("taken", ["sleeping_pill", "mirtazapine", "tca", "antipsychotic", "antiemetic_da"])
def test_a_sedating_medicine_tonight_takes_standing_tips_away(taken):
    left = set(names(NIGHT, taken={taken}))
    assert left == {*AT_NIGHT, "calf_stretch_seated", "hamstring_seated"} - STANDING


@pytest.mark.parametrize("taken", ["sleeping_pill", "opioid", "gabapentinoid", "antihistamine_sedating"])
def test_a_sedating_medicine_tonight_takes_warm_water_and_warm_pads_away(taken):
    assert {"warm_bath", "heat_pad"} <= set(names())
    assert not {"warm_bath", "heat_pad"} & set(names(taken={taken}))


@pytest.mark.parametrize("taken", ["sleeping_pill", "opioid", "gabapentinoid", "antihistamine_sedating"])
def test_who_takes_something_that_makes_drowsy_is_not_told_of_two_hours_without_alcohol(taken):
    assert "alc_2h" in names()
    assert "alc_2h" not in names(taken={taken})


@pytest.mark.parametrize("drinks", [1, True])
def test_alcohol_tonight_takes_warm_water_and_warm_pads_away(drinks):
    left = names(night=Night(TONIGHT, {"f.alcohol": drinks}))
    assert not {"warm_bath", "heat_pad"} & set(left)
    assert "cool_water" in left


def test_there_may_be_nothing_left_to_offer():
    assert fitting([], EVENING, {}, [], Night(TONIGHT)) == []


# -- what the user made of it, and where it is felt -------------------------------------------------


def test_what_the_user_rated_high_and_can_be_done_before_bed_comes_first_the_best_before_the_good():
    assert names(ratings={"quad": 4, "hamstring": 5})[:2] == ["hamstring", "quad"]
    assert names(tried={"quad"}, ratings={"quad": 4})[0] == "quad"


def test_what_was_rated_low_comes_last_even_after_what_was_tried_and_left_unrated():
    order = names(tried={"walk", "mindful"}, ratings={"walk": 1, "quad": 2})
    assert order[-3:] == ["mindful", "quad", "walk"]


def test_a_middling_rating_is_a_try_and_no_more():
    assert names(ratings={"walk": 3})[-1] == "walk"


def test_what_is_not_for_before_bed_is_not_put_forward_by_a_rating():
    assert names(MORNING, ratings={"caff_noon": 5})[-1] == "caff_noon"


def test_no_rating_opens_a_gate():
    taken = names(profile={"falls": True}, ratings={"walk": 5})
    assert "walk" not in taken


def test_what_is_for_the_parts_felt_tonight_comes_first_and_for_other_parts_last():
    thighs = names(night=Night(TONIGHT, {"parts": ["thighs"]}))
    tips = seed_library().tips
    assert "thighs" in tips[thighs[0]].areas
    places = ["here" if "thighs" in tips[name].areas else "elsewhere" if tips[name].areas else "anywhere"
              for name in thighs]  # fmt: skip
    assert places == sorted(places, key=["here", "anywhere", "elsewhere"].index)
    assert set(places) == {"here", "anywhere", "elsewhere"}


@pytest.mark.parametrize("parts", [None, [], "calves", 7])
def test_without_a_place_tonight_every_place_counts_alike(parts):
    assert names(night=Night(TONIGHT, {"parts": parts})) == names()
