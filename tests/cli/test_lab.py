"""Blood tests from the command line."""

from __future__ import annotations

import json

import pytest


def test_a_blood_test_is_added_and_listed(sn):
    assert sn("lab", "add", "ferritin", "42,5", "--date", "2026-11-02", "--ill").code == 0
    assert sn("lab").out == " 1  2026-11-02  ferritin 42.5 µg/L, 2 weeks old, taken while ill\n"
    assert json.loads(sn("lab", "list", "--json").out) == [
        {"date": "2026-11-02", "kind": "ferritin", "value": 42.5, "unit": "ug/L", "ill": True}
    ]


def test_a_blood_test_without_a_date_is_of_today(sn):
    assert "2026-11-19  tsat 18 %" in sn("lab", "add", "tsat", "18").out


def test_the_age_of_a_result_is_told_in_words(sn):
    sn("lab", "add", "ferritin", "42", "--date", "2025-09-19", "--well", "--lab", "Lab by the station")
    assert sn("lab").out == (
        " 1  2025-09-19  ferritin 42 µg/L, 14 months old, taken while well, Lab by the station\n"
    )


@pytest.mark.parametrize("typed", [["42", "ng/mL"], ["42 ng/mL"], ["42", "mcg/L"], ["42 \u03bcg/L"]])
def test_the_unit_may_be_said(sn, typed):
    assert "ferritin 42 µg/L, today\n" in sn("lab", "add", "Ferritin", *typed).out


def test_what_is_counted_over_is_said(sn):
    assert sn("lab", "add", "haemoglobin", "13.5", "g/dL").out.endswith(
        "hb 135 g/L, today (13.5 g/dL is 135 g/L)\n"
    )


def test_a_result_is_mended_removed_and_brought_back(sn):
    sn("lab", "add", "ferritin", "42")
    assert "ferritin 24 µg/L, 17 days" not in sn("lab", "edit", "1", "24", "--ill").out
    assert sn("lab").out == " 1  2026-11-19  ferritin 24 µg/L, today, taken while ill\n"
    assert sn("lab", "edit", "ferritin", "--date", "2026-11-02").out.endswith(
        "2 weeks old, taken while ill\n"
    )
    assert sn("lab", "edit", "1").out.endswith("nothing new\n")
    sn("lab", "remove", "1")
    assert sn("lab").out.startswith("no blood tests yet")
    sn("undo")
    assert "ferritin 24" in sn("lab").out


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (("add", "tsat", "0.25"), "25 for the fraction 0.25, else 0.25%"),
        (("add", "hb", "13.5"), '"13.5 g/dL" is 135 g/L'),
        (("add", "ferritin", "42", "mg/dL"), "µg/L"),
        (("add", "ferritin", "1,200"), "1200"),
        (("add", "feritin", "42"), "did you mean ferritin"),
        (("edit",), "stillnight lab edit 1"),
        (("remove", "1", "42"), "does not take '42'"),
        (("remove", "1", "--ill"), "--ill belongs to lab add and edit"),
        (("list", "--date", "yesterday"), "--date belongs to lab add and edit"),
    ],
)
def test_the_line_of_refusal_says_the_way_out(sn, argv, hint):
    sn("lab", "add", "crp", "3")
    answer = sn("lab", *argv)
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert hint in answer.err
