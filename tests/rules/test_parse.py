"""Every slip in a rule file is named with file, rule and key before anything is shown."""

from __future__ import annotations

import re
import tomllib

import pytest

from stillnight.domain.question import Question
from stillnight.rules.errors import RuleError
from stillnight.rules.parse import parse_rules
from stillnight.rules.vocabulary import Vocabulary
from stillnight.rules.wording import Wording
from tests.rules.seeds import seed_library

WORDS = Vocabulary(
    wording=Wording(
        levels={"tip": "to try", "discuss": "to discuss"},
        leads={"tip": "You could try:", "discuss": "Show this:"},
        grades={"A": "guideline", "C": "small"},
        badges={"mixed": "mixed findings"},
        closings={"iron": "Do not start iron."},
        templates={},
    ),
    sources=("one",),
    factors=("caffeine",),
    flags={"self_harm": "thoughts"},
    questions={"ckd": Question("ckd", "kidney disease", "Kidney disease?", is_condition=True)},
    gates=seed_library().gates,
    classes={"iron": "iron"},
    marks={"donation": "blood donation"},
)

GOOD = """
[[rule]]
id = "X1"
title = "A title"
mode = "fact"
level = "tip"
grade = "C"
basis = "Somebody says so."
check = "Check it."
sources = ["one"]
when = { field = "lab.ferritin", op = "missing" }
"""


def rules(text, **more):
    documents = {"mine.toml": tomllib.loads(text), **{f"{k}.toml": tomllib.loads(v) for k, v in more.items()}}
    return parse_rules(documents, WORDS)


def with_line(key, line):
    """The good rule with one line in the place of another, or beside them."""
    kept = [row for row in GOOD.strip().splitlines() if not row.startswith(f"{key} =")]
    return "\n".join([*kept, line])


def condition(text):
    return with_line("when", f"when = {text}")


def test_a_good_rule_is_read_with_its_words():
    (rule,) = rules(GOOD)
    assert (rule.id, rule.level_words, rule.lead) == ("X1", "to try", "You could try:")
    assert (rule.grade_words, rule.closing, rule.red_flag) == ("small", "", False)


def test_a_folder_without_rules_is_no_error():
    assert rules("") == []


SLIPS = [
    ("title", "", "title"),
    ("title", "title = 3", "title"),
    ("title", 'title = ""', "title"),
    ("mode", 'mode = "hunch"', "mode"),
    ("level", 'level = "panic"', "level"),
    ("grade", 'grade = "E"', "grade"),
    ("badges", 'badges = ["shiny"]', "badges"),
    ("closing", 'closing = "bye"', "closing"),
    ("sources", 'sources = ["two"]', "sources"),
    ("sources", "sources = []", "sources"),
    ("sources", 'sources = "one"', "sources"),
    ("basis", "", "basis"),
    ("check", "", "check"),
    ("rank", "rank = 0", "rank"),
    ("rank", 'rank = "high"', "rank"),
    ("rank", "rank = true", "rank"),
    ("red_flag", 'red_flag = "yes"', "red_flag"),
    ("replaces", 'replaces = ["Y9"]', "replaces"),
    ("colour", 'colour = "red"', "colour"),
    ("missing", 'missing = "severity"', "missing"),
    ("missing", 'missing = { moon = "How full?" }', "missing.moon"),
    ("missing", 'missing = { severity = "" }', "missing.severity"),
    ("gates", 'gates = ["G99"]', "gates"),
    ("gates", 'gates = "G09"', "gates"),
    ("gates", 'gates = ["G09"]\nred_flag = true', "gates"),
    ("when", "", "when"),
    ("when", "when = 3", "when"),
]


@pytest.mark.parametrize(("key", "line", "named"), SLIPS)
def test_a_wrong_key_is_named_with_file_and_rule(key, line, named):
    with pytest.raises(RuleError) as caught:
        rules(with_line(key, line))
    error = caught.value
    assert (error.file, error.id, error.key) == ("mine.toml", "X1", named)
    assert str(error).startswith(f"mine.toml, rule X1, {named}: ")
    assert "\n" not in str(error)


NIGHT = '{ nights = { field = "severity", op = ">=", value = 1 }, last = 7, at_least = 2 }'

WRONG_CONDITIONS = [
    ("{ }", "when.when"),
    ('{ fields = "severity" }', "when.fields"),
    ('{ field = "lab.gold", op = "missing" }', "when.field"),
    ('{ field = "severity", op = "=", value = 1 }', "when.field"),
    ('{ field = "profile.shoe", op = "known" }', "when.field"),
    ('{ field = "medicine.gold.days", op = ">", value = 1 }', "when.field"),
    ('{ field = "mark.party.count", op = ">", value = 1 }', "when.field"),
    ('{ field = "lab.ferritin", op = "near", value = 1 }', "when.op"),
    ('{ field = "lab.ferritin", op = "has_any", value = ["x"] }', "when.op"),
    ('{ field = "lab.ferritin", op = "<" }', "when.value"),
    ('{ field = "lab.ferritin", op = "<", value = "low" }', "when.value"),
    ('{ field = "lab.ferritin", op = "<", value = true }', "when.value"),
    ('{ field = "lab.ferritin.ill", op = "=", value = 1 }', "when.value"),
    ('{ field = "lab.ferritin", op = "<", than = "lab.silver" }', "when.than"),
    ('{ field = "lab.ferritin", op = "<", than = "flags" }', "when.than"),
    ('{ field = "lab.ferritin", op = "<", value = 1, unit = "ug" }', "when.unit"),
    ('{ field = "lab.ferritin", op = "<", value = 1, seen = "{n} nights" }', "when.seen"),
    ('{ field = "lab.ferritin", op = "<", value = 1, seen = "{value" }', "when.seen"),
    ('{ field = "flags", op = "has_any", value = ["itch"] }', "when.value"),
    ('{ field = "flags", op = "has_any", value = [] }', "when.value"),
    ('{ field = "flags", op = "has_any", value = ["self_harm"], within_days = -1 }', "when.within_days"),
    ('{ field = "profile.conditions", op = "has_any", value = ["flu"] }', "when.value"),
    ('{ field = "medicine.active", op = "has_any", value = ["gold"] }', "when.value"),
    ("{ all = [] }", "when.all"),
    ('{ all = [{ field = "flags", op = "odd" }] }', "when.all.1.op"),
    ('{ any = [{ field = "lab.ferritin", op = "known" }, { field = "x", op = "<" }] }', "when.any.2.field"),
    ('{ any = [{ field = "lab.ferritin", op = "known" }], at_least = 0 }', "when.at_least"),
    ('{ all = [{ field = "lab.ferritin", op = "known" }], last = 7 }', "when.last"),
    ('{ not = { field = "flags" } }', "when.not.op"),
    (NIGHT.replace("last = 7", "last = 0"), "when.last"),
    (NIGHT.replace("at_least = 2", "at_least = 8"), "when.at_least"),
    (NIGHT.replace("last = 7, ", ""), "when.last"),
    (NIGHT.replace("severity", "f.tea"), "when.nights.field"),
    (NIGHT.replace("severity", "f.caffeine.colour"), "when.nights.field"),
    (NIGHT.replace("severity", "lab.ferritin"), "when.nights.field"),
    (NIGHT.replace("last = 7", "last = 7, weeks = 2"), "when.weeks"),
    (NIGHT.replace("last = 7", 'last = 7, over = "moons"'), "when.over"),
    ("{ nights = " + NIGHT + ", last = 7, at_least = 1 }", "when.nights.nights"),
    ('{ nights = { field = "onset", op = "after", value = "25:00" }, last = 7, at_least = 1 }',
     "when.nights.value"),
    ('{ statistic = "mode", field = "severity", last = 7, answered = 1, op = ">", value = 1 }',
     "when.statistic"),
    ('{ statistic = "mean", field = "parts", last = 7, answered = 1, op = ">", value = 1 }', "when.field"),
    ('{ statistic = "mean", field = "severity", last = 7, op = ">", value = 1 }', "when.answered"),
    ('{ statistic = "mean", field = "severity", last = 7, answered = 1, op = "in", value = 1 }', "when.op"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), WRONG_CONDITIONS)
def test_a_wrong_condition_is_named_down_to_its_key(text, named):
    with pytest.raises(RuleError) as caught:
        rules(condition(text))
    assert (caught.value.file, caught.value.id, caught.value.key) == ("mine.toml", "X1", named)


def test_an_id_used_twice_names_the_other_file():
    with pytest.raises(RuleError, match=r"yours\.toml, rule X1, id: mine\.toml has a rule X1 already"):
        rules(GOOD, yours=GOOD)


def test_a_rule_without_an_id_is_named_by_its_place():
    with pytest.raises(RuleError) as caught:
        rules(with_line("id", ""))
    assert (caught.value.id, caught.value.key) == ("number 1", "id")


@pytest.mark.parametrize("text", ["rules = []", 'rule = "X1"', "rule = [1]", "[rule]\nid = 'X1'"])
def test_a_file_that_holds_something_else_is_named(text):
    with pytest.raises(RuleError, match=r"mine\.toml"):
        rules(text)


def test_no_rule_replaces_a_red_flag():
    flag = with_line("id", 'id = "F1"\nred_flag = true')
    with pytest.raises(RuleError) as caught:
        rules(GOOD + 'replaces = ["F1"]', other=flag)
    assert caught.value.key == "replaces"


def test_rules_without_a_rank_stand_after_all_others():
    ranked = with_line("id", 'id = "Z9"\nrank = 999')
    assert [rule.id for rule in rules(GOOD, other=ranked)] == ["Z9", "X1"]


ABOUT_EVERY = with_line("when", 'when = { pattern = "every" }').replace("A title", "{factor} here")


def test_a_rule_about_every_factor_is_one_for_each_that_has_none():
    (rule,) = rules(ABOUT_EVERY)
    assert (rule.id, rule.title, rule.factor) == ("X1:caffeine", "caffeine here", "caffeine")


def test_a_factor_with_a_pattern_rule_of_its_own_needs_none_about_every_one():
    own = with_line("when", 'when = { pattern = "caffeine" }').replace("X1", "X2")
    assert [rule.id for rule in rules(ABOUT_EVERY, other=own)] == ["X2"]


def test_a_card_may_end_with_several_lines():
    (rule,) = rules(with_line("closing", 'closing = ["iron", "iron"]'))
    assert rule.closing == "Do not start iron. Do not start iron."


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (condition('{ pattern = "tea" }'), "when.pattern"),
        (condition('{ pattern = "caffeine", effect = "bad" }'), "when.effect"),
        (condition('{ drift = "weather", seen = {} }'), "when.drift"),
        (condition('{ drift = "augmentation" }'), "when.seen"),
        (condition('{ drift = "augmentation", seen = { mood = "x" } }'), "when.seen.mood"),
        (condition('{ drift = "augmentation", seen = { onset = "{who}" } }'), "when.seen.onset"),
        (condition('{ nights = { pattern = "caffeine" }, last = 3, at_least = 1 }'), "when.nights.pattern"),
        (condition('{ nights = { field = "severity", op = "known" }, last = 9, answered = 3, share = 101 }'),
         "when.share"),
        (condition('{ nights = { field = "severity", op = "known" }, last = 9, answered = 10, share = 50 }'),
         "when.answered"),
        (with_line("closing", 'closing = ["tea"]'), "closing"),
        (with_line("factor", 'factor = "tea"'), "factor"),
    ],
)  # fmt: skip
def test_a_slip_in_what_is_handed_in_is_named(text, key):
    with pytest.raises(RuleError, match=rf"\b{re.escape(key)}\b"):
        rules(text)
