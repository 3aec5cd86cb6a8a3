"""The rules that a pattern of the own nights sets off; the finding itself is handed in."""

from __future__ import annotations

import pytest

from stillnight.rules.card import card_text
from stillnight.rules.pattern import TIERS
from tests.rules.handed_in import Pattern, with_bleeding, world
from tests.rules.seeds import factors, seed_library
from tests.rules.worlds import coffee_world, found

OF_A_FACTOR = {
    "caffeine": "C01", "alcohol": "C03", "nicotine": "C04", "late_meal": "C05", "exercise": "A02",
    "sitting": "A03", "travel": "A03T", "stress": "S04", "hot_room": "S05", "antihistamine": "M03P",
    "late_screen": "S02P", "illness": "OWN:illness",
}  # fmt: skip


@pytest.mark.parametrize(("factor", "rule"), OF_A_FACTOR.items())
def test_each_factor_has_its_rule(factor, rule):
    assert list(found(world(Pattern(factor)))) == [rule]


def test_every_factor_is_among_them():
    assert {*OF_A_FACTOR, "bleeding"} == set(factors())


@pytest.mark.parametrize("tier", TIERS)
def test_only_what_is_worth_a_test_or_likely_speaks(tier):
    speaks = "C01" in found(world(Pattern("caffeine", tier)))
    assert speaks is (tier in ("worth a test", "likely"))


@pytest.mark.parametrize(("effect", "rules"), [(1.0, ["A02"]), (-1.0, ["A02B"]), (0.0, []), (None, [])])
def test_exercise_has_a_rule_for_each_way_the_legs_can_go(effect, rules):
    assert list(found(world(Pattern("exercise", effect=effect)))) == rules


def test_caffeine_that_goes_with_better_nights_is_nothing_the_literature_speaks_of():
    assert found(world(Pattern("caffeine", effect=-1.0))) == {}


@pytest.mark.parametrize("effect", [1.0, -1.0])
def test_a_factor_without_a_rule_of_its_own_speaks_either_way(effect):
    assert list(found(world(Pattern("illness", effect=effect)))) == ["OWN:illness"]


@pytest.mark.parametrize(
    ("days", "speaks"),
    [((0, 1, 28, 29, 56), True), ((0, 28, 29), False), ((0, 1, 2, 10, 14, 28), False), ((), False)],
)
def test_the_period_speaks_after_three_of_them(days, speaks):
    assert ("L04" in found(world(Pattern("bleeding"), rows=with_bleeding(*days)))) is speaks


def test_nobody_looked_is_nothing_found():
    assert found(world()) == {}


def test_what_the_nights_say_is_what_was_seen():
    finding = found(world(Pattern("caffeine")))["C01"]
    assert finding.seen == ("Worth a test: 34 nights.",)
    assert finding.key == "caffeine, worth a test"


def test_a_rule_from_the_literature_says_what_the_own_nights_say_of_its_factor():
    drunk = coffee_world().nights
    rows = [((coffee_world().tonight - one.date).days, one.values) for one in drunk]
    finding = found(world(Pattern("caffeine", "unlikely", nights=120), rows=rows))["C06"]
    assert finding.own == ("Unlikely: 120 nights.",)
    assert (finding.standing, finding.key) == (None, "C06")


def test_a_card_of_the_own_nights_says_whose_grade_it_is_and_what_else_could_explain_it():
    finding = found(world(Pattern("caffeine")))["C01"]
    lines = card_text(finding, seed_library().sources)
    headings = [line for line in lines[1:] if not line.startswith("  ")]
    assert lines[0] == "Caffeine and your nights (something to try)"
    assert headings == [
        "Your own nights",
        "You could try this:",
        "How sure",
        "What else could explain it",
        "What would speak against it",
        "Mind",
        seed_library().wording.closings["pattern"],
        "Sources",
    ]
    assert "  Literature: C: " in "\n".join(lines)


def test_the_antihistamine_is_a_matter_for_a_pharmacist_and_ends_with_both_lines():
    finding = found(world(Pattern("antihistamine")))["M03P"]
    closings = seed_library().wording.closings
    assert finding.rule.level == "discuss"
    assert finding.rule.closings == (closings["pattern"], closings["medicine"])
    assert "trial" not in " ".join(card_text(finding, seed_library().sources)).lower().replace("trials", "")


@pytest.mark.parametrize(("profile", "speaks"), [({}, True), ({"heart_unstable": True}, False)])
def test_the_gate_of_exercise_holds_for_more_exercise(profile, speaks):
    assert ("A02B" in found(world(Pattern("exercise", effect=-1.0), profile=profile))) is speaks


def test_the_own_card_never_tells_to_leave_something_out_that_may_be_a_medicine():
    check = found(world(Pattern("illness")))["OWN:illness"].rule.check
    assert "a medicine stays as it is" in check
