"""The engine: precedence, replacement, and asking for the one field that is missing."""

from __future__ import annotations

import tomllib

import pytest

from stillnight.rules.engine import evaluate
from stillnight.rules.parse import parse_rules
from tests.rules.seeds import seed_library
from tests.rules.test_parse import WORDS
from tests.rules.worlds import at, facts, ferritin, medicine, ticked

RULE = """
[[rule]]
id = "{id}"
title = "A title"
mode = "fact"
level = "{level}"
grade = "C"
basis = "Somebody says so."
check = "Check it."
sources = ["one"]
rank = {rank}
{more}
when = {{ {when} }}
"""

SEEN = 'field = "lab.ferritin", op = "<", value = 75, seen = "Ferritin {value}."'
OPEN = 'field = "lab.tsat", op = "<", value = 20, seen = "Saturation {value}."'


def rule(id, rank=50, when=SEEN, level="tip", more=""):
    return RULE.format(id=id, rank=rank, when=when, level=level, more=more)


def order(*texts, world=None):
    rules = parse_rules({"a.toml": tomllib.loads("".join(texts))}, WORDS)
    return [finding.rule.id for finding in evaluate(rules, world or facts(labs=[ferritin(40)]))]


def test_findings_stand_in_their_order_of_precedence():
    assert order(rule("C", 60), rule("B", 50), rule("A", 60)) == ["B", "A", "C"]


def test_of_equals_the_more_urgent_stands_first():
    assert order(rule("A"), rule("B", level="discuss")) == ["B", "A"]


def test_a_red_flag_stands_before_everything_whatever_its_rank():
    assert order(rule("A", 1), rule("Z", 900, more="red_flag = true")) == ["Z", "A"]


def test_a_replaced_rule_is_left_out_only_when_the_other_fires():
    replaced = rule("A"), rule("B", more='replaces = ["A"]')
    assert order(*replaced) == ["B"]
    silent = rule("A"), rule("B", more='replaces = ["A"]', when=SEEN.replace("75", "10"))
    assert order(*silent) == ["A"]


def test_a_rule_that_asks_for_a_field_stands_last_and_replaces_nothing():
    asking = rule("B", 1, OPEN, more='replaces = ["A"]\nmissing = { "lab.tsat" = "Enter the saturation." }')
    assert order(rule("A", 60), asking) == ["A", "B"]


def test_a_rule_without_a_question_stays_silent_when_a_field_is_missing():
    assert order(rule("A", when=OPEN)) == []


def test_nothing_known_is_nothing_found():
    assert evaluate(seed_library().rules, facts()) == []


def test_the_order_of_the_seeds_is_the_order_of_precedence():
    rows = [(day, {"severity": 6, "f.stress": 8, "f.exercise": 0, "f.caffeine": 3, "sol_min": 50,
                   "f.caffeine.at": at(day, "19:00")}) for day in range(28)]  # fmt: skip
    world = facts(rows, ticks=[ticked("one_leg_hot"), ticked("self_harm")])
    found = [finding.rule.id for finding in evaluate(seed_library().rules, world)]
    asking_for_awakenings = "O01"
    assert found == ["RF03", "RF01", "I01", "A01", "C06", "S06", "C02", asking_for_awakenings]


IDLE = [(day, {"f.exercise": 0}) for day in range(14)]


@pytest.mark.parametrize(
    ("profile", "flag", "expected"),
    [
        ({}, None, True),
        ({"heart_unstable": False}, None, True),
        ({"heart_unstable": True}, None, False),
        ({"pregnant_week": 20}, None, True),
        ({"pregnant_week": 20, "pregnancy_complications": True}, None, False),
        ({}, "chest_pain", False),
        ({}, "breathless", False),
        ({}, "doze_driving", True),
    ],
)
def test_a_gate_takes_the_exercise_programme_away(profile, flag, expected):
    world = facts(IDLE, profile=profile, ticks=[ticked(flag)] if flag else [])
    assert ("A01" in {finding.rule.id for finding in evaluate(seed_library().rules, world)}) is expected


def test_a_gate_looks_at_tonight_alone():
    """The balance gate shuts with alcohol: tonight's drink counts, yesterday's does not."""
    for day, left in ((0, []), (1, ["A"])):
        world = facts([(day, {"f.alcohol": 2})], labs=[ferritin(40)])
        assert order(rule("A", more='gates = ["G08"]'), world=world) == left


def test_a_usual_sedating_medicine_shuts_a_gate_before_its_dose_is_written_down():
    world = facts(labs=[ferritin(40)], medicines=[medicine("zolpidem", usual=True)])
    assert order(rule("A", more='gates = ["G08"]'), world=world) == []


def test_a_gated_rule_that_asks_for_a_field_is_gone_too():
    asking = rule("B", 1, OPEN, more='gates = ["G10"]\nmissing = { "lab.tsat" = "Enter the saturation." }')
    assert order(asking) == []


def test_the_same_sentence_is_said_once():
    both = "[{ " + SEEN + " }, { " + SEEN + " }]"
    rules = parse_rules({"a.toml": tomllib.loads(rule("A", when=f"any = {both}"))}, WORDS)
    assert evaluate(rules, facts(labs=[ferritin(40)]))[0].seen == ("Ferritin 40.",)


def test_the_same_facts_find_the_same_things():
    world = facts([(0, {"severity": 6})], labs=[ferritin(90)])
    assert evaluate(seed_library().rules, world) == evaluate(seed_library().rules, world)
