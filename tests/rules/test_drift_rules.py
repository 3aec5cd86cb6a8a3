"""The rules that slow changes set off, and the one on nights that look otherwise."""

from __future__ import annotations

from datetime import date, time

import pytest

from stillnight.rules.card import card_text
from stillnight.rules.engine import evaluate
from tests.rules.handed_in import Drift, Sign, world
from tests.rules.seeds import seed_library
from tests.rules.worlds import at, facts, fires, found

ONSET = Sign(
    "onset",
    {
        "now": time(19, 15), "then": time(21, 30), "by": "2 h 15 min", "n": 14, "m": 28,
        "since": date(2026, 2, 1), "minutes": 135,
    },
)  # fmt: skip
ON_IT = Sign("on_it", {"names": ("ropinirole",), "days": 400})
STRONGER = Sign("severity", {"now": 5.5, "then": 3.0, "by": 2.5, "n": 14, "m": 27, "since": date(2026, 2, 1)})


def of(name, *drifts):
    return {
        finding.rule_key: finding for finding in evaluate(seed_library().rules, world(drifts={name: drifts}))
    }


def test_m01_says_what_changed_and_since_when():
    finding = of("augmentation", Drift("2025-10-01", (ONSET, STRONGER, ON_IT)))["M01:2025-10-01"]
    assert finding.seen == (
        "First felt at about 19:15 in the last two weeks (14 nights), at about 21:30 in the four weeks from "
        "Sun 1 Feb 2026 (28 nights): 2 h 15 min earlier.",
        "Severity 5.5 on average in the last two weeks (14 nights); it was 3 (27 nights).",
        "On a dopamine medicine for 400 days or more; now: ropinirole.",
    )


def test_m01_sends_to_the_prescriber_and_never_to_the_dose():
    finding = of("augmentation", Drift(signs=(ON_IT, ONSET)))["M01:2026-01-01"]
    assert (finding.rule.level, finding.rule.grade) == ("soon", "A")
    assert "on your own: stopping suddenly can be severe" in finding.rule.safety
    lines = card_text(finding, seed_library().sources)
    assert "Please contact your clinician or pharmacist in the next days:" in lines
    assert any("(general knowledge, not verified)" in line for line in lines)


def test_m01_asks_for_the_day_on_which_it_was_begun():
    finding = of("augmentation", Drift("undated", lacks="medicine.undated"))["M01:undated"]
    assert finding.seen == ()
    assert "stillnight medicine edit NAME --from DAY" in finding.missing


def test_m02_speaks_of_each_change_by_itself():
    changed = Sign("changed", {"names": ("one", "two"), "day": date(2026, 10, 30)})
    worse = Sign("severity", {"now": 5.5, "then": 3.5, "by": 2.0, "n": 12, "m": 14})
    found = of("worse_after", Drift("2026-10-30", (changed, worse)), Drift("2026-10-10", (changed, worse)))
    assert set(found) == {"M02:2026-10-30", "M02:2026-10-10"}
    assert found["M02:2026-10-30"].seen == (
        "Begun or changed on Fri 30 Oct 2026: one and two.",
        "Severity 5.5 on average in the two weeks after (12 nights), "
        "3.5 in the two weeks before (14 nights).",
    )
    assert found["M02:2026-10-30"].rule.level == "discuss"


def test_nothing_that_changed_says_nothing():
    assert of("augmentation") == {}
    assert of("augmentation", Drift()) == {}


def rows(name, value, count, other, of_all):
    """So many nights with one answer, the rest with another."""
    return [(day, {"severity": 4, name: value if day < count else other}) for day in range(of_all)]


@pytest.mark.parametrize(
    ("nights", "seen"),
    [
        (rows("relief_by_moving", "none", 10, "full", 14), True),
        (rows("relief_by_moving", "none", 9, "full", 14), False),
        (rows("relief_by_moving", "none", 13, "full", 13), False),
        (rows("relief_by_moving", "some", 14, "full", 14), False),
        (rows("side", "left", 12, "both", 14), True),
        (rows("side", "left", 11, "both", 14), False),
        (rows("side", "right", 14, "both", 14), True),
        (rows("side", "right", 7, "left", 14), False),
        (rows("side", "alternating", 14, "both", 14), False),
    ],
)
def test_l05_sees_what_is_not_as_usual_on_most_of_fourteen_nights(nights, seen):
    assert fires("L05", facts(nights)) is seen


def mornings(clock, count, other, of_all=14):
    return [
        (day, {"severity": 4, "onset": at(day, clock) if day < count else other}) for day in range(of_all)
    ]


@pytest.mark.parametrize(
    ("nights", "seen"),
    [
        (mornings("09:00", 14, None), True),
        (mornings("09:00", 10, "not_yet"), True),
        (mornings("09:00", 9, "not_yet"), False),
        (mornings("11:59", 14, None), True),
        (mornings("12:00", 14, None), False),
        (mornings("21:00", 14, None), False),
        (mornings("02:00", 14, None), False),
        (mornings("09:00", 13, None), False),
        (mornings("09:00", 0, "all_day"), False),
    ],
)
def test_l05_sees_legs_that_begin_before_noon(nights, seen):
    """All day is not before noon: severe restless legs can last all day."""
    assert fires("L05", facts(nights)) is seen


def test_l05_never_says_what_it_is():
    rule = next(rule for rule in seed_library().rules if rule.id == "L05")
    text = " ".join(
        card_text(found(facts(rows("side", "left", 14, "both", 14)))["L05"], seed_library().sources)
    )
    assert "you have" not in text.lower()
    assert rule.level == "discuss"


@pytest.mark.parametrize("id", ["M01", "M02", "L05"])
def test_what_watches_many_nights_says_how_often_it_is_wrong(id):
    """Source of the figures: ``python -m tests.benchmarks drift``."""
    rule = next(rule for rule in seed_library().rules if rule.id == id)
    assert "in made-up diaries" in rule.basis.lower()


def test_l05_counts_the_answered_nights_alone():
    nights = rows("side", "left", 14, "both", 14) + [(day, {"severity": 4}) for day in range(14, 28)]
    assert found(facts(nights))["L05"].seen == ("The left leg alone on 14 of 14 answered nights.",)
