"""Medicines and blood tests in words."""

from __future__ import annotations

from datetime import date

import pytest

from stillnight.domain.lab import Lab
from stillnight.domain.medicine import DoseChange, Medicine
from stillnight.journal.ledger_words import history_lines, lab_words, medicine_words

TODAY = date(2026, 11, 19)
BEGUN = date(2026, 3, 1)
LABELS = {"iron": "iron", "opioid": "an opioid", "other": "something else"}


@pytest.mark.parametrize(
    ("medicine", "words"),
    [
        (Medicine(1, "white one"), "white one"),
        (Medicine(1, "white one", "lost_class"), "white one, lost_class"),
        (Medicine(1, "codeine", "opioid", True, "30"), "codeine, 30, an opioid, usual"),
        (Medicine(1, "codeine", "opioid", slots=("night",)), "codeine, an opioid, night"),
        (
            Medicine(1, "iron", "iron", True, "1", ("noon", "night"), BEGUN, TODAY),
            "iron, 1, iron, usual, noon and night, since 2026-03-01, until 2026-11-19",
        ),
        (
            Medicine(1, "iron", "iron", changes=(DoseChange(date(2026, 11, 2), "2"), DoseChange(TODAY))),
            "iron, 2, iron",
        ),
    ],
)
def test_a_medicine_is_one_line(medicine, words):
    assert medicine_words(medicine, LABELS, TODAY) == words


def test_a_medicine_without_a_change_has_no_history():
    assert history_lines(Medicine(1, "iron", dose_text="1", start=BEGUN)) == []


@pytest.mark.parametrize(
    ("dose", "start", "first"),
    [
        ("1 tablet", BEGUN, ["2026-03-01  begun: 1 tablet"]),
        ("", BEGUN, ["2026-03-01  begun: dose not said"]),
        ("1 tablet", None, ["before      1 tablet"]),
        ("", None, []),
    ],
)
def test_the_history_begins_with_what_is_known_of_the_start(dose, start, first):
    medicine = Medicine(1, "iron", dose_text=dose, start=start, changes=(DoseChange(date(2026, 4, 1), "2"),))
    assert history_lines(medicine) == [*first, "2026-04-01  changed: 2"]


def test_a_blood_test_is_one_line_with_its_age():
    assert lab_words(Lab(date(2025, 9, 19), "ferritin", 42.5), TODAY) == "ferritin 42.5 µg/L, 14 months old"
    ill = Lab(TODAY, "tsat", 18, ill=True, lab="by the station")
    assert lab_words(ill, TODAY) == "tsat 18 %, today, taken while ill, by the station"
    assert lab_words(ill._replace(ill=False, lab=""), TODAY) == "tsat 18 %, today, taken while well"
