"""Blood tests, medicines, doses, ticks."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from stillnight.domain.ledger import (
    LAB_KINDS,
    LAB_RANGES,
    Dose,
    Lab,
    Medicine,
    Tick,
    dose_of,
    lab_of,
    latest,
    medicine_of,
    tick_of,
)

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


def test_a_medicine_is_read_whole():
    record = {
        "name": "iron tablet", "class": "iron", "usual": True, "dose_text": "1 tablet", "slot": "morning",
        "from": "2026-01-02", "to": "2026-03-04",
    }  # fmt: skip
    start, end = date(2026, 1, 2), date(2026, 3, 4)
    assert medicine_of(7, record) == Medicine(
        7, "iron tablet", "iron", True, "1 tablet", "morning", start, end
    )


def test_a_medicine_needs_only_its_name():
    assert medicine_of(7, {"name": "iron tablet"}) == Medicine(7, "iron tablet")
    assert medicine_of(7, {"name": "iron", "class": "", "slot": None, "from": "soon"}) == Medicine(7, "iron")


@pytest.mark.parametrize("record", [{}, {"name": ""}, {"name": None}, {"name": 7}])
def test_a_medicine_without_a_name_is_none(record):
    assert medicine_of(7, record) is None


@pytest.mark.parametrize(
    ("start", "end", "active"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 20), None, False),
        (None, date(2026, 11, 18), False),
        (date(2026, 11, 20), date(2026, 11, 18), False),
    ],
)
def test_a_medicine_is_taken_from_its_first_day_to_its_last(start, end, active):
    assert Medicine(7, "iron", start=start, end=end).is_active(DAY) is active


def test_a_dose_is_read_whole():
    record = {"night": "2026-11-19", "medicine": 7, "amount_text": "1 tablet", "at": "2026-11-19T21:00+01:00"}
    assert dose_of(record) == Dose(DAY, 7, "1 tablet", datetime.fromisoformat("2026-11-19T21:00+01:00"))


@pytest.mark.parametrize("at", [None, "", "soon", "21:00", "2026-11-19T21:00", 2100, []])
def test_a_dose_at_an_unreadable_time_is_a_dose_at_an_unknown_one(at):
    assert dose_of({"night": "2026-11-19", "medicine": 7, "at": at}) == Dose(DAY, 7)


@pytest.mark.parametrize("record", [{}, {"night": "2026-11-19"}, {"medicine": 7}, {"night": 1, "medicine": 7},
                                    {"night": "2026-11-19", "medicine": "7"}])  # fmt: skip
def test_a_dose_without_its_night_or_medicine_is_none(record):
    assert dose_of(record) is None


def test_a_tick_is_a_day_and_a_flag():
    assert tick_of({"date": "2026-11-19", "flag": "self_harm"}) == Tick(DAY, "self_harm")


@pytest.mark.parametrize("record", [{}, {"date": "2026-11-19"}, {"flag": "x"}, {"date": "x", "flag": "x"},
                                    {"date": "2026-11-19", "flag": 3}])  # fmt: skip
def test_a_tick_that_is_not_whole_is_none(record):
    assert tick_of(record) is None
