"""What a trial says about a measure."""

from datetime import timedelta
from random import Random

import pytest
from tests.insight.trials.lived import AB, START, A, B, U, nights, trial_of

from stillnight.insight.trials.analysis import effects_of
from stillnight.insight.trials.draw import draw
from stillnight.insight.trials.effect import Verdict
from stillnight.insight.trials.trial import Design

PAIRS = (A, U) * 14


def paired(steps, level=5.0):
    """Nights of which each pair differs by a step."""
    return nights([value for step in steps for value in (level + step, level)])


def only(trial, values):
    (effect,) = effects_of(trial, values)
    return effect


def test_a_steady_change_is_better():
    effect = only(trial_of(PAIRS), paired([-2, -1] * 7))

    assert effect.verdict is Verdict.BETTER
    assert effect.change == pytest.approx(-1.5, abs=0.05)
    assert effect.low < -1.5 < effect.high < 0
    assert effect.chance < 0.001
    assert (effect.blocks, effect.nights_with, effect.nights_without) == (14, 14, 14)


def test_nights_that_leave_no_end_to_what_may_be_are_too_few():
    order = (U, A, AB, B) * 7
    values = nights([None, 0, None, 6, 0, None, None, None, None, 0, None, 0])
    for effect in effects_of(trial_of(order, Design.FACTORIAL), values):
        assert effect.verdict is Verdict.TOO_FEW
        assert (effect.low, effect.high) == (None, None)


def test_no_change_is_larger_than_the_scale():
    order, chance = draw(Design.TWO_NIGHT_BLOCKS, 4, Random(1)), Random(4)
    values = nights([chance.choice((0, 10)) if chance.random() < 0.5 else None for _ in order])
    effect = only(trial_of(order, Design.TWO_NIGHT_BLOCKS), values)
    assert -10 <= effect.low <= effect.change <= effect.high <= 10


def test_more_scatter_makes_a_wider_interval():
    calm, restless = (only(trial_of(PAIRS), paired(steps)) for steps in ([-2, -1] * 7, [-4, 1] * 7))

    assert restless.high - restless.low > 2 * (calm.high - calm.low)


def test_a_steady_change_the_other_way_is_worse():
    effect = only(trial_of(PAIRS), paired([2, 1] * 7))

    assert effect.verdict is Verdict.WORSE
    assert effect.chance < 0.001


def test_nights_that_hardly_differ_show_no_difference():
    assert only(trial_of(PAIRS), paired([0.3, -0.3] * 7)).verdict is Verdict.NO_DIFFERENCE


def test_nights_that_differ_either_way_settle_nothing():
    assert only(trial_of(PAIRS), paired([3, -3, -2, 1.5] * 3 + [0, 0])).verdict is Verdict.INCONCLUSIVE


def test_four_pairs_are_too_few_to_say_anything():
    effect = only(trial_of(PAIRS), paired([-5] * 4))

    assert effect.verdict is Verdict.TOO_FEW
    assert effect.change is None
    assert effect.blocks == 4


def test_two_weeks_of_two_night_blocks_are_always_too_few():
    order = draw(Design.TWO_NIGHT_BLOCKS, 2, Random(1))
    values = nights([1 if arm is A else 9 for arm in order])

    assert only(trial_of(order, Design.TWO_NIGHT_BLOCKS), values).verdict is Verdict.TOO_FEW


def test_a_night_whose_partner_is_missing_still_counts_and_nothing_is_filled_in():
    values = paired([-2] * 14)
    del values[START + timedelta(days=1)]

    effect = only(trial_of(PAIRS), values)

    assert effect.change == pytest.approx(-2)
    assert (effect.blocks, effect.nights_with, effect.nights_without) == (14, 14, 13)


def test_a_level_that_drifts_is_not_taken_for_an_effect():
    values = nights([2 + at / 7 for at in range(28)])

    assert abs(only(trial_of(PAIRS), values).change) < 0.2


def test_nights_of_one_kind_alone_say_nothing():
    values = nights([3 if at % 2 == 0 else None for at in range(28)])

    assert only(trial_of(PAIRS), values).verdict is Verdict.TOO_FEW


def test_nights_after_it_was_stopped_do_not_count():
    values = paired([-2] * 6 + [5] * 8)
    stopped = trial_of(PAIRS, stopped=START + timedelta(days=11))

    assert only(stopped, values).change == pytest.approx(-2)
    assert only(stopped, values).blocks == 6
    assert only(trial_of(PAIRS), values).change > 0


def test_what_was_drawn_counts_whatever_was_done():
    values = paired([-2, -1] * 7)
    lazy = trial_of(PAIRS, followed=dict.fromkeys(values, False))

    assert only(lazy, values).change == only(trial_of(PAIRS), values).change


def test_both_measures_of_a_factorial_trial_get_their_own_answer():
    order = draw(Design.FACTORIAL, 4, Random(2))
    effect = {U: 0, A: -2, B: 1, AB: -1}
    noise = Random(1)
    values = nights([6 + effect[arm] + noise.choice((-0.5, 0.5)) for arm in order])

    first, second = effects_of(trial_of(order, Design.FACTORIAL), values)

    assert (first.measure, second.measure) == (0, 1)
    assert first.verdict is Verdict.BETTER
    assert first.change == pytest.approx(-2, abs=0.4)
    assert second.verdict is Verdict.WORSE
    assert second.change == pytest.approx(1, abs=0.4)


def test_where_nights_are_missing_one_measure_is_not_taken_for_the_other():
    """Only B does anything; the nights on A alone are missing, so A was nearly always there with B."""
    order = draw(Design.FACTORIAL, 6, Random(2))
    values = nights([None if arm is A else 8 - 4 * arm.has_b for arm in order])

    first, second = effects_of(trial_of(order, Design.FACTORIAL), values)

    assert first.change == pytest.approx(0, abs=1e-6)
    assert second.change == pytest.approx(-4)


def test_the_same_record_gives_the_same_answer():
    order = draw(Design.PAIRS, 6, Random(4))
    noise = Random(9)
    values = nights([5 - (arm is A) + noise.gauss(0, 1) for arm in order])

    assert effects_of(trial_of(order), values) == effects_of(trial_of(order), values)


class TestIfAlwaysFollowed:
    """By intention is diluted by nights that did not go as planned; how much is known where it was said."""

    values = paired([-1.5] * 14)

    def followed(self, with_it, without):
        """So many of fourteen nights each were followed."""
        return {
            START + timedelta(days=at): at // 2 < (with_it if arm is A else without)
            for at, arm in enumerate(PAIRS)
        }

    def test_the_effect_is_shared_out_over_the_nights_that_differed(self):
        effect = only(trial_of(PAIRS, followed=self.followed(7, 14)), self.values)

        assert effect.if_followed == pytest.approx(-1.5 / 0.5)

    def test_what_was_used_on_the_other_nights_counts_against_it(self):
        effect = only(trial_of(PAIRS, followed=self.followed(14, 7)), self.values)

        assert effect.if_followed == pytest.approx(-1.5 / 0.5)

    def test_who_always_followed_needs_no_second_number(self):
        assert only(trial_of(PAIRS, followed=self.followed(14, 14)), self.values).if_followed is None

    def test_who_hardly_followed_gets_none(self):
        assert only(trial_of(PAIRS, followed=self.followed(5, 10)), self.values).if_followed is None

    def test_it_is_not_guessed_from_a_few_answers(self):
        some = dict(list(self.followed(7, 14).items())[:10])

        assert only(trial_of(PAIRS, followed=some), self.values).if_followed is None
