"""Red flags: from ticks alone, within their window, above everything."""

from __future__ import annotations

import pytest

from stillnight.rules.engine import evaluate
from tests.rules.seeds import seed_library
from tests.rules.worlds import facts, ferritin, fires, found, ticked

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
