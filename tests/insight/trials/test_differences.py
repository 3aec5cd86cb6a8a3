"""The blocks of a trial one by one, as plain differences."""

from __future__ import annotations

from datetime import date

from stillnight.insight.trials.differences import block_differences
from stillnight.insight.trials.trial import Arm, Design, Outcome, Trial

U, A, B, BOTH = Arm.USUAL, Arm.A, Arm.B, Arm.BOTH


def trial_of(design: Design, *order: Arm) -> Trial:
    return Trial(1, "walk", "a walk", "Is it?", design, Outcome.SEVERITY, (), date(2026, 11, 2), order)


def test_a_pair_is_its_night_with_minus_its_night_without():
    values = dict(enumerate([5.0, 2.0, 4.0, 5.0]))
    assert block_differences(trial_of(Design.PAIRS, U, A, A, U), 0, values) == (-3.0, -1.0)


def test_a_block_with_nights_of_one_kind_only_is_left_out():
    assert block_differences(trial_of(Design.PAIRS, U, A, A, U), 0, {0: 5.0, 2: 4.0, 3: 5.0}) == (-1.0,)


def test_of_two_measures_each_is_told_over_all_four_nights():
    trial, values = trial_of(Design.FACTORIAL, U, A, B, BOTH), dict(enumerate([6.0, 3.0, 5.0, 2.0]))
    assert block_differences(trial, 0, values) == (-3.0,)
    assert block_differences(trial, 1, values) == (-1.0,)
