"""Every statement that we set out from ends somewhere, and nothing is said better of it than was found."""

from __future__ import annotations

import re

import pytest

from stillnight.cli.commands.claims import shape_of_claim
from stillnight.tips.claim import Verdict
from tests.rules.seeds import SEEDS, factors, parsed, seed_library

LIBRARY = seed_library()
STATEMENTS = parsed(SEEDS / "inventory.toml")["statement"]

COUNTED = {"v": 18, "m": 85, "t": 20, "e": 18, "s": 23}
"""How many statements there are of each page that we set out from."""

PLACES = {
    "tip": LIBRARY.tips,
    "session": LIBRARY.guides,
    "trial": {one["id"] for one in parsed(SEEDS / "trials.toml")["trial"]},
    "rule": {rule.id for rule in LIBRARY.rules},
    "factor": factors(),
    "gate": LIBRARY.gates,
    "fact": LIBRARY.facts,
    "claim": LIBRARY.claims,
    "condition": {id for id, question in LIBRARY.questions.items() if question.is_condition},
    "flag": LIBRARY.flags,
}
GRADED = {"tip": LIBRARY.tips, "claim": LIBRARY.claims, "fact": LIBRARY.facts}
EACH = pytest.mark.parametrize(("id", "row"), STATEMENTS.items(), ids=list(STATEMENTS))


def of(row, kind):
    """The ids of the places of a kind."""
    return [place.partition(".")[2] for place in row["places"] if place.startswith(f"{kind}.")]


def test_none_of_the_164_statements_is_missing():
    expected = [f"{page}{number:02}" for page, count in COUNTED.items() for number in range(1, count + 1)]
    assert len(expected) == 164
    assert list(STATEMENTS) == expected


@EACH
def test_every_statement_ends_somewhere_that_exists(id, row):
    assert row["places"]
    assert set(row) == {"verdict", "grade", "places", "says"}
    for place in row["places"]:
        kind, _, name = place.partition(".")
        assert name in PLACES[kind], place


@EACH
def test_what_is_contradicted_or_marketing_stands_among_the_claims(id, row):
    if row["verdict"] in ("contradicted", "marketing"):
        assert of(row, "claim")


VERDICTS = {
    "contradicted": {Verdict.DOES_NOT_HOLD},
    "marketing": {Verdict.SOLD},
    "weak": {Verdict.PARTLY, Verdict.UNCLEAR, Verdict.DOES_NOT_HOLD},
    "plausible": {Verdict.HOLDS, Verdict.PARTLY},
}
"""What may be left of a claim, by what was found: a claim can say more than the statement behind it."""


@EACH
def test_a_claim_is_not_told_kinder_than_it_was_found(id, row):
    told = {LIBRARY.claims[name].verdict for name in of(row, "claim")}
    assert told <= VERDICTS[row["verdict"]]


@EACH
def test_nothing_has_a_better_grade_than_the_statement_behind_it(id, row):
    for kind, known in GRADED.items():
        for name in of(row, kind):
            assert known[name].grade >= row["grade"], f"{kind}.{name}"


def test_every_claim_and_fact_and_new_tip_comes_from_a_statement_or_says_why_not():
    ended = {place for row in STATEMENTS.values() for place in row["places"]}
    beside = {"claim.magnesium_tablets", "claim.infrared_light"} | {
        f"fact.{name}" for name in ("look_alikes", "iron_test", "iron_limits", "dummy", "cannot_wait")
    }
    shown = {f"claim.{name}" for name in LIBRARY.claims} | {f"fact.{name}" for name in LIBRARY.facts}
    assert shown - ended == beside


DOSES = {
    "m61": [("foot_massager", {"minutes": 30}), ("heat_pad", {"minutes": 30})],
    "m29": [("cbt_course", {"sessions": 8, "minutes": 90})],
    "m82": [("calf_stretch", {"hold_s": 30, "reps": 3, "per": "leg"})],
    "e04": [("exercise_prog", {"sessions_per_week": 3, "weeks": 12})],
    "s10": [("hamstring", {"hold_s": 15, "per": "leg"}), ("hamstring_seated", {"hold_s": 15, "per": "leg"})],
    "s11": [("calf_stretch_seated", {"hold_s": 30, "per": "leg"})],
    "s12": [("quad", {"hold_s": 30, "per": "leg"}), ("quad_seated", {"hold_s": 30, "per": "leg"})],
}
"""The amounts that the pages name, with the tips that carry them."""


@pytest.mark.parametrize(("id", "tip", "dose"), [(id, *one) for id, row in DOSES.items() for one in row])
def test_an_amount_that_a_page_names_stands_in_the_tip(id, tip, dose):
    assert tip in of(STATEMENTS[id], "tip")
    assert dose.items() <= LIBRARY.tips[tip].dose.items()


def test_a_range_of_seconds_keeps_its_dash():
    """20 to 30 seconds, which one page prints as one number of four digits."""
    steps = " ".join(LIBRARY.tips["calf_stretch"].steps)
    assert "20 to 30 seconds" in steps
    shown = [line for tip in LIBRARY.tips.values() for line in (*tip.steps, tip.honest)]
    assert [line for line in shown if re.search(r"\d{3,} (second|minute)s?\b", line)] == []


def test_what_must_not_be_copied_is_not():
    """No comfort that is not true, no steering away from medicine, no tablet and no amount of one."""
    shown = " ".join(
        [line for fact in LIBRARY.facts.values() for line in (fact.title, *fact.lines)]
        + [claim.found for claim in LIBRARY.claims.values()]
        + [line for tip in LIBRARY.tips.values() for line in (tip.honest, *tip.steps)]
    )
    for word in ("not life-threatening", "harmless for", "instead of medicine", "no risk for the baby"):
        assert word not in shown
    assert not re.search(r"\b\d+ ?mg of (iron|magnesium)|\bmg a day", shown)


def test_a_claim_for_programs_has_its_verdict_as_a_word():
    shape = shape_of_claim(LIBRARY.claims["blood_flow"])
    assert (shape["verdict"], shape["grade"], shape["tip"]) == ("does not hold", "D", "wbv")
