"""The tips that fit: for the moment, not gated, untried first, then the better grade, steady all night."""

from __future__ import annotations

import pytest

from stillnight.domain.ledger import Tick
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


def test_at_night_there_are_only_things_that_can_be_done_at_once():
    assert set(names(NIGHT)) == {"walk", "calf_stretch", "selfmassage_calf", "alert_mind"}


@pytest.mark.parametrize("moment", list(Moment))
def test_what_is_for_information_only_is_never_suggested(moment):
    assert not {"vib_pad", "peroneal", "compression"} & set(names(moment))


@pytest.mark.parametrize("moment", list(Moment))
def test_every_moment_has_something_to_offer(moment):
    assert names(moment)


def test_the_better_grade_stands_first():
    grades = [seed_library().tips[name].grade for name in names()]
    assert grades == sorted(grades)


def test_what_was_tried_stands_after_what_was_not():
    first = names()[0]
    assert names(tried={first})[-1] == first
    assert names(NIGHT, tried={"walk", "calf_stretch"})[2:] == sorted(
        ["walk", "calf_stretch"], key=names(NIGHT).index
    )


def test_the_order_is_the_same_all_night_and_takes_turns_from_night_to_night():
    assert names() == names(night=Night(TONIGHT, {"severity": 9}))
    assert len({names(night=Night(ago(days)))[0] for days in range(20)}) > 1


@pytest.mark.parametrize(
    ("profile", "ticks", "gone"),
    [
        ({"pregnant_week": 20}, (), {"selfmassage_calf", "reflexology", "foot_massager", "warm_bath"}),
        ({"dvt_past": True}, (), {"calf_stretch", "selfmassage_calf", "reflexology", "foot_massager"}),
        ({}, ("one_leg_pain",), {"calf_stretch", "selfmassage_calf", "reflexology", "foot_massager"}),
        ({}, ("chest_pain",), {"exercise_prog", "yoga"}),
        ({"neuropathy": True}, (), {"heat_pad", "warm_bath", "cool_water", "foot_massager"}),
    ],
)
def test_a_shut_gate_takes_its_tips_away_and_no_others(profile, ticks, gone):
    left = set(names(profile=profile, ticks=[Tick(TONIGHT, flag) for flag in ticks]))
    assert set(names()) - left == gone


def test_a_sleeping_pill_tonight_takes_standing_tips_away():
    assert set(names(NIGHT, taken={"sleeping_pill"})) == {"selfmassage_calf", "alert_mind"}


def test_there_may_be_nothing_left_to_offer():
    assert fitting([], EVENING, {}, [], Night(TONIGHT)) == []
