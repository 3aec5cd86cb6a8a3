"""A night's plan in one line: the longest wording that fits, and never a day that could be mistaken."""

from __future__ import annotations

import pytest

from stillnight.ui.pictures.plan_line import ON, USUAL, NightPlan, fitting, plan_wordings

TODAY = NightPlan("today", "no caffeine after noon", ON, is_asked=True)
TOMORROW = NightPlan("tomorrow", "as usual", USUAL)
LAST = NightPlan("last night", "as usual", USUAL, is_asked=True)
PAD = NightPlan("tonight", "foot massager and warm pad", ON)


@pytest.mark.parametrize(
    ("now", "ahead", "room", "words"),
    [
        (TODAY, TOMORROW, 60, "Trial today: ● no caffeine after noon · = followed?"),
        (TODAY, TOMORROW, 40, "● no caffeine after noon · = followed?"),
        (TODAY._replace(followed=True), TOMORROW, 44, "tomorrow: ○ as usual · today ✓ followed"),
        (TODAY._replace(followed=False), TOMORROW, 30, "× · tomorrow: ○ as usual"),
        (LAST, TODAY, 44, "=? · today: ● no caffeine after noon"),
        (
            TODAY._replace(followed=True),
            TOMORROW._replace(title="no caffeine after noon", sign=ON),
            40,
            "✓ · tomorrow: ● no caffeine after noon",
        ),
        (LAST, TODAY, 34, "today: ● no caffeine after noon"),
        (None, TODAY, 40, "Trial today: ● no caffeine after noon"),
        (PAD, None, 44, "Trial tonight: ● foot massager and warm pad"),
        (PAD, None, 40, "tonight: ● foot massager and warm pad"),
        (PAD._replace(is_asked=True), None, 44, "● foot massager and warm pad · = followed?"),
        (PAD, None, 20, "● foot massager and…"),
        (None, None, 40, ""),
    ],
)
def test_a_plan_is_told_as_far_as_there_is_room(now, ahead, room, words):
    assert fitting(plan_wordings(now, ahead), room) == words


@pytest.mark.parametrize("room", range(24, 90))
def test_a_night_that_is_not_the_forms_own_is_never_told_without_its_day(room):
    told = fitting(plan_wordings(LAST, TODAY), room)
    assert not told.startswith("●") or room < len("today: ● no caffeine after noon")
