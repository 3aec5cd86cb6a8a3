"""The watch on a few made-up people; ``python -m tests.benchmarks drift`` measures it on many."""

from __future__ import annotations

from dataclasses import replace

from tests.benchmarks.drift.measure import alarm_nights, changes_that_look_worse
from tests.benchmarks.drift.people import PLAIN, WORSENING, live

from stillnight.insight.drift.watched import watch

PEOPLE = 4


def alarmed(kind):
    """How many people, looked at every night, are alarmed: as the rule is written, and as we watch."""
    alarms = [alarm_nights(watch(live(kind, seed)[0])) for seed in range(PEOPLE)]
    return sum(bool(written) for written, _ in alarms), sum(bool(ours) for _, ours in alarms)


def test_legs_that_only_vary_raise_no_alarm():
    assert alarmed(PLAIN)[1] == 0


def test_flights_and_clock_changes_raise_no_alarm():
    assert alarmed(replace(PLAIN, name="travels much", trips=10))[1] == 0


def test_a_medicine_that_makes_it_worse_is_seen():
    assert alarmed(WORSENING[0])[1] >= 3


def test_the_same_person_lives_the_same_nights():
    assert live(PLAIN, 3) == live(PLAIN, 3)


def test_a_change_of_a_medicine_that_does_nothing_seldom_looks_worse():
    assert changes_that_look_worse(PLAIN, 20) < 0.15
