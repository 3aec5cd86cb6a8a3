"""Blood tests."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.lab import LAB_KINDS, LAB_RANGES, Lab, lab_of, latest

DAY = date(2026, 11, 19)


def lab(**changes):
    return lab_of({"date": "2026-11-19", "kind": "ferritin", "value": 42, "unit": "ug/L"} | changes)


def test_every_kind_of_blood_test_has_a_range_and_a_unit():
    assert set(LAB_RANGES) == set(LAB_KINDS)
    assert all(least < most and unit for least, most, unit in LAB_RANGES.values())


def test_a_blood_test_is_read_whole():
    assert lab() == Lab(DAY, "ferritin", 42.0)
    assert lab(ill=True, value=42.5) == Lab(DAY, "ferritin", 42.5, ill=True)


@pytest.mark.parametrize("kind", LAB_KINDS)
def test_a_result_is_taken_up_to_both_ends_of_its_range(kind):
    least, most, _ = LAB_RANGES[kind]
    assert [lab(kind=kind, value=value) is not None for value in (least, most)] == [True, True]
    assert [lab(kind=kind, value=value) for value in (least - 0.1, most + 0.1)] == [None, None]


@pytest.mark.parametrize(
    "broken",
    [
        {"date": None}, {"date": "19.11.2026"}, {"date": 20261119}, {"kind": None}, {"kind": "iron"},
        {"kind": ["ferritin"]}, {"value": None}, {"value": "42"}, {"value": True}, {"value": float("nan")},
        {"value": float("inf")}, {"value": 10**400}, {"value": -42}, {"value": [42]},
    ],
)  # fmt: skip
def test_a_blood_test_that_is_not_whole_is_none(broken):
    assert lab(**broken) is None


@pytest.mark.parametrize(
    ("kept", "ill"), [(True, True), (False, False), (None, None), ("yes", None), (1, None)]
)
def test_whether_one_was_ill_is_yes_no_or_not_asked(kept, ill):
    assert lab(ill=kept).ill is ill


def test_the_latest_of_a_kind_is_found():
    old, new, other = Lab(date(2025, 1, 1), "ferritin", 30), Lab(DAY, "ferritin", 80), Lab(DAY, "hb", 130)
    assert latest([new, old, other], "ferritin") is new
    assert latest([new, old, other], "crp") is None
    assert latest([], "ferritin") is None
