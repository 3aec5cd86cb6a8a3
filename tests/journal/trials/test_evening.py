"""What tonight was drawn to be, and what speaks against it."""

from datetime import date, timedelta

import pytest
from tests.journal.trials.test_trials import BERLIN, TONIGHT, rate, started

from stillnight.insight.trials.trial import Arm


def until(trials, clock, wanted, hour="20:00"):
    """Put the clock to the first evening that was drawn for an arm."""
    trial = trials.find().trial
    night = next(trial.start + timedelta(days=at) for at, arm in enumerate(trial.order) if arm is wanted)
    clock.set(f"{night}T{hour}{BERLIN}")
    return trials.tonight()


def test_without_a_trial_there_is_nothing_to_do(trials):
    assert trials.tonight() is None
    assert trials.coming() is None


def test_tonight_says_what_to_do(trials, clock):
    trial = started(trials, "massager_heat")
    found = until(trials, clock, Arm.BOTH)

    assert found.title == "foot massager and warm pad"
    assert found.arm is trial.arm_on(found.night)
    assert [part.is_on for part in found.parts] == [True, True]
    assert len(found.deeds) == 2


def test_a_night_as_usual_leaves_the_measures_for_another(trials, clock):
    started(trials, "massager_heat")
    found = until(trials, clock, Arm.USUAL)

    assert found.title == "as usual"
    assert "Leave it for another night: foot massager, warm pad" in found.deeds[0]


def test_a_gate_that_shuts_tonight_takes_its_measure_away_and_says_why(trials, clock, journal):
    """Alcohol tonight: nobody falls asleep on a warm pad. The massager stays."""
    started(trials, "massager_heat")
    found = until(trials, clock, Arm.BOTH)
    rate(journal, found.night, **{"f.alcohol": 2})

    gated = trials.tonight()
    assert gated.title == "foot massager"
    assert [part.is_on for part in gated.parts] == [True, False]
    assert gated.parts[1].gate.id == "G12"
    assert "Not tonight: warm pad" in gated.deeds[1]
    assert gated.alarm is None
    assert gated.arm is Arm.BOTH


def test_a_gate_that_stays_shut_stops_the_arm_and_asks_to_end_the_trial(trials, clock, journal):
    started(trials, "warm_pad")
    until(trials, clock, Arm.A)
    journal.ledgers.set_profile({"neuropathy": True})

    found = trials.tonight()
    assert found.title == "as usual"
    assert "Not tonight: warm pad" in found.deeds[0]
    assert "not for you any more" in found.alarm
    assert "stillnight trial stop" in found.alarm


def test_a_red_flag_comes_before_the_trial(trials, journal):
    started(trials)
    assert trials.tonight().alarm is None
    journal.ledgers.tick("chest_pain", TONIGHT)

    assert "red flag" in trials.tonight().alarm


def test_a_medicine_that_is_begun_meanwhile_is_said(trials, journal, clock):
    journal.ledgers.add_medicine("old", usual=True, start=date(2026, 1, 1))
    started(trials)
    assert trials.tonight().alarm is None
    clock.set(f"2026-11-21T22:00{BERLIN}")
    journal.ledgers.add_medicine("new", usual=True, start=date(2026, 11, 21))

    assert "medicine was begun or changed" in trials.tonight().alarm


def test_three_very_bad_nights_of_five_are_a_reason_to_stop(trials, journal, clock):
    started(trials)
    for at, severity in enumerate((8, 3, 9)):
        rate(journal, TONIGHT + timedelta(days=at), severity=severity)
    clock.set(f"2026-11-22T22:00{BERLIN}")
    assert trials.tonight().alarm is None

    rate(journal, date(2026, 11, 22), severity=8)
    assert "very bad" in trials.tonight().alarm


def test_bad_nights_before_it_began_are_none_of_its_doing(trials, journal):
    for at in range(1, 5):
        rate(journal, TONIGHT - timedelta(days=at), severity=9)
    started(trials)

    assert trials.tonight().alarm is None


def test_what_has_to_be_known_by_day_is_told_the_evening_before(trials, clock):
    trial = started(trials, "caffeine")

    coming = trials.coming()
    assert (coming.night, coming.number) == (trial.start, 1)
    assert trials.tonight() is None
    clock.set(f"{trial.start}T22:00{BERLIN}")
    assert trials.tonight().ahead.night == trial.start + timedelta(days=1)
    assert trials.coming() == trials.tonight().ahead
    clock.set(f"{trial.last}T22:00{BERLIN}")
    assert trials.coming() is None


def test_what_is_done_in_the_evening_is_not_told_ahead(trials):
    started(trials)

    assert trials.coming() is None
    assert trials.tonight().ahead is None


@pytest.mark.parametrize(("answer", "guess"), [(False, True), (0, True), (True, False), (None, None)])
def test_the_factors_answer_is_a_guess_at_whether_it_was_left_out(trials, clock, journal, answer, guess):
    started(trials, "late_meal")
    night = until(trials, clock, Arm.A).night
    rate(journal, night, severity=3, **{"f.late_meal": answer})

    assert trials.tonight().guess is guess


def test_coffee_in_the_morning_does_not_tell_of_the_afternoon(trials, clock, journal):
    started(trials, "caffeine")
    night = until(trials, clock, Arm.A).night
    rate(journal, night, **{"f.caffeine": 2})

    assert trials.tonight().guess is None


def test_on_a_night_as_usual_nothing_is_guessed(trials, clock, journal):
    started(trials, "late_meal")
    night = until(trials, clock, Arm.USUAL).night
    rate(journal, night, **{"f.late_meal": False})

    assert trials.tonight().guess is None


def test_no_night_before_the_trial_is_read_for_it(trials, clock, store, monkeypatch):
    trial = started(trials, "massager_heat")
    clock.set(f"{trial.start + timedelta(days=9)}T20:00{BERLIN}")
    expected, read, between = trials.tonight(), [], store.between

    def spied(table, first, last):
        read.append((table, first))
        return between(table, first, last)

    monkeypatch.setattr(store, "between", spied)
    assert trials.tonight() == expected
    assert {first for table, first in read if table in ("nights", "episodes", "doses")} == {trial.start}
