"""What came out, in words."""

from datetime import timedelta
from random import Random

import pytest
from tests.journal.trials.test_trials import end_of, rate, started

from stillnight.insight.trials.effect import Effect, Verdict
from stillnight.insight.trials.trial import Arm
from stillnight.journal.trials.reporting import effect_lines
from stillnight.resources import read_seed

FORBIDDEN = ("prove", " works", "cause", "cure", "safe")


def lived(trials, journal, clock, name, effect, noise=0.6, level=5, **wish):
    """A trial whose nights differ by an effect; its report once it is over."""
    trial = started(trials, name, **wish)
    chance = Random(3)
    for at, arm in enumerate(trial.order):
        value = level + effect * arm.has_a + chance.gauss(0, noise)
        rate(journal, trial.start + timedelta(days=at), **{str(trial.outcome): min(max(round(value), 0), 10)})
    end_of(trial, clock)
    return trials.result(trials.find().trial)


@pytest.mark.parametrize(
    ("effect", "noise", "verdict", "said"),
    [
        (-2, 0.6, Verdict.BETTER, "better in this trial, on your nights"),
        (2, 0.6, Verdict.WORSE, "worse in this trial, on your nights"),
        (0, 0.4, Verdict.NO_DIFFERENCE, "no difference found"),
        (0, 2.5, Verdict.INCONCLUSIVE, "inconclusive. These nights do not settle it"),
    ],
)
def test_each_answer_has_words_that_promise_no_more(trials, journal, clock, effect, noise, verdict, said):
    report = lived(trials, journal, clock, "massager", effect, noise)
    text = " ".join(report.lines)

    assert report.effects[0].verdict is verdict
    assert said in text
    assert "dummy treatment" in text
    assert not [word for word in (*FORBIDDEN, *read_seed("wording")["never"]) if word in text.lower()]


def test_inconclusive_says_what_it_does_not_mean_and_what_would_settle_it(trials, journal, clock):
    text = " ".join(lived(trials, journal, clock, "massager", 0, 2.5).lines)

    assert 'That is no "no"' in text
    assert "neither shown nor ruled out" in text
    assert "stillnight trial start massager --weeks 6" in text


def test_the_question_stands_first_and_sizes_have_their_unit(trials, journal, clock):
    lines = lived(trials, journal, clock, "massager", -2).lines

    assert lines[0].startswith("Question: Do my legs disturb the night less")
    assert any("less than on nights as usual" in line and "points" in line for line in lines)


def test_missing_and_late_nights_are_counted_and_left_out(trials, journal, clock):
    trial = started(trials)
    for at in range(20):
        night = trial.start + timedelta(days=at)
        late = {"morning_at": f"{night + timedelta(days=9)}T09:00+01:00"} if at < 3 else {}
        rate(journal, night, disturbed=4 if trial.arm_on(night) is Arm.A else 5, **late)
    end_of(trial, clock)
    report = trials.result(trials.find().trial)

    assert (report.nights, report.late, report.missing) == (17, 3, 8)
    assert "17 nights count, 8 not answered, 3 answered late and left out" in " ".join(report.lines)


def test_how_often_the_plan_was_followed_is_shown_and_reckoned_in(trials, journal, clock):
    trial = started(trials)
    for at, arm in enumerate(trial.order):
        night = trial.start + timedelta(days=at)
        rate(journal, night, disturbed=3 + at % 2 if arm is Arm.A else 5 + at % 2)
        clock.set(f"{night}T23:00+01:00")
        trials.follow(not (arm is Arm.A and at % 4 < 2))
    end_of(trial, clock)
    report = trials.result(trials.find().trial)
    text = " ".join(report.lines)

    assert report.said == 28
    assert 0.6 < report.followed < 0.9
    assert report.effects[0].if_followed < report.effects[0].change < 0
    assert "If the plan had always been followed: about" in text


def test_who_never_said_is_told_so(trials, journal, clock):
    assert "was never said" in " ".join(lived(trials, journal, clock, "massager", -1).lines)


def test_both_measures_are_answered_and_added_up_with_a_word_of_doubt(trials, journal, clock):
    text = " ".join(lived(trials, journal, clock, "massager_heat", -2).lines)

    assert "Foot massager: better" in text
    assert "Warm pad: " in text
    assert "if the two simply add up" in text


def test_too_few_nights_say_neither_yes_nor_no(trials, journal, clock):
    trial = started(trials)
    rate(journal, trial.start, disturbed=3)
    end_of(trial, clock)
    report = trials.result(trials.find().trial)

    text = " ".join(report.lines)
    assert report.effects[0].verdict is Verdict.TOO_FEW
    assert "too few nights to say anything" in text
    assert "Only 1 night counts: " in text
    assert "1 night counts, 27 not answered" in text


def test_nights_that_are_too_few_are_counted_without_a_word_of_art(trials, journal, clock):
    trial = started(trials)
    for at in range(6):
        rate(journal, trial.start + timedelta(days=at), disturbed=3 + at)
    end_of(trial, clock)
    text = " ".join(trials.result(trials.find().trial).lines)

    assert "Only 6 nights count: 3 drawn for it, 3 as usual." in text
    assert "block" not in text


def test_nights_that_are_all_the_same_show_no_difference_and_rule_none_out(trials, journal, clock):
    text = " ".join(lived(trials, journal, clock, "massager", 0, noise=0, level=0).lines)

    assert "Foot massager: nothing to compare. All nights that count were rated the same." in text
    assert "0.0" not in text


def test_a_difference_of_nothing_is_said_in_words(trials):
    trial = started(trials)
    effect = Effect(0, Verdict.INCONCLUSIVE, 0.01, -1.2, 0.04, 0.97, 14, 14, 14, if_followed=8.0)
    text = " ".join(effect_lines(effect, trial))

    assert "The legs disturbed the night about as much as on nights as usual." in text
    assert "between 1.2 less and no difference." in text
    assert "at least as bad nearly always." in text
    assert "If the plan had always been followed" not in text


def test_a_weaker_urge_is_said_of_the_evening(trials, journal, clock):
    text = " ".join(lived(trials, journal, clock, "caffeine", -2).lines)

    assert "The urge was about" in text
    assert "weaker than on nights as usual" in text
