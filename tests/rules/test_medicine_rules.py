"""The rules on medicines: fire, just do not fire, say nothing where something is missing."""

from __future__ import annotations

import re

import pytest

from stillnight.domain.medicine import Dose, DoseChange
from tests.rules.seeds import seed_library
from tests.rules.worlds import ago, facts, fires, found, medicine

MEDICINE_LINE = seed_library().wording.closings["medicine"]


def pills(*days):
    return [(day, {"severity": 4, "f.antihistamine": True}) for day in days]


def asked(*days):
    return [(day, {"severity": 4, "f.antihistamine": False}) for day in days]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (pills(0, 13), True),
        (pills(0, 14), False),
        (pills(0), False),
        ([*pills(0), *asked(1, 2)], False),
        ([*pills(0), (1, {"severity": 4})], False),
        ([], False),
    ],
)
def test_m03_sees_an_antihistamine_on_two_of_the_last_fourteen_nights(rows, expected):
    assert fires("M03", facts(rows)) is expected


@pytest.mark.parametrize("name", ["doxylamine", "Diphenhydramine 50 mg", "promethazine"])
def test_m03_counts_doses_of_such_a_medicine_too(name):
    rows = [*pills(0), (1, {"severity": 4})]
    world = facts(rows, medicines=[medicine(name)], doses=[Dose(ago(1), 1)])
    assert found(world)["M03"].seen == (
        "A sedating antihistamine on 2 of 2 logged nights in the last two weeks: Wed 18 Nov, Thu 19 Nov.",
    )


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (medicine("sertraline", start=ago(60)), True),
        (medicine("sertraline", start=ago(61)), False),
        (medicine("my pill", "snri", start=ago(3)), True),
        (medicine("amitriptyline", start=ago(3)), True),
        (medicine("mirtazapine", start=ago(3)), True),
        (medicine("bupropion", start=ago(3)), False),
        (medicine("sertraline", start=ago(400), changes=[DoseChange(ago(60))]), True),
        (medicine("sertraline", start=ago(400), changes=[DoseChange(ago(61))]), False),
        (medicine("sertraline", changes=[DoseChange(ago(5))]), True),
        (medicine("sertraline", start=ago(30), end=ago(1)), False),
        (medicine("sertraline", start=ago(-5)), False),
    ],
)
def test_m04_sees_an_antidepressant_begun_or_changed_in_sixty_days(one, expected):
    assert fires("M04", facts(medicines=[one])) is expected


def test_m04_says_when_and_what_and_judges_neither():
    tablets = [medicine("Sertraline 50", start=ago(20)), medicine("mirtazapine", start=ago(9), number=2)]
    finding = found(facts(medicines=tablets))["M04"]
    assert finding.seen == ("Begun or changed, last on Tue 10 Nov 2026: Sertraline 50 and mirtazapine.",)
    assert "Never stop or switch it by yourself" in finding.rule.safety


def test_m04_asks_for_the_day_where_it_is_missing():
    finding = found(facts(medicines=[medicine("sertraline")]))["M04"]
    assert finding.seen == ()
    assert "without the day on which it was begun" in finding.missing
    assert "stillnight medicine edit NAME --from DAY" in finding.missing


@pytest.mark.parametrize(
    "one", [medicine("sertraline", end=ago(1)), medicine("iron"), medicine("quetiapine")]
)
def test_m04_asks_nothing_about_other_medicines(one):
    assert "M04" not in found(facts(medicines=[one]))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (medicine("quetiapine"), True),
        (medicine("Lithium carbonate"), True),
        (medicine("my pill", "antipsychotic", start=ago(3000)), True),
        (medicine("quetiapine", end=ago(1)), False),
        (medicine("quetiapine", start=ago(-2)), False),
        (medicine("sertraline"), False),
    ],
)
def test_m05_sees_an_antipsychotic_or_lithium_in_use(one, expected):
    assert fires("M05", facts(medicines=[one])) is expected


@pytest.mark.parametrize(
    ("one", "doses", "expected"),
    [
        (medicine("metoclopramide"), [Dose(ago(0), 1)], True),
        (medicine("metoclopramide"), [Dose(ago(2), 1)], True),
        (medicine("metoclopramide"), [Dose(ago(3), 1)], False),
        (medicine("metoclopramide"), [], False),
        (medicine("metoclopramide", usual=True), [], True),
        (medicine("metoclopramide", usual=True, end=ago(1)), [], False),
        (medicine("ondansetron"), [Dose(ago(0), 1)], False),
    ],
)
def test_m06_sees_a_dopamine_blocking_nausea_medicine_of_the_last_two_days(one, doses, expected):
    assert fires("M06", facts(medicines=[one], doses=doses)) is expected


def test_a_pill_against_nausea_is_not_called_an_antipsychotic():
    seen = found(facts(medicines=[medicine("prochlorperazine", klass="antiemetic_da", usual=True)]))
    assert "M06" in seen
    assert "M05" not in seen


def test_m06_does_not_suppose_what_it_is_taken_for():
    """Promethazine is taken for sleep and against allergies, too."""
    check = found(facts(medicines=[medicine("promethazine", usual=True)]))["M06"].rule.check
    assert "nausea" not in check


@pytest.mark.parametrize("rule", ["M03", "M04", "M05", "M06", "RF04", "RF05", "RF05N", "RF06", "RF06N"])
def test_every_card_on_medicines_ends_with_the_medicine_line(rule):
    assert next(one for one in seed_library().rules if one.id == rule).closing == MEDICINE_LINE


def test_no_card_names_a_medicine_to_take_instead():
    """The only names shown are those to look for on labels; everything else is the user's own."""
    named = {
        (rule.id, name)
        for rule in seed_library().rules
        for text in (rule.title, rule.check, rule.safety, rule.basis, rule.disproof, *rule.missing.values())
        for name in seed_library().medicines.generic
        if re.search(rf"\b{name}\b", text.lower()) and name not in ("iron", "lithium")
    }
    assert {rule for rule, _ in named} == {"M03"}
    assert {name for _, name in named} == {
        "diphenhydramine",
        "doxylamine",
        "hydroxyzine",
        "promethazine",
        "chlorphenamine",
    }


def test_medicines_nobody_wrote_down_say_nothing():
    world = facts([(day, {"severity": 8}) for day in range(14)])
    assert not {"M03", "M04", "M05", "M06"} & set(found(world))
