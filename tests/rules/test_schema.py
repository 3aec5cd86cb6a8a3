"""What a rule can say: every sort of knowledge that a journal of restless legs has to hold."""

from __future__ import annotations

import tomllib
from datetime import datetime

import pytest

from stillnight.domain.mark import Mark
from stillnight.domain.medicine import Dose
from stillnight.domain.night import Episode
from tests.rules.asking import holds
from tests.rules.worlds import ago, at, facts, ferritin, medicine, ticked


def rested(value, days=3):
    return [(day, {"rested": value}) for day in range(days)]


def bad(mood, count=8):
    return [(day, {"severity": 4, "mood": mood}) for day in range(count)]


def bouts(count):
    start = datetime.fromisoformat(at(0, "02:00"))
    return {ago(day): [Episode(ago(day), start)] * count for day in range(8)}


IMPULSE = """all = [
  { field = "flags", op = "has_any", value = ["impulse_change"], within_days = 14 },
  { field = "medicine.active", op = "has_any", value = ["dopamine_agonist", "levodopa"] },
]"""

ANTIHISTAMINE = """nights = { any = [
  { field = "medicine.taken", op = "has_any", value = ["antihistamine_sedating"] },
  { field = "f.antihistamine", op = ">", value = 0 },
] }
last = 14
over = "dates"
at_least = 2"""

STARTED = """field = "medicine.changed"
op = "has_any"
value = ["ssri", "snri", "tca", "mirtazapine"]
within_days = 60"""

DONATION = """all = [
  { field = "mark.donation.age_days", op = "<=", value = 120 },
  { any = [
    { field = "lab.ferritin", op = "missing" },
    { field = "lab.ferritin.age_days", op = ">", than = "mark.donation.age_days" },
  ] },
]"""

BEDTIME = """any = [
  { statistic = "spread", field = "lights_out", last = 14, answered = 2, op = ">", value = 60 },
  { nights = { field = "f.late_screen", op = ">", value = 0 }, last = 7, at_least = 5 },
]"""

APNOEA = """any = [
  { field = "profile.witnessed_apnoea", op = "=", value = true },
  { all = [
    { field = "profile.snore", op = "=", value = true },
    { nights = { field = "rested", op = "<=", value = 2 }, last = 7, at_least = 3 },
  ] },
]"""

PREGNANCY = """any = [
  { all = [
    { field = "profile.pregnant_week", op = "known" },
    { nights = { field = "severity", op = ">=", value = 3 }, last = 28, at_least = 1 },
  ] },
  { all = [
    { field = "profile.postpartum_weeks", op = ">=", value = 8 },
    { nights = { field = "severity", op = ">=", value = 3 }, last = 14, over = "dates", at_least = 4 },
  ] },
]"""

OFTEN = """all = [
  { nights = { field = "severity", op = ">=", value = 4 }, last = 28, over = "dates", at_least = 8 },
  { any = [
    { statistic = "median", field = "awakenings_legs", last = 28, answered = 5, op = ">=", value = 2 },
    { statistic = "mean", field = "mood", last = 28, answered = 5, op = "<=", value = 4 },
  ] },
]"""


@pytest.mark.parametrize(
    ("text", "world", "expected"),
    [
        (IMPULSE, {"ticks": [ticked("impulse_change")], "medicines": [medicine("ropinirole")]}, True),
        (IMPULSE, {"ticks": [ticked("impulse_change")], "medicines": [medicine("iron")]}, False),
        (ANTIHISTAMINE, {"rows": [(0, {"f.antihistamine": True}), (13, {"f.antihistamine": True})]}, True),
        (ANTIHISTAMINE, {"rows": [(0, {"f.antihistamine": True}), (14, {"f.antihistamine": True})]}, False),
        (
            ANTIHISTAMINE,
            {
                "rows": [(0, {"f.antihistamine": True}), (1, {"severity": 2})],
                "medicines": [medicine("doxylamine")],
                "doses": [Dose(ago(1), 1)],
            },
            True,
        ),
        (STARTED, {"medicines": [medicine("sertraline", start=ago(60))]}, True),
        (STARTED, {"medicines": [medicine("sertraline", start=ago(61))]}, False),
        (DONATION, {"marks": [Mark(ago(100), "donation")]}, True),
        (DONATION, {"marks": [Mark(ago(100), "donation")], "labs": [ferritin(90, days=101)]}, True),
        (DONATION, {"marks": [Mark(ago(100), "donation")], "labs": [ferritin(90, days=99)]}, False),
        (BEDTIME, {"rows": [(0, {"lights_out": at(0, "22:00")}), (1, {"lights_out": at(1, "00:30")})]}, True),
        (BEDTIME, {"rows": [(day, {"f.late_screen": True}) for day in range(5)]}, True),
        (APNOEA, {"profile": {"witnessed_apnoea": True}}, True),
        (APNOEA, {"profile": {"snore": True, "witnessed_apnoea": False}, "rows": rested(2)}, True),
        (APNOEA, {"profile": {"snore": True, "witnessed_apnoea": False}, "rows": rested(3)}, False),
        (PREGNANCY, {"profile": {"pregnant_week": 30}, "rows": [(0, {"severity": 3})]}, True),
        (PREGNANCY, {"profile": {"postpartum_weeks": 8}, "rows": bad(5, 4)}, True),
        (PREGNANCY, {"profile": {"postpartum_weeks": 7}, "rows": bad(5, 4)}, False),
        (OFTEN, {"rows": bad(4), "episodes": bouts(0)}, True),
        (OFTEN, {"rows": bad(5), "episodes": bouts(2)}, True),
        (OFTEN, {"rows": bad(5), "episodes": bouts(1)}, False),
        (OFTEN, {"rows": bad(4, 7), "episodes": bouts(2)}, False),
    ],
)
def test_what_the_literature_knows_can_be_said_as_data(text, world, expected):
    assert holds(tomllib.loads(text), facts(**world)) is expected
