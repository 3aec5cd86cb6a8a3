"""The nights of a trial: what was drawn for those past, blanks where nothing counts, none of what comes."""

from __future__ import annotations

from datetime import date

from stillnight.ui.pictures.trial_strip import TrialNight, strip_lines

BEGIN, TONIGHT = date(2026, 11, 12), date(2026, 11, 20)

DRAWN = "ABBAABABBAABBA"


def night(number: int) -> date:
    return BEGIN.replace(day=BEGIN.day + number)


def strip(past: dict[date, TrialNight]) -> list[str]:
    lines = strip_lines(BEGIN, len(DRAWN), TONIGHT, past)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_what_was_drawn_is_shown_for_the_nights_past_with_a_sign_for_as_planned_or_not():
    past = {night(0): TrialNight("A", True), night(1): TrialNight("B", False), night(2): TrialNight("B")}
    assert strip({**past, TONIGHT: TrialNight("B")}) == [
        "         Th Fr Sa Su Mo Tu We",
        "week 1   A✓ B× B",
        "week 2     [B] ·  ·  ·  ·  ·",
    ]


def test_what_comes_is_not_shown_whatever_is_known_of_it():
    everything = {night(number): TrialNight(arm) for number, arm in enumerate(DRAWN)}
    assert strip(everything)[-1] == "week 2   B [B] ·  ·  ·  ·  ·"
