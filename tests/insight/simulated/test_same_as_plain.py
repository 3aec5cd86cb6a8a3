"""The program's model against the study's method written down a second time."""

from __future__ import annotations

import pytest
from tests.benchmarks.triggers.kinds import diary
from tests.benchmarks.triggers.methods import unmended
from tests.benchmarks.triggers.plain import plain_look

from stillnight.insight.patterns.look import look
from stillnight.insight.patterns.pattern import Pattern
from stillnight.insight.patterns.settings import PLAIN

CLOSE = 1e-4
"""Both work in floating point, in another order: they cannot be equal to the last bit."""


@pytest.mark.parametrize(
    ("kind", "number", "nights"),
    [
        ("null", 0, 40),
        ("mixed", 0, 140),
        ("not asked on quiet nights", 1, 90),
        ("back-filled copies", 2, 110),
        ("mostly zero", 3, 120),
    ],
)
def test_says_the_same_as_the_study(kind: str, number: int, nights: int) -> None:
    one = diary(kind, number)
    known = unmended(one)[:nights]
    expected = plain_look(known, one.factors)
    patterns = {pattern.factor: pattern for pattern in look(known, one.factors, PLAIN)}

    assert expected, "the diary must be one of which something can be said"
    assert {slug for slug, one in patterns.items() if one.probability is not None} == set(expected)
    for slug, found in expected.items():
        assert _figures(patterns[slug]) == pytest.approx(tuple(found), abs=CLOSE), slug


def _figures(pattern: Pattern) -> tuple[float | None, ...]:
    return pattern.probability, pattern.effect, pattern.low, pattern.high
