"""What a field holds: of medicines, marks, the profile, one night, ticks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stillnight.domain.mark import Mark
from stillnight.domain.medicine import Dose, DoseChange
from stillnight.domain.night import Episode, Night
from stillnight.rules.facts import Facts
from tests.rules.asking import field, holds, judge
from tests.rules.seeds import factors
from tests.rules.worlds import TONIGHT, ago, at, facts, ferritin, medicine, ticked, tsat


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
        (field("medicine.undated", "has_any", ["antiemetic_da"]), True),
        (field("medicine.undated", "has_any", ["ssri"]), False),
        (field("medicine.changed", "has_any", ["antiemetic_da"], within_days=60), None),
        (field("medicine.changed", "has_any", ["tca"], within_days=60), False),
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
        (field("mark.donation.spells", "=", 2), True),
        (field("mark.donation.spells", "=", 1, within_days=199), True),
        (field("mark.heavy_period.spells", "=", 0), True),
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
        ({"pregnant_week": False}, field("profile.pregnant_week", "known"), False),
        ({"pregnant_week": False}, field("profile.pregnant_week", "<", 42), None),
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


def test_a_session_before_bed_is_no_awakening_and_counts_for_the_worst():
    night = Night(TONIGHT, NIGHT_VALUES)
    early = Episode(TONIGHT, night.time("lights_out") - timedelta(hours=3), severity=7)
    world = Facts(TONIGHT, [night], episodes={TONIGHT: [early]}, factors=factors())
    condition = {"last": 1, "at_least": 1}
    assert holds({"nights": field("awakenings_legs", ">=", 1), **condition}, world) is None
    assert holds({"nights": field("worst", "=", 7), **condition}, world) is True


def test_a_tick_is_read_within_its_days():
    world = facts(ticks=[ticked("skin_wound", 3)])
    assert holds(field("flags", "has_any", ["skin_wound"], within_days=3), world) is True
    assert holds(field("flags", "has_any", ["skin_wound"], within_days=2), world) is False
    assert holds(field("flags", "has_any", ["skin_wound"]), world) is True


@pytest.mark.parametrize("listed", [5, {"a": 1}, [["ckd"]], None])
def test_a_profile_with_something_else_in_it_has_no_conditions(listed):
    world = facts(profile={"conditions": listed})
    assert holds(field("profile.conditions", "has_any", ["ckd"]), world) is False


def test_a_dose_change_counts_like_a_beginning_and_the_newest_day_is_said():
    changed = medicine("pill", "ssri", start=ago(500), changes=[DoseChange(ago(40)), DoseChange(ago(20))])
    data = field("medicine.changed", "has_any", ["ssri"], within_days=60, seen="{names} on {date}.")
    assert judge(data, facts(medicines=[changed])).seen == ("pill on Fri 30 Oct 2026.",)


def test_a_usual_medicine_is_taken_without_a_dose_on_record():
    data = field("medicine.taken", "has_any", ["iron"], within_days=2)
    assert holds(data, facts(medicines=[medicine("drops", "iron", usual=True)])) is True
    assert holds(data, facts(medicines=[medicine("drops", "iron", usual=True, end=ago(1))])) is False
    assert holds(data, facts(medicines=[medicine("drops", "iron")])) is False


@pytest.mark.parametrize(
    ("days", "spells"), [((1, 2, 3), 1), ((1, 15), 1), ((1, 16), 2), ((40, 1, 20, 21), 3), ((1, 14, 27), 1)]
)
def test_marks_close_together_are_one_spell(days, spells):
    world = facts(marks=[Mark(ago(day), "heavy_period") for day in days])
    assert holds(field("mark.heavy_period.spells", "=", spells), world) is True


def test_a_medicine_goes_by_the_name_it_was_understood_as():
    typed = medicine("Pramipexol Tabletten")._replace(generic="pramipexole")
    assert holds(field("medicine.active", "has_any", ["dopamine_agonist"]), facts(medicines=[typed])) is True
