"""Red flags: from ticks alone, within their window, above everything."""

from __future__ import annotations

import pytest

from stillnight.domain.medicine import Dose, DoseChange
from stillnight.rules.engine import evaluate
from tests.rules.seeds import seed_library
from tests.rules.worlds import ago, facts, ferritin, fires, found, medicine, ticked

FLAGS = [
    ("RF01", "one_leg_swollen", "urgent-today"),
    ("RF01", "one_leg_hot", "urgent-today"),
    ("RF01", "one_leg_pain", "urgent-today"),
    ("RF01E", "breathless", "emergency"),
    ("RF01E", "chest_pain", "emergency"),
    ("RF02", "new_weakness", "emergency"),
    ("RF02", "saddle_numb", "emergency"),
    ("RF02", "bladder_bowel", "emergency"),
    ("RF03", "self_harm", "emergency"),
    ("RF04", "doze_driving", "soon"),
    ("RF05N", "impulse_change", "soon"),
    ("RF06N", "all_day_restless", "soon"),
]


@pytest.mark.parametrize(("rule", "flag", "level"), FLAGS)
def test_a_tick_sets_off_its_red_flag_with_no_night_on_record(rule, flag, level):
    finding = found(facts(ticks=[ticked(flag)]))[rule]
    assert finding.red_flag
    assert finding.rule.level == level
    assert finding.seen[0].startswith("You ticked on Thu 19 Nov 2026: ")
    assert finding.rule.lead


@pytest.mark.parametrize(("rule", "flag"), [(rule, flag) for rule, flag, _ in FLAGS])
@pytest.mark.parametrize(("days", "expected"), [(14, True), (15, False), (-1, True), (-3, True)])
def test_a_tick_counts_for_fourteen_days_and_never_too_little(rule, flag, days, expected):
    assert fires(rule, facts(ticks=[ticked(flag, days)])) is expected


def test_one_flag_does_not_set_off_another():
    assert set(found(facts(ticks=[ticked("self_harm")]))) == {"RF03"}


def test_nothing_is_read_out_of_a_note():
    note = "one leg swollen and hot, cannot go on, thoughts of self_harm, chest pain"
    assert not [name for name in found(facts([(0, {"note": note})])) if name.startswith("RF")]


def test_red_flags_come_first_and_the_most_urgent_before_the_rest():
    world = facts(
        [(0, {"severity": 9})],
        labs=[ferritin(20)],
        ticks=[ticked("one_leg_hot"), ticked("self_harm"), ticked("saddle_numb")],
    )
    order = [finding.rule.id for finding in evaluate(seed_library().rules, world)]
    assert order == ["RF02", "RF03", "RF01", "I02"]


def test_only_the_flags_of_the_rule_are_named():
    world = facts(ticks=[ticked("one_leg_hot", 2), ticked("one_leg_swollen", 1), ticked("self_harm")])
    assert found(world)["RF01"].seen == (
        "You ticked on Wed 18 Nov 2026: one leg newly swollen and one leg newly hot or red.",
    )


def test_a_tick_that_can_wait_a_day_stands_behind_those_that_cannot():
    world = facts(ticks=[ticked("doze_driving"), ticked("impulse_change"), ticked("one_leg_hot")])
    assert [finding.rule.id for finding in evaluate(seed_library().rules, world)] == [
        "RF01",
        "RF04",
        "RF05N",
    ]


@pytest.mark.parametrize("name", ["pramipexole", "zolpidem", "pregabalin", "oxycodone", "levodopa"])
def test_rf04_names_the_sedating_medicines_on_record(name):
    world = facts(ticks=[ticked("doze_driving")], medicines=[medicine(name), medicine("iron", number=2)])
    assert found(world)["RF04"].seen == (
        "You ticked on Thu 19 Nov 2026: nodded off while driving.",
        f"In your medicines: {name}.",
    )


IMPULSE = [ticked("impulse_change", 3)]


@pytest.mark.parametrize(
    ("ticks", "medicines", "expected"),
    [
        (IMPULSE, [medicine("ropinirole")], {"RF05"}),
        (IMPULSE, [medicine("my pill", "levodopa")], {"RF05"}),
        (IMPULSE, [medicine("ropinirole", end=ago(1))], {"RF05N"}),
        (IMPULSE, [medicine("gabapentin")], {"RF05N"}),
        (IMPULSE, [], {"RF05N"}),
        ([ticked("impulse_change", 15)], [medicine("ropinirole")], set()),
        ([], [medicine("ropinirole")], set()),
    ],
)
def test_rf05_joins_new_urges_with_a_dopamine_medicine(ticks, medicines, expected):
    assert set(found(facts(ticks=ticks, medicines=medicines))) == expected


RESTLESS = [ticked("all_day_restless")]


@pytest.mark.parametrize(
    ("medicines", "doses", "expected"),
    [
        ([medicine("quetiapine", start=ago(30))], [], "RF06"),
        ([medicine("quetiapine", start=ago(31))], [], "RF06N"),
        ([medicine("quetiapine", start=ago(400), changes=[DoseChange(ago(30))])], [], "RF06"),
        ([medicine("quetiapine", start=ago(400), changes=[DoseChange(ago(31))])], [], "RF06N"),
        ([medicine("quetiapine")], [], "RF06"),
        ([medicine("metoclopramide", start=ago(90))], [Dose(ago(30), 1)], "RF06"),
        ([medicine("metoclopramide", start=ago(90))], [Dose(ago(31), 1)], "RF06N"),
        ([medicine("sertraline", start=ago(3))], [], "RF06N"),
        ([], [], "RF06N"),
    ],
)
def test_rf06_joins_a_restless_day_with_a_new_dopamine_blocking_medicine(medicines, doses, expected):
    flags = {name for name in found(facts(ticks=RESTLESS, medicines=medicines, doses=doses)) if "RF" in name}
    assert flags == {expected}


def test_rf06_needs_the_tick():
    assert "RF06" not in found(facts(medicines=[medicine("quetiapine", start=ago(3))]))


def test_the_ticked_flags_are_kept_with_the_finding():
    world = facts(ticks=[ticked("one_leg_swollen"), ticked("one_leg_hot", 3), ticked("one_leg_pain", 40)])
    assert found(world)["RF01"].flags == ("one_leg_swollen", "one_leg_hot")


def test_what_presses_on_nerves_says_one_thing_to_do_and_not_two():
    rule = found(facts(ticks=[ticked("saddle_numb")]))["RF02"].rule
    assert rule.lead == "Please call your emergency number now:"
    assert rule.check.startswith("Ask to be seen in an emergency department now.")


def test_the_crisis_card_says_whom_to_reach_before_anything_else():
    check = found(facts(ticks=[ticked("self_harm")]))["RF03"].rule.check
    assert check == (
        "Do not stay alone with it tonight. Reach a crisis line of your country, or your local emergency "
        "number, or somebody you trust."
    )
