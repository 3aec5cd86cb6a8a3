"""What can be left out, and what never is."""

import pytest

from stillnight.domain.errors import BadInput, UnknownName
from stillnight.insight.trials.trial import Design, Outcome, Sort


def test_a_factor_with_a_trial_of_its_own_gets_that(trials):
    assert trials.propose("caffeine").template.title == "no caffeine after noon"


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("stress", "breathing"),
        ("heat_pad", "warm_pad"),
        ("Late meal", "late_meal"),
        ("No caffeine after noon", "caffeine"),
        ("warm pad", "warm_pad"),
    ],
)
def test_another_name_leads_to_the_trial_that_is_meant(trials, name, id):
    assert trials.propose(name).template.id == id


def test_a_factor_of_ones_own_can_be_left_out(trials, journal):
    journal.ledgers.add_factor("mint_tea", label="mint tea")

    proposal = trials.propose("mint_tea")

    assert proposal.design is Design.PAIRS
    assert proposal.outcome is Outcome.SEVERITY
    assert proposal.template.seals == {"mint_tea"}
    assert proposal.template.measures[0].sort is Sort.WITHOUT
    assert "mint tea" in proposal.question
    assert "do not leave it out" in proposal.template.cautions[0]


def test_a_rating_of_ones_own_cannot_be_left_out_at_will(trials, journal):
    journal.ledgers.add_factor("worry", kind="rating")

    with pytest.raises(BadInput, match="cannot be left out at will"):
        trials.propose("worry")


@pytest.mark.parametrize("name", ["pramipexole", "Pramipexole 0.18", "antihistamine", "diphenhydramine"])
def test_no_trial_of_a_medicine(trials, name):
    with pytest.raises(BadInput, match="no trial of") as refused:
        trials.propose(name)

    assert "medicine" in str(refused.value)


def test_no_trial_of_what_is_written_down_as_a_medicine(trials, journal):
    journal.ledgers.add_factor("evening_tablet_2")
    journal.ledgers.add_factor("sweets")
    journal.ledgers.add_medicine("sweets")

    for name in ("evening_tablet_2", "sweets"):
        with pytest.raises(BadInput, match="medicines are never tested here"):
            trials.propose(name)


@pytest.mark.parametrize("name", ["magnesium", "iron", "vitamin_d"])
def test_no_trial_of_a_supplement(trials, journal, name):
    journal.ledgers.add_factor(name)

    with pytest.raises(BadInput, match="supplements are never tested here"):
        trials.propose(name)


def test_no_trial_of_sleeping_less(trials, journal):
    journal.ledgers.add_factor("nap")

    with pytest.raises(BadInput, match="nobody should sleep less"):
        trials.propose("nap")


@pytest.mark.parametrize("name", ["cpap", "compression_stockings", "oxygen", "physio"])
def test_what_a_clinician_advised_is_never_left_out(trials, journal, name):
    journal.ledgers.add_factor(name)

    with pytest.raises(BadInput, match="what a clinician advised"):
        trials.propose(name)


def test_nobody_goes_without_water(trials, journal):
    journal.ledgers.add_factor("water", kind="amount", unit="glasses")

    with pytest.raises(BadInput, match="without what the body needs"):
        trials.propose("water")


def test_what_is_expected_to_help_is_not_left_out(trials, journal):
    journal.ledgers.add_factor("walk_dog", direction="better")

    with pytest.raises(BadInput, match="you expect it to help"):
        trials.propose("walk_dog")


@pytest.mark.parametrize("name", ["travel", "bleeding", "vib_pad", "yoga"])
def test_what_cannot_be_a_measure_is_refused_with_a_reason(trials, name):
    with pytest.raises(BadInput, match=f"no trial of {name}: "):
        trials.propose(name)


def test_a_name_that_nothing_carries_is_met_with_the_nearest_ones(trials):
    with pytest.raises(UnknownName, match="did you mean caffeine or nicotine"):
        trials.propose("cafeine")
