"""Nights as people type them, on Thursday 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.errors import FieldError
from stillnight.journal.typed_date import NEAREST, PAST, PLANNED, read_date

TONIGHT = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("typed", "night"),
    [
        ("2026-11-18", "2026-11-18"),
        (" 20261118 ", "2026-11-18"),
        ("today", "2026-11-19"),
        ("Tonight", "2026-11-19"),
        ("yesterday", "2026-11-18"),
        ("tomorrow", "2026-11-20"),
        ("-3", "2026-11-16"),
        ("thu", "2026-11-19"),
        ("Friday", "2026-11-13"),
        ("tues", "2026-11-17"),
        ("mon", "2026-11-16"),
        ("19 Nov", "2026-11-19"),
        ("20 nov", "2025-11-20"),
        ("Nov. 3, 2024", "2024-11-03"),
        ("3rd november", "2026-11-03"),
        ("1 sept 2026", "2026-09-01"),
        ("29 feb", "2024-02-29"),
        ("1 Dec 2027", "2027-12-01"),
        ("14.11.", "2026-11-14"),
        ("24.12", "2025-12-24"),
        ("03.04.2025", "2025-04-03"),
        ("29.2.", "2024-02-29"),
    ],
)
def test_a_night_is_read(typed, night):
    assert read_date(typed, None, TONIGHT).isoformat() == night


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "11/19/2026", "3/4", "2026-13-01", "2026-02-30", "31 feb", "30 feb 2026", "19 novelty",
     "5pm", "monkey", "monkday", "mo", "19", "1 jan 0000", "0026-11-19", "1 jan 99999", "١٩ nov", "٣",
     "14 11", "14.13.", "-"],
)  # fmt: skip
def test_what_is_no_night_is_refused_by_name(typed):
    with pytest.raises(FieldError, match=r"night: .* does not fit, it takes a date"):
        read_date(typed, None, TONIGHT)


@pytest.mark.parametrize(
    ("typed", "night"), [("14", "2025-02-14"), ("1", "2025-02-01"), ("28", "2025-02-28")]
)
def test_a_bare_number_is_a_day_of_the_month_in_sight(typed, night):
    assert read_date(typed, date(2025, 2, 3), TONIGHT).isoformat() == night


def test_a_bare_number_that_the_month_lacks_is_refused():
    with pytest.raises(FieldError):
        read_date("30", date(2025, 2, 3), TONIGHT)


@pytest.mark.parametrize(
    ("typed", "ahead", "day"),
    [
        # TONIGHT is a Thursday: of what happened Friday is six days ago, of what is planned it is tomorrow
        ("fri", PAST, "2026-11-13"),
        ("fri", NEAREST, "2026-11-20"),
        ("mon", NEAREST, "2026-11-16"),
        ("mon", PLANNED, "2026-11-23"),
        ("thu", PLANNED, "2026-11-19"),
        ("22 nov", PAST, "2025-11-22"),
        ("22 nov", NEAREST, "2026-11-22"),
    ],
)
def test_what_is_planned_lies_ahead(typed, ahead, day):
    assert read_date(typed, None, TONIGHT, ahead=ahead).isoformat() == day
