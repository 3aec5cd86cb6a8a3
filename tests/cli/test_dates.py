"""Nights as people type them, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.cli.dates import read_month, read_night
from stillnight.domain.errors import FieldError

TONIGHT = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("typed", "night"),
    [
        ("2026-11-18", "2026-11-18"),
        (" 20261118 ", "2026-11-18"),
        ("today", "2026-11-19"),
        ("Tonight", "2026-11-19"),
        ("yesterday", "2026-11-18"),
        ("thu", "2026-11-19"),
        ("Friday", "2026-11-13"),
        ("mon", "2026-11-16"),
        ("19 Nov", "2026-11-19"),
        ("20 nov", "2025-11-20"),
        ("Nov. 3, 2024", "2024-11-03"),
        ("3rd november", "2026-11-03"),
        ("1 sept 2026", "2026-09-01"),
        ("29 feb", "2024-02-29"),
        ("1 Dec 2027", "2027-12-01"),
    ],
)
def test_a_night_is_read(typed, night):
    assert read_night(typed, TONIGHT).isoformat() == night


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "11/19/2026", "3/4", "2026-13-01", "2026-02-30", "31 feb", "30 feb 2026", "19 novelty",
     "5pm", "monkey", "19", "-1", "1 jan 0000", "1 jan 99999", "١٩ nov"],
)  # fmt: skip
def test_what_is_no_night_is_refused_by_name(typed):
    with pytest.raises(FieldError, match=r"night: .* does not fit, it takes a date such as"):
        read_night(typed, TONIGHT)


def test_a_month_is_read():
    assert read_month("2026-11") == date(2026, 11, 1)


@pytest.mark.parametrize("typed", ["", "2026", "2026-13", "11-2026", "nov"])
def test_what_is_no_month_is_refused(typed):
    with pytest.raises(FieldError, match="month"):
        read_month(typed)
