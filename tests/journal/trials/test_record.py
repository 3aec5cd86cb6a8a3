"""A trial as the journal keeps it."""

import json

import pytest
from tests.insight.trials.lived import AB, START, A, B, U, trial_of

from stillnight.insight.trials.trial import Design, Measure, Sort
from stillnight.journal.trials.record import FOLLOWED, kept
from stillnight.journal.trials.record import trial_of as read

TRIAL = trial_of([U, AB, A, B], Design.FACTORIAL, seals=frozenset({"stress", "sitting"}))


def test_what_was_kept_is_read_again():
    assert read(7, json.loads(json.dumps(kept(TRIAL)))) == TRIAL


def test_everything_about_a_measure_is_kept():
    measure = Measure(Sort.WITHOUT, "alcohol", "no alcohol", "None.", True, True, ("G13",))
    trial = trial_of([A, U])
    trial = type(trial)(**{name: getattr(trial, name) for name in trial.__slots__} | {"measures": (measure,)})

    assert read(7, kept(trial)) == trial


def test_whether_a_plan_was_followed_is_a_field_a_night():
    record = {
        **kept(TRIAL),
        f"{FOLLOWED}{START}": False,
        f"{FOLLOWED}2026-11-03": True,
        "followed.soon": True,
    }

    assert read(7, record).followed == {START: False, START.replace(day=3): True}


def test_a_stop_is_read():
    trial = read(7, {**kept(TRIAL), "stopped": "2026-11-04", "reason": "enough"})

    assert (str(trial.stopped), trial.reason) == ("2026-11-04", "enough")
    assert trial.end == trial.stopped
    assert trial.arm_on(START.replace(day=5)) is None


@pytest.mark.parametrize(
    "slip",
    [
        {"design": "odd"}, {"from": "someday"}, {"order": []}, {"order": ["c"]}, {"order": 5},
        {"measures": None}, {"measures": [{"tip": "walk"}]}, {"outcome": 3}, {"from": None}, {"design": None},
        {"measures": []}, {"from": "9999-12-30"}, {"seals": 5}, {"measures": [5]},
        {"design": "pairs"}, {"order": ["usual", "a"]}, {"order": ["usual", "a", "b", "b"]},
        {"order": ["usual", "a", "b", "a+b", "usual"]}, {"order": ["usual", "a", "b", "a+b"] * 92},
        {"measures": kept(TRIAL)["measures"][:1]},
    ],
)  # fmt: skip
def test_what_a_hand_left_is_passed_over(slip):
    assert read(7, {**kept(TRIAL), **slip}) is None
