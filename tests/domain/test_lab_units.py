"""Results of blood tests as people type them."""

from __future__ import annotations

import pytest

from stillnight.domain.errors import FieldError, UnknownName
from stillnight.domain.lab import LAB_KINDS
from stillnight.domain.lab_units import LABELS, Result, read_kind, read_result, shown_unit


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("ferritin", "ferritin"), ("Ferritin", "ferritin"), (" TSAT ", "tsat"), ("HB", "hb"), ("Hgb", "hb"),
        ("transferrin saturation", "tsat"), ("haemoglobin", "hb"), ("hemoglobin", "hb"), ("CRP", "crp"),
        ("C-reactive protein", "crp"), ("transferrin_saturation", "tsat"),
    ],
)  # fmt: skip
def test_a_kind_is_known_by_all_its_names(typed, kind):
    assert read_kind(typed) == kind


def test_a_slip_in_the_kind_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match="did you mean ferritin"):
        read_kind("feritin")


@pytest.mark.parametrize("kind", LAB_KINDS)
def test_every_kind_has_words_and_a_unit_to_show(kind):
    assert LABELS[kind]
    assert read_result(kind, f"50 {shown_unit(kind)}") == Result(50.0)


def test_the_unit_of_ferritin_is_shown_with_its_proper_sign():
    assert shown_unit("ferritin") == "µg/L"


@pytest.mark.parametrize(
    "typed",
    [
        "42",
        "42 ug/L",
        "42µg/l",
        "42 \u03bcg/L",
        "42 \u00b5g/L",
        "42 mcg/L",
        "42 ng/mL",
        "42ng/ml",
        "42,0 ng / mL",
    ],
)
def test_ferritin_is_the_same_in_every_spelling_of_its_units(typed):
    assert read_result("ferritin", typed) == Result(42.0)


def test_the_unit_may_stand_apart():
    assert read_result("ferritin", "42", "ng/mL") == Result(42.0)


@pytest.mark.parametrize(
    ("kind", "typed", "value", "said"),
    [
        ("hb", "13.5 g/dL", 135, "13.5 g/dL"),
        ("hb", "13,5g/dl", 135, "13.5 g/dl"),
        ("crp", "0.4 mg/dL", 4, "0.4 mg/dL"),
        ("hb", "135", 135, ""),
        ("hb", "24 g/L", 24, ""),
        ("tsat", "0.25 %", 0.25, ""),
        ("tsat", "0", 0, ""),
        ("tsat", "18", 18, ""),
    ],
)
def test_what_is_counted_over_is_said(kind, typed, value, said):
    assert read_result(kind, typed) == Result(value, said)


@pytest.mark.parametrize(
    ("kind", "typed", "says"),
    [
        ("tsat", "0.25", "25 for the fraction 0.25, else 0.25%"),
        ("tsat", "1", "100 for the fraction 1, else 1%"),
        ("hb", "13.5", '"13.5 g/dL" is 135 g/L'),
        ("hb", "13,5", '"13.5 g/dL" is 135 g/L'),
        ("ferritin", "42 mg/dL", "µg/L .ug/L, mcg/L. or ng/mL"),
        ("ferritin", "94 pmol/L", "unit: 'pmol/L' does not fit"),
        ("hb", "8.4 mmol/L", "g/L or g/dL"),
        ("tsat", "25 g/L", "takes % for transferrin saturation"),
        ("crp", "<5", 'for "under 5" write 5'),
        ("crp", "under 5", 'for "under 5" write 5'),
        ("ferritin", "1,200", "1200"),
        ("ferritin", "1.200", "1200"),
        ("ferritin", "1.2.3", "a number"),
        ("ferritin", "0", "1 to 5000 µg/L"),
        ("ferritin", "-3", "1 to 5000 µg/L"),
        ("ferritin", "nan", "a number"),
        ("ferritin", "9" * 400, "1 to 5000 µg/L"),
        ("ferritin", "\u0664\u0662", "a number"),
        ("ferritin", "", "a number"),
        ("hb", "30 g/dL", "20 to 250 g/L"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_way_out(kind, typed, says):
    with pytest.raises(FieldError, match=says) as refused:
        read_result(kind, typed)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("typed", "value"), [("0,250 %", 0.25), ("12.25", 12.25), ("12,345.5", None)])
def test_a_comma_is_a_decimal_mark_where_it_can_be_nothing_else(typed, value):
    if value is None:
        with pytest.raises(FieldError, match="a number"):
            read_result("tsat", typed)
    else:
        assert read_result("tsat", typed).value == value
