"""The guided sessions that come with the program: all there, true to their tips, short enough to read."""

from __future__ import annotations

import re
from textwrap import wrap

import pytest

from stillnight.domain.picks import PARTS
from stillnight.tips.coach.guide import Kind, Side, for_week
from tests.rules.seeds import seed_library

LIBRARY = seed_library()
GUIDES = LIBRARY.guides
WORK = (Kind.HOLD, Kind.DO, Kind.BREATHE)

ON_THEIR_FEET = {
    # G08 would take it from everybody with a medicine that makes drowsy; it is done by day, holding on
    "exercise_prog",
    # a tub is not stood in; who is unsteady is kept from it by a gate of its own
    "warm_bath",
}

EACH = [pytest.param(guide, id=guide.id) for guide in GUIDES.values()]


def of_tip(tip):
    return [guide for guide in GUIDES.values() if guide.tip == tip]


def worked(guide):
    """Seconds of what is done, without getting ready and resting."""
    return sum(step.seconds for step in guide.steps if step.kind in WORK)


def said(guide):
    """Everything that a session says."""
    return [guide.title, guide.caution, guide.closing, *(step.words for step in guide.steps)]


@pytest.mark.parametrize(
    "id",
    [
        "calf_stretch", "calf_stretch_seated", "hamstring", "hamstring_seated", "quad", "quad_seated",
        "selfmassage_calf", "selfmassage_thigh", "selfmassage_back", "foot_massager", "foot_massager_15",
        "leg_vibration", "leg_vibration_feet", "leg_vibration_30", "leg_vibration_feet_30", "heat_pad",
        "warm_bath", "cool_water", "walk", "mindful", "alert_mind", "sit_break", "sit_break_seated", "yoga",
        "yoga_off_floor", "yoga_chair", "exercise_prog", "reflexology",
    ],
)  # fmt: skip
def test_what_was_asked_for_is_there(id):
    assert id in GUIDES


def test_the_usual_session_has_the_id_of_its_tip_and_comes_first():
    tips = dict.fromkeys(guide.tip for guide in GUIDES.values())
    assert {tip: of_tip(tip)[0].id for tip in tips} == {tip: tip for tip in tips}


def test_what_is_for_information_only_is_never_guided():
    assert [guide.id for guide in GUIDES.values() if LIBRARY.tips[guide.tip].info_only] == []


@pytest.mark.parametrize("guide", EACH)
def test_a_session_is_whole(guide):
    assert set(guide.parts) <= set(PARTS)
    assert any(step.kind in (*WORK, Kind.PUZZLE) for step in guide.steps)
    assert guide.steps[-1].kind is not Kind.REST
    for step in guide.steps:
        assert step.parts or step.kind is Kind.PUZZLE
        assert step.words[-1] in ".?"
        assert step.side is None or step.side in step.words or step.kind is Kind.REST


@pytest.mark.parametrize("guide", EACH)
def test_all_that_is_said_fits_four_lines_of_a_narrow_screen(guide):
    assert [text for text in said(guide) if len(wrap(text, 40)) > 4] == []
    assert len(guide.title) <= 40
    assert [muscle for step in guide.steps for muscle in step.muscles if len(muscle) > 20] == []


@pytest.mark.parametrize("guide", EACH)
def test_nothing_is_promised(guide):
    text = " ".join(said(guide)).lower()
    promised = r"\b(pressure points?|trigger points?|will help|helps against|cure|heal|relieves?|effective)\b"
    assert not re.search(promised, text)


@pytest.mark.parametrize("guide", EACH)
def test_both_legs_get_the_same(guide):
    left, right = (
        [
            (step.kind, step.seconds, step.muscles)
            for step in guide.steps
            if step.side is side and step.kind in WORK
        ]
        for side in (Side.LEFT, Side.RIGHT)
    )
    assert left == right


@pytest.mark.parametrize("guide", [one for one in GUIDES.values() if "hold_s" in LIBRARY.tips[one.tip].dose])
def test_a_stretch_is_held_as_long_and_as_often_as_its_tip_says(guide):
    dose = LIBRARY.tips[guide.tip].dose
    for side in (Side.LEFT, Side.RIGHT):
        held = [step.seconds for step in guide.steps if step.kind is Kind.HOLD and step.side is side]
        assert held == [dose["hold_s"]] * dose["reps"]


LASTS = {
    # half of the dose is on offer, too
    "foot_massager_15": 15,
    # two times the dose, with a look at the skin between
    "leg_vibration_30": 30,
    "leg_vibration_feet_30": 30,
}


@pytest.mark.parametrize(
    "guide",
    [
        one
        for one in GUIDES.values()
        if "minutes" in LIBRARY.tips[one.tip].dose and "home_minutes" not in LIBRARY.tips[one.tip].dose
    ],
    ids=lambda guide: guide.id,
)
def test_what_is_counted_in_minutes_lasts_as_long_as_its_tip_says(guide):
    minutes = LASTS.get(guide.id, LIBRARY.tips[guide.tip].dose["minutes"])
    rests = sum(step.seconds for step in guide.steps if step.kind is Kind.REST)
    assert worked(guide) <= minutes * 60 <= worked(guide) + rests + 30


def test_vibration_runs_no_longer_at_a_time_than_its_tip_says():
    runs = [step.seconds for guide in of_tip("leg_vibration") for step in guide.steps if not step.is_open]
    assert set(runs) == {LIBRARY.tips["leg_vibration"].dose["minutes"] * 60}
    halves = [GUIDES[id].steps[2] for id in ("leg_vibration_30", "leg_vibration_feet_30")]
    assert all(step.is_open and "stop here" in step.words for step in halves)


def test_yoga_at_home_is_a_quarter_of_an_hour_and_a_little_more():
    for guide in (*of_tip("yoga"), *of_tip("yoga_chair")):
        assert 15 * 60 <= guide.seconds <= 20 * 60


def test_yoga_off_the_floor_stays_off_it():
    for id in ("yoga_off_floor", "yoga_chair"):
        assert not re.search(r"\b(lie|mat|hands and knees|on your back)\b", " ".join(said(GUIDES[id])))


def test_breaths_come_out_even():
    for guide in GUIDES.values():
        for step in guide.steps:
            if step.rhythm:
                assert step.seconds % sum(step.rhythm) == 0
                assert step.rhythm[1] > step.rhythm[0]


# where the texts name muscles


@pytest.mark.parametrize(
    ("id", "muscles"),
    [
        ("selfmassage_calf", {"inner calf", "outer calf", "deep calf"}),
        ("selfmassage_thigh", {"inner thigh", "front of thigh", "deep front of thigh"}),
        ("selfmassage_back", {"low back", "buttock", "deep buttock"}),
    ],
)
def test_massage_reaches_the_muscles_that_the_texts_name(id, muscles):
    assert {muscle for step in GUIDES[id].steps for muscle in step.muscles} >= muscles


# standing and sitting


def stands(guide):
    return bool(re.search(r"\b(stand|walk)\b", " ".join(step.words for step in guide.steps), re.IGNORECASE))


@pytest.mark.parametrize("guide", [one for one in GUIDES.values() if stands(one)], ids=lambda guide: guide.id)
def test_what_is_done_standing_is_gated_by_falls(guide):
    gates = {gate.id for gate in LIBRARY.tips[guide.tip].gates}
    assert "G08" in gates or guide.tip in ON_THEIR_FEET


@pytest.mark.parametrize("tip", ["calf_stretch", "hamstring", "quad", "sit_break", "yoga"])
def test_what_is_done_standing_can_be_done_sitting(tip):
    versions = [one for one in LIBRARY.tips.values() if one.version_of == tip]
    seated = [guide for one in versions for guide in of_tip(one.id)]
    assert seated
    assert not [guide.id for guide in seated if stands(guide)]
    assert not [one.id for one in versions if "G08" in {gate.id for gate in one.gates}]


# beside a sleeper, and out of bed


def test_what_hums_or_splashes_is_not_for_a_room_with_a_sleeper():
    loud = {guide.tip for guide in GUIDES.values() if not guide.silent}
    assert {"foot_massager", "leg_vibration", "warm_bath", "cool_water", "exercise_prog"} <= loud
    assert not loud & {"calf_stretch_seated", "selfmassage_calf", "mindful", "alert_mind", "walk", "heat_pad"}


def test_something_can_be_done_in_bed():
    in_bed = {guide.id for guide in GUIDES.values() if not guide.gets_up and guide.silent}
    assert {"calf_stretch_seated", "selfmassage_calf", "selfmassage_thigh", "mindful", "alert_mind"} <= in_bed
    assert not [guide.id for guide in GUIDES.values() if stands(guide) and not guide.gets_up]


# what goes on by itself


def test_pads_devices_and_water_run_on_and_each_is_ended_by_a_word():
    runs_on = {guide.tip for guide in GUIDES.values() if guide.runs_on}
    assert runs_on == {"foot_massager", "leg_vibration", "heat_pad", "warm_bath", "cool_water", "cool_cloth"}
    assert [guide.id for guide in GUIDES.values() if guide.runs_on and not guide.closing] == []


def test_nobody_falls_asleep_on_a_warm_pad():
    pad = GUIDES["heat_pad"]
    assert pad.seconds <= 30 * 60
    assert "awake" in pad.caution
    assert "before you lie down" in pad.closing


# the programme


def test_the_programme_has_a_session_for_each_of_its_weeks_and_starts_easy():
    weeks = LIBRARY.tips["exercise_prog"].dose["weeks"]
    sessions = [for_week(GUIDES.values(), "exercise_prog", week) for week in range(1, weeks + 1)]
    assert None not in sessions
    assert for_week(GUIDES.values(), "exercise_prog", weeks + 1) is None
    lengths = [guide.seconds for guide in sessions]
    assert lengths == sorted(lengths)
    assert lengths[0] <= 15 * 60 < lengths[-1] <= 40 * 60


def test_leg_strength_is_in_the_programme_from_the_first_week():
    muscles = {muscle for step in GUIDES["exercise_prog"].steps for muscle in step.muscles}
    assert {"front of thigh", "buttock", "outer calf", "outer hip"} <= muscles
