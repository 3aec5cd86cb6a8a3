"""Conditions as data: the shapes that rules are made of, and what they make of what is not known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stillnight.domain.ledger import Dose
from stillnight.domain.night import Episode, Night
from stillnight.rules.conditions import View
from stillnight.rules.facts import Facts, Mark
from stillnight.rules.schema import read_condition
from stillnight.rules.table import Table
from stillnight.rules.vocabulary import Vocabulary
from tests.rules.seeds import factors, seed_library
from tests.rules.worlds import TONIGHT, ago, at, facts, ferritin, medicine, ticked, tsat

LIBRARY = seed_library()
WORDS = Vocabulary(
    wording=LIBRARY.wording,
    sources=LIBRARY.sources,
    factors=factors(),
    flags=LIBRARY.flags,
    conditions=LIBRARY.conditions,
    classes={name: one.label for name, one in LIBRARY.medicines.classes.items()},
    marks={"donation": "blood donation", "heavy_period": "heavy period"},
)


def judge(data, world):
    return read_condition(Table("t", "T", data, "when"), WORDS).judge(View(world))


def holds(data, world):
    return judge(data, world).holds


def field(name, op, value=None, **more):
    return {"field": name, "op": op, **({} if value is None else {"value": value}), **more}


YES, NO = field("lab.tsat", ">", 1), field("lab.tsat", "<", 1)
OPEN = field("lab.ferritin", "<", 75)
WORLD = facts(labs=[tsat(30)])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"all": [YES, YES]}, True),
        ({"all": [YES, NO]}, False),
        ({"all": [YES, OPEN]}, None),
        ({"all": [NO, OPEN]}, False),
        ({"any": [NO, YES]}, True),
        ({"any": [NO, NO]}, False),
        ({"any": [NO, OPEN]}, None),
        ({"any": [YES, OPEN]}, True),
        ({"any": [YES, YES, NO], "at_least": 2}, True),
        ({"any": [YES, NO, NO], "at_least": 2}, False),
        ({"any": [YES, OPEN, NO], "at_least": 2}, None),
        ({"not": YES}, False),
        ({"not": NO}, True),
        ({"not": OPEN}, None),
    ],
)
def test_unknown_is_neither_yes_nor_no(data, expected):
    assert holds(data, WORLD) is expected


@pytest.mark.parametrize(
    ("data", "settles"),
    [
        (OPEN, {"lab.ferritin"}),
        ({"not": OPEN}, {"lab.ferritin"}),
        ({"all": [YES, OPEN]}, {"lab.ferritin"}),
        ({"all": [OPEN, field("lab.hb", "<", 100)]}, set()),
        ({"any": [OPEN, field("lab.hb", "<", 100)]}, {"lab.ferritin", "lab.hb"}),
        (field("lab.ferritin", ">", than="lab.tsat"), {"lab.ferritin"}),
        (field("lab.ferritin", ">", than="lab.hb"), set()),
    ],
)
def test_the_fields_that_would_settle_it_are_named(data, settles):
    assert judge(data, WORLD).settles == settles


RESTLESS = {"nights": field("severity", ">=", 4), "last": 4, "at_least": 2}


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ([4, 4, 0, 0], True),
        ([4, 3, 0, 0], False),
        ([4, None, 0, 0], None),
        ([None, None, None, None], None),
        ([0, 0, 0, None], False),
        ([0, 0, 0, 0, 9, 9], False),
        ([4], False),
        ([], False),
    ],
)
def test_nights_are_counted_among_the_last_logged_ones(severities, expected):
    world = facts([(day, {"severity": value}) for day, value in enumerate(severities)])
    assert holds(RESTLESS, world) is expected


def test_a_night_after_tonight_is_not_looked_at():
    assert holds(RESTLESS, facts([(-1, {"severity": 9}), (0, {"severity": 9})])) is False


def test_dates_count_days_and_not_entries():
    rows = [(0, {"severity": 5}), (4, {"severity": 5})]
    assert holds(RESTLESS, facts(rows)) is True
    assert holds({**RESTLESS, "over": "dates"}, facts(rows)) is False


@pytest.mark.parametrize(("days", "expected"), [((0, 1, 7, 8), True), ((0, 1, 2, 8), False)])
def test_several_weeks_each_have_to_hold(days, expected):
    data = {**RESTLESS, "last": 7, "over": "dates", "weeks": 2}
    assert holds(data, facts([(day, {"severity": 5}) for day in days])) is expected


def test_many_dates_are_counted_and_the_latest_named():
    data = {**RESTLESS, "last": 7, "seen": "{n} of {m}: {dates}"}
    world = facts([(day, {"severity": 5}) for day in range(7)])
    assert judge(data, world).seen == ("7 of 7: 3 earlier, Mon 16 Nov, Tue 17 Nov, Wed 18 Nov, Thu 19 Nov",)


def summed(statistic, name, op, value, answered=3, last=7, **more):
    rest = {"statistic": statistic, "field": name, "op": op, "value": value}
    return {**rest, "answered": answered, "last": last, **more}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (summed("sum", "severity", "=", 12), True),
        (summed("mean", "severity", "=", 4), True),
        (summed("median", "severity", "=", 3), True),
        (summed("spread", "severity", ">", 2.17), False),
        (summed("spread", "severity", ">", 2.15), True),
        (summed("sum", "severity", "=", 12, answered=4), None),
        (summed("mean", "severity", "=", 5, only=field("severity", ">", 2)), None),
        (summed("mean", "severity", "=", 5, answered=2, only=field("severity", ">", 2)), True),
        (summed("sum", "severity", "=", 10, only=field("severity", ">", 2)), True),
    ],
)
def test_a_statistic_is_taken_of_answered_nights_only(data, expected):
    world = facts([(0, {"severity": 2}), (1, {"severity": 3}), (2, {"severity": 7}), (3, {"note": "x"})])
    assert holds(data, world) is expected


def test_bedtimes_around_midnight_lie_close_together():
    rows = [(0, {"lights_out": at(0, "23:30")}), (1, {"lights_out": at(1, "00:30")})]
    assert holds(summed("spread", "lights_out", "=", 30, answered=2), facts(rows)) is True


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (field("medicine.active", "has_any", ["ssri"]), True),
        (field("medicine.active", "has_any", ["iron"]), False),
        (field("medicine.active", "has_all", ["ssri", "antiemetic_da"]), True),
        (field("medicine.changed", "has_any", ["ssri"], within_days=60), True),
        (field("medicine.changed", "has_any", ["ssri"], within_days=59), False),
        (field("medicine.taken", "has_any", ["antiemetic_da"], within_days=2), True),
        (field("medicine.taken", "has_any", ["antiemetic_da"], within_days=1), False),
        (field("medicine.taken", "has_any", ["ssri"], within_days=2), False),
        (field("medicine.ssri.days", "=", 60), True),
        (field("medicine.tca.days", ">", 0), None),
    ],
)
def test_medicines_are_read_by_class_and_generic_name(data, expected):
    world = facts(
        medicines=[
            medicine("my pill", "ssri", start=ago(60), number=1),
            medicine("Promethazine 25 mg", number=2),
            medicine("amitriptyline", start=ago(90), end=ago(3), number=3),
        ],
        doses=[Dose(ago(2), 2)],
    )
    assert holds(data, world) is expected


def test_the_medicines_found_are_called_as_they_were_typed():
    world = facts(medicines=[medicine("my pill", "ssri"), medicine("iron", "iron", number=2)])
    data = field("medicine.active", "has_any", ["ssri"], seen="You take {names}.")
    assert judge(data, world).seen == ("You take my pill.",)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (field("mark.donation.age_days", "<=", 120), True),
        (field("mark.donation.age_days", "<", 120), False),
        (field("mark.donation.count", ">=", 2, within_days=200), True),
        (field("mark.donation.count", ">=", 2, within_days=199), False),
        (field("mark.heavy_period.count", "=", 0), True),
        (field("mark.heavy_period.age_days", "<", 9), None),
        (field("lab.ferritin.age_days", ">", than="mark.donation.age_days"), True),
        (field("lab.tsat.age_days", ">", than="mark.donation.age_days"), False),
    ],
)
def test_marks_have_an_age_and_can_be_held_against_a_blood_test(data, expected):
    marks = [Mark(ago(120), "donation"), Mark(ago(200), "donation")]
    assert holds(data, facts(marks=marks, labs=[ferritin(50, days=121), tsat(20, days=120)])) is expected


@pytest.mark.parametrize(
    ("profile", "data", "expected"),
    [
        ({"snore": True}, field("profile.snore", "=", True), True),
        ({"snore": False}, field("profile.snore", "=", True), False),
        ({}, field("profile.snore", "=", True), None),
        ({"pregnant_week": 30}, field("profile.pregnant_week", "known"), True),
        ({}, field("profile.pregnant_week", "known"), False),
        ({"conditions": ["ckd"]}, field("profile.conditions", "has_any", ["ckd", "dialysis"]), True),
        ({"conditions": "ckd, falls"}, field("profile.conditions", "has_all", ["ckd", "falls"]), True),
        ({"ckd": True}, field("profile.conditions", "has_any", ["ckd"]), True),
        ({"ckd": False}, field("profile.conditions", "has_any", ["ckd"]), False),
        ({}, field("profile.conditions", "has_any", ["ckd"]), False),
    ],
)
def test_the_profile_is_read(profile, data, expected):
    assert holds(data, facts(profile=profile)) is expected


NIGHT_VALUES = {
    "severity": 3, "onset": "not_yet", "side": "left", "parts": ["calves", "arms"], "kicks_seen": True,
    "lights_out": at(0, "23:00"), "sol_min": 30, "waso_min": 20, "final_wake": at(0, "06:00"),
    "f.caffeine": True, "f.stress": 8, "f.exercise": False, "f.exercise.intensity": "hard",
}  # fmt: skip


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (field("severity", "=", 3), True),
        (field("worst", "=", 7), True),
        (field("awakenings_legs", "=", 1), True),
        (field("tst", "=", 370), True),
        (field("se_tib", ">", 1), None),
        (field("onset", "after", "12:00"), None),
        (field("onset_word", "in", ["not_yet", "all_day"]), True),
        (field("side", "=", "left"), True),
        (field("parts", "has_any", ["arms", "hands"]), True),
        (field("parts", "has_all", ["arms", "hands"]), False),
        (field("kicks_seen", "=", True), True),
        (field("lights_out", "before", "23:30"), True),
        (field("lights_out", "after", "23:00"), False),
        (field("final_wake", "after", "05:30"), True),
        (field("f.caffeine", "=", 2), True),
        (field("f.caffeine.mg", "=", 160), True),
        (field("f.stress", ">=", 8), True),
        (field("f.exercise", "=", 0), True),
        (field("f.exercise.intensity", "=", "hard"), True),
        (field("f.sitting", "<", 24), None),
        (field("mood", "missing"), True),
        (field("severity", "known"), True),
        (field("medicine.taken", "has_any", ["iron"]), True),
    ],
)
def test_one_night_is_read_with_what_can_be_computed_of_it(data, expected):
    start = Night(TONIGHT, NIGHT_VALUES).time("lights_out") + timedelta(hours=3)
    world = Facts(
        TONIGHT,
        [Night(TONIGHT, NIGHT_VALUES)],
        episodes={TONIGHT: [Episode(TONIGHT, start, severity=7)]},
        medicines=[medicine("drops", "iron")],
        doses=[Dose(TONIGHT, 1)],
        factors=factors(),
    )
    assert holds({"nights": data, "last": 1, "at_least": 1}, world) is expected


def test_a_tick_is_read_within_its_days():
    world = facts(ticks=[ticked("skin_wound", 3)])
    assert holds(field("flags", "has_any", ["skin_wound"], within_days=3), world) is True
    assert holds(field("flags", "has_any", ["skin_wound"], within_days=2), world) is False
    assert holds(field("flags", "has_any", ["skin_wound"]), world) is True
