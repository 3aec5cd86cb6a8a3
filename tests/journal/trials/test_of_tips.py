"""Which trial would test a tip."""

import pytest
from tests.journal.trials.conftest import library

from stillnight.domain.factor import parse_factors
from stillnight.journal.trials.of_tips import trials_of_tips
from stillnight.journal.trials.seed import parse_trials
from stillnight.resources import read_seed

SEEDS = parse_trials(read_seed("trials"), library(), parse_factors(read_seed("factors")))
OF_TIPS = trials_of_tips(SEEDS)


@pytest.mark.parametrize(
    ("tip", "trial"),
    [("foot_massager", "massager"), ("heat_pad", "warm_pad"), ("walk", "walk"), ("caff_noon", "caffeine")],
)
def test_a_tip_is_tested_by_the_trial_that_tests_nothing_else(tip, trial):
    assert OF_TIPS[tip] == trial


@pytest.mark.parametrize("tip", ["yoga", "quad", "compression"])
def test_a_tip_without_a_trial_has_none(tip):
    assert tip not in OF_TIPS


def test_every_trial_that_is_named_exists():
    assert set(OF_TIPS.values()) <= set(SEEDS.templates)
