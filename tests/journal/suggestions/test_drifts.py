"""Slow changes over the nights on record, as rules are told of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.insight.drift.nights import ago, night, stretch
from tests.rules.worlds import facts, medicine

from stillnight.domain.medicine import Dose, DoseChange
from stillnight.journal.suggestions.drifts import drifts_of

GOOD = {"severity": 2, "onset": "21:30"}
WORSE = stretch(200, 45, **GOOD) + stretch(44, 0, severity=6, onset="18:00")


def world(*medicines, nights=WORSE, doses=()):
    return replace(facts(medicines=medicines, doses=doses), nights=nights)


def augmentation(*medicines, **rest):
    return drifts_of(world(*medicines, **rest))["augmentation"]


@pytest.mark.parametrize(
    "taken",
    [
        medicine("ropinirole", start=ago(300)),
        medicine("levodopa/benserazide", start=ago(300)),
        medicine("my tablet", "dopamine_agonist", start=ago(300)),
    ],
)
def test_a_change_on_a_dopamine_medicine_is_told_with_its_name_and_days(taken):
    (drift,) = augmentation(taken)
    assert drift.signs[-1].values == {"names": (taken.name,), "days": 300}
    assert [sign.name for sign in drift.signs] == ["onset", "severity", "on_it"]


@pytest.mark.parametrize(
    "taken",
    [
        (),
        (medicine("pregabalin", start=ago(300)),),
        (medicine("ropinirole", start=ago(300), end=ago(1)),),
        (medicine("ropinirole", start=ago(50)),),
        (medicine("ropinirole", start=ago(-1)),),
    ],
)
def test_without_such_a_medicine_or_too_soon_on_it_nothing_is_told(taken):
    assert augmentation(*taken) == []


def test_one_that_gave_way_to_another_counts_from_the_first():
    (drift,) = augmentation(
        medicine("pramipexole", start=ago(300), end=ago(60), number=1),
        medicine("ropinirole", start=ago(59), number=2),
    )
    assert drift.signs[-1].values == {"names": ("ropinirole",), "days": 300}


def test_an_unknown_first_day_asks_for_it():
    (drift,) = augmentation(medicine("ropinirole"))
    assert (drift.lacks, drift.signs) == ("medicine.undated", ())


def test_the_first_dose_on_record_tells_as_well():
    (drift,) = augmentation(
        medicine("ropinirole"), doses=[Dose(ago(100), 1), Dose(ago(250), 1), Dose(ago(400), 2)]
    )
    assert drift.signs[-1].values["days"] == 250


def test_an_answer_holds_for_the_medicine_and_not_for_the_next_one():
    """Whose first day is known from doses alone has another one when the oldest are no longer looked at."""
    one, next_one = medicine("ropinirole", number=7), medicine("levodopa", start=ago(300), number=9)
    before = augmentation(one, doses=[Dose(ago(300), 7), Dose(ago(250), 7)])
    after = augmentation(one, doses=[Dose(ago(250), 7)])
    assert before[0].occasion == after[0].occasion
    assert augmentation(next_one)[0].occasion != after[0].occasion


def worse_after(*medicines, nights):
    return drifts_of(world(*medicines, nights=nights))["worse_after"]


STEPPED = [*stretch(34, 21, severity=3), night(20), *stretch(19, 0, severity=6)]


@pytest.mark.parametrize(
    ("taken", "told"),
    [
        (medicine("sertraline", start=ago(20)), True),
        (medicine("sertraline", start=ago(400), changes=[DoseChange(ago(20))]), True),
        (medicine("sertraline", start=ago(10)), False),
        (medicine("sertraline", start=ago(400), end=ago(20)), False),
        (medicine("sertraline"), False),
    ],
)
def test_worse_nights_after_a_change_are_told_once_the_fortnight_is_over(taken, told):
    assert bool(worse_after(taken, nights=STEPPED)) is told


def test_two_changes_of_one_day_are_one_question():
    two = medicine("one", start=ago(20), number=1), medicine("two", start=ago(20), number=2)
    (drift,) = worse_after(*two, nights=STEPPED)
    assert drift.occasion == ago(20).isoformat()
    assert drift.signs[0].values == {"names": ("one", "two"), "day": ago(20)}
