"""What Home says of the running trial: what is shut tonight, what is ahead, what waits for an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.ui.trying import first, kept, started, trials_of
from tests.ui.world import TONIGHT

from stillnight.domain.moment import Moment
from stillnight.ui.plans import Plans


def plans_of(world) -> Plans:
    return Plans(trials_of(world), world.journal.tonight)


def at(world, moment: str) -> Plans:
    world.clock.set(moment)
    return plans_of(world)


def test_what_a_gate_shuts_tonight_has_its_own_sign_and_is_left_alone(world):
    trial = started(world, "massage")
    night = first(trial, True)
    world.journal.ledgers.set_profile({"varicose": True})
    plans = at(world, f"{night}T22:40")
    assert plans.wordings(night, Moment.EVENING)[0] == "Trial tonight: ! as usual"
    assert "s on the page of trials (X)" in plans.alarm()


def test_nothing_is_said_of_a_night_to_come_or_before_the_trial(world):
    trial = started(world)
    plans = plans_of(world)
    assert plans.wordings(TONIGHT + timedelta(days=1), Moment.EVENING) == ()
    assert plans.wordings(trial.start - timedelta(days=1), Moment.EVENING) == ()


def test_before_the_first_night_the_day_that_has_to_be_known_is_told(world):
    started(world, on=TONIGHT + timedelta(days=1))
    plans = plans_of(world)
    assert plans.wordings(TONIGHT, Moment.EVENING)[0].startswith("Trial tomorrow: ")
    assert plans.next_answer(TONIGHT) is None


@pytest.mark.parametrize(
    ("now", "moment", "day"),
    [("19T22:40", Moment.EVENING, "tomorrow"), ("20T01:10", Moment.NIGHT, "today"),
     ("20T07:20", Moment.MORNING, "today")],
)  # fmt: skip
def test_the_day_ahead_is_called_as_the_calendar_calls_it(world, now, moment, day):
    started(world)
    assert at(world, f"2026-11-{now}").ahead_words(moment).startswith(f"{day}: ")


@pytest.mark.parametrize(("moment", "is_asked"), [(Moment.MORNING, True), (Moment.EVENING, False)])
def test_only_the_morning_reminds_of_a_night_without_an_answer(world, moment, is_asked):
    started(world)
    assert bool(plans_of(world).asked_words(moment)) is is_asked
    trials_of(world).follow(True)
    assert not plans_of(world).asked_words(moment)


@pytest.mark.parametrize(("nights", "is_said"), [(0, False), (1, True), (3, True), (4, False)])
def test_in_the_nights_after_its_end_a_trial_is_said_to_be_over(world, nights, is_said):
    trial = started(world)
    plans = at(world, f"{trial.end + timedelta(days=nights)}T22:40")
    assert bool(plans.over_words()) is is_said


def test_the_key_goes_round(world):
    started(world)
    said = []
    for _ in range(4):
        answer = plans_of(world).next_answer(TONIGHT)
        assert answer is not None
        trials_of(world).follow(answer.followed)
        said.append(kept(world)[0].followed.get(TONIGHT))
    assert said == [True, False, None, True]
