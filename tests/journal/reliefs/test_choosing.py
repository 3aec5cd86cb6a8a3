"""Which reliefs are offered, and in which order."""

from __future__ import annotations

from random import Random

import pytest
from tests.journal.reliefs.conftest import guide, library

from stillnight.domain.moment import Moment
from stillnight.journal.reliefs.reliefs import Reliefs
from stillnight.journal.reliefs.tables import used_in
from stillnight.journal.trials.trials import Trials
from stillnight.resources import read_seed
from stillnight.tips.occasion import Occasion

TIPS = ("calf_stretch", "calf_stretch_seated", "selfmassage_thigh", "selfmassage_calf", "walk", "alert_mind",
        "foot_massager", "leg_vibration", "sit_break", "exercise_prog")  # fmt: skip
NIGHT = Moment.NIGHT


@pytest.fixture
def reliefs(journal):
    some = [guide(tip, silent=tip not in ("foot_massager", "leg_vibration", "walk")) for tip in TIPS]
    return Reliefs(journal, library(), {one.id: one for one in some})


def offered(reliefs, moment=NIGHT, **asked):
    return [choice.tip.id for choice in reliefs.choices(moment, **asked)]


def test_what_belongs_elsewhere_is_not_offered(reliefs):
    assert set(offered(reliefs)) == {
        "calf_stretch", "selfmassage_thigh", "selfmassage_calf", "walk", "alert_mind", "leg_vibration"
    }  # fmt: skip
    assert offered(reliefs, Moment.MORNING) == ["exercise_prog"]
    assert offered(reliefs, occasion=Occasion.LONG_SIT).count("sit_break") == 1


def test_the_clock_says_the_moment_where_nobody_does(reliefs, clock):
    assert "foot_massager" in offered(reliefs, None)
    clock.set("2026-11-20T02:10")
    assert "foot_massager" not in offered(reliefs, None)


def test_the_own_ratings_come_first_and_poor_ones_last(reliefs):
    reliefs.rate("walk", 4)
    reliefs.rate("selfmassage_thigh", 5)
    reliefs.rate("alert_mind", 1)
    reliefs.rate("selfmassage_calf", 2)
    found = offered(reliefs)
    assert found[:2] == ["selfmassage_thigh", "walk"]
    assert found[-2:] == ["selfmassage_calf", "alert_mind"]


def test_untried_ones_come_before_tried_ones_the_better_grade_first(reliefs):
    before = offered(reliefs)
    assert before[0] == "alert_mind"
    assert set(before[1:4]) == {"calf_stretch", "selfmassage_calf", "selfmassage_thigh"}
    reliefs.begin(guide(before[0]), severity=6)
    assert offered(reliefs)[3] == before[0]
    assert reliefs.choices(NIGHT)[3].times == 1


def test_what_was_only_begun_is_still_untried(reliefs, journal):
    first, second, *_ = before = offered(reliefs)
    reliefs.finish(reliefs.begin(guide(first), severity=6), minutes=0, completed=False)
    assert offered(reliefs) == before
    assert [one.relief for one in used_in(journal.desk.store)] == [first]
    # a puzzle that was solved in ten seconds was solved, and a minute of a stretch was stretched
    reliefs.finish(reliefs.begin(guide(first), severity=6), minutes=0, completed=True)
    reliefs.finish(reliefs.begin(guide(second)), minutes=1, completed=False)
    assert not {first, second} & set(offered(reliefs)[:2])


def test_at_night_what_makes_no_noise_comes_first_unless_it_was_rated_high(reliefs):
    assert set(offered(reliefs)[-2:]) == {"walk", "leg_vibration"}
    reliefs.rate("leg_vibration", 5)
    reliefs.rate("selfmassage_thigh", 4)
    assert offered(reliefs)[:2] == ["leg_vibration", "selfmassage_thigh"]


def test_the_order_stays_all_night_long(reliefs, clock):
    clock.set("2026-11-20T01:00")
    before = offered(reliefs)
    clock.set("2026-11-20T04:30")
    assert offered(reliefs) == before


def test_a_gate_takes_away_and_says_why_and_another_version_stands_in(reliefs, journal):
    journal.ledgers.set_profile({"conditions": ["falls"]})
    found = offered(reliefs)
    assert "calf_stretch" not in found
    assert "calf_stretch_seated" in found
    shut = {choice.tip.id: choice.shut.id for choice in reliefs.shut_choices(NIGHT)}
    assert shut == {"calf_stretch": "G08", "walk": "G08"}


@pytest.mark.parametrize("flag", ["one_leg_swollen", "chest_pain", "self_harm"])
def test_beside_a_red_flag_of_today_nothing_is_offered(reliefs, journal, flag):
    journal.ledgers.tick(flag, journal.desk.today)
    assert offered(reliefs) == []


def test_a_red_flag_that_can_wait_a_day_takes_nothing_away(reliefs, journal):
    journal.ledgers.tick("doze_driving", journal.desk.today)
    assert offered(reliefs)


def test_what_a_running_trial_tests_is_left_out(reliefs, journal):
    evening = Moment.EVENING
    assert "foot_massager" in offered(reliefs, evening)
    trials = Trials(journal, library(), read_seed("trials"), Random(1))
    trials.start(trials.propose("massager", start=journal.tonight))
    assert "foot_massager" not in offered(reliefs, evening)


def test_what_was_called_not_for_me_comes_last_and_is_still_to_be_found(reliefs, journal):
    first = offered(reliefs)[0]
    journal.ledgers.snooze(first, None)
    assert offered(reliefs)[-1] == first


def test_what_is_for_the_parts_that_are_felt_tonight_comes_before_the_better_grade(reliefs, journal):
    assert offered(reliefs)[0] == "alert_mind"
    journal.record.amend(journal.tonight, {"parts": ["thighs"]})
    assert offered(reliefs)[0] == "selfmassage_thigh"


def test_a_grade_that_was_earned_elsewhere_counts_a_letter_less(journal):
    tips = {
        id: tip for id, tip in library().tips.items() if "before bed" in tip.occasions and not tip.info_only
    }
    some = {id: guide(id) for id in tips if not tips[id].version_of}
    found = Reliefs(journal, library(), some).choices(Moment.EVENING)
    weights = [chr(ord(one.tip.grade) + one.tip.discounted) for one in found]
    assert weights == sorted(weights)
    assert any(one.tip.discounted for one in found)


def test_what_needs_a_clinician_is_never_offered(journal):
    only = next(id for id, tip in library().tips.items() if tip.info_only and NIGHT in tip.moments)
    assert offered(Reliefs(journal, library(), {only: guide(only)})) == []


def test_what_leaves_out_a_factor_under_test_is_left_out(journal):
    some = Reliefs(journal, library(), {"alc_2h": guide("alc_2h")})
    assert offered(some, Moment.EVENING) == ["alc_2h"]
    trials = Trials(journal, library(), read_seed("trials"), Random(1))
    trials.start(trials.propose("alcohol"))
    assert offered(some, Moment.EVENING) == []


def test_a_tip_that_is_not_known_here_is_passed_over(journal):
    assert offered(Reliefs(journal, library(), {"moon": guide("moon")})) == []
