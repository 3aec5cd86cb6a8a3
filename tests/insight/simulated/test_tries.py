"""The ideas outside the model: each candidate is what it says, and differs in nothing else."""

from __future__ import annotations

from datetime import timedelta
from math import isnan
from random import Random

import pytest
from tests.benchmarks.triggers.hand import FIRST
from tests.benchmarks.triggers.people import Person, live
from tests.benchmarks.triggers.tries import contest, joint, marks, priors, readings
from tests.benchmarks.triggers.tries.contest import Candidate, Case, Changed, Rise, Score
from tests.benchmarks.triggers.tries.departures import EARLY, Readings
from tests.benchmarks.triggers.tries.readings import Reading

from stillnight.insight.patterns.diary import read_diary

NO_MARKS = marks.Marks([], [], [])


def _said(candidate: Candidate, more: object = None) -> dict[str, float]:
    """Probabilities after ten weeks of one person."""
    case = Case("", live(Random("tries"), Person(nights=70)), more)
    watch = candidate(case)
    for night in read_diary(case.diary.nights, case.diary.factors):
        watch.add(night)
    return {slug: one.probability for slug, one in watch.weighed().items()}


@pytest.mark.parametrize(
    "candidate",
    [
        lambda case: Changed(case.diary, lambda night, row: row),
        marks.left_out("complete"),
        priors.graded(0.2, 0.2),
    ],
)
def test_a_candidate_that_changes_nothing_is_the_model(candidate: Candidate) -> None:
    assert _said(candidate, NO_MARKS) == pytest.approx(_said(contest.ours))


def test_a_larger_share_of_the_prior_is_a_larger_probability() -> None:
    small, large = _said(priors.graded(0.05, 0.05)), _said(priors.graded(0.2, 0.2))

    assert sum(large.values()) > sum(small.values())


def test_two_weeks_from_a_mark_on_are_not_looked_at() -> None:
    case = Case("", live(Random("marked"), Person(nights=40)), marks.Marks([(10, 12)], [], []))
    watch = marks.left_out("complete")(case)
    days = [one for one in read_diary(case.diary.nights, case.diary.factors) if watch.add(one)]

    assert {(one.date - FIRST) // timedelta(1) for one in days}.isdisjoint(range(10, 24))
    assert [one for one in days if (one.date - FIRST) // timedelta(1) == 24]


def test_marked_days_are_those_on_which_the_cause_was_at_work() -> None:
    case, _ = marks.cases(1, seed=3)[0][:2]
    held = case.more

    assert set(held.half) <= set(held.complete)
    assert [last - first for first, last in held.wrong] == [last - first for first, last in held.complete]


def _readings(load: float) -> Readings:
    rng, known = Random("readings"), Readings()
    for _ in range(200):
        legs = rng.gauss(0, 1.5)
        reading = Reading(load * legs + rng.gauss(0, 0.5), None)
        known.learn(legs + rng.gauss(0, 0.7), reading, known.departures(reading))
    return known


def test_onset_weighs_much_where_it_goes_along_with_the_legs_and_nothing_where_not() -> None:
    assert _readings(0.5).weighed(EARLY, 1.0)[1] > 0.2
    assert _readings(0.0).weighed(EARLY, 1.0)[1] < 0.05


def test_a_night_of_which_only_severity_is_written_counts_as_it_was_rated() -> None:
    known = _readings(0.5)

    assert joint.learned(known, 7.0, [None, None]) == pytest.approx(7.0)


def test_onset_is_not_written_on_a_night_without_legs() -> None:
    nulls, _ = readings.cases(1, seed=3)
    without = [
        case.more[night.date] for case in nulls for night in case.diary.nights if not night.get("severity")
    ]

    assert without
    assert {one.early for one in without} == {None}


def test_all_candidates_are_held_to_the_same_number_of_false_alarms() -> None:
    false = [("null", {"alcohol": evidence}) for evidence in (0.5, 0.97, 0.94, 0.2)]
    score = Score(false, [("real", [Rise(50, 0.9, 1.0), Rise(80, 0.96, 1.0)]), ("real", [])])
    (least,) = contest.thresholds(score, 0.25, 0.25)

    assert contest.alarms(score, least) == 25
    assert least == pytest.approx(0.955)
    assert contest.power(score, least, 60) == 0
    assert contest.power(score, least, 90) == 50


def test_a_handful_of_diaries_has_no_rate_of_false_alarms() -> None:
    score = Score([("null", {"alcohol": 0.5})] * 4, [("real", [Rise(50, 0.9, 1.0)])])

    assert isnan(contest.power_equal(score, 90))
