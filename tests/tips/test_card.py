"""A tip as plain lines."""

from __future__ import annotations

import pytest

from stillnight.tips.card import dose_words, tip_text
from tests.rules.seeds import seed_library

TIPS = seed_library().tips


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("walk", "5 minutes"),
        ("calf_stretch", "hold 30 seconds, 3 times, each leg"),
        ("sit_break", "every 45 minutes"),
        ("exercise_prog", "3 times a week, for 12 weeks"),
        ("yoga", "75 minutes, 2 times a week, 30 minutes at home on other days, for 12 weeks"),
        ("cbt_course", "90 minutes, 8 sessions in all"),
        ("caff_noon", "for 14 days"),
        ("alc_2h", "2 hours before bed"),
        ("sleep_rhythm", ""),
    ],
)
def test_a_dose_is_said_in_words(name, words):
    assert dose_words(TIPS[name]) == words


def test_a_tip_says_what_to_do_how_sure_and_for_whom_it_is_not():
    lines = tip_text(TIPS["calf_stretch"], ["A source."])
    headings = [line for line in lines if not line.startswith("  ")]
    assert headings == [
        "Calf stretch at a wall",
        "When: in the evening, or while the legs are restless",
        "How much: hold 30 seconds, 3 times, each leg",
        "Where: calves",
        "What to do",
        "How sure",
        "Not for you with",
        "Sources",
    ]
    assert lines[-1] == "  A source."
    assert any("studied in dialysis" in line for line in lines)


def test_a_tip_without_dose_or_gates_has_no_empty_heading():
    lines = tip_text(TIPS["sleep_rhythm"], [])
    assert not any(line.startswith(("How much", "Where", "Not for you")) for line in lines)
