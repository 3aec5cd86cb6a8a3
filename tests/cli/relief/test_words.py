"""What is said of a guided session: short, narrow, and never a flood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cli.relief.guides import PAD, STRETCH, every_guide
from tests.clocks import EVENING

from stillnight.cli.asked_lines import COLUMNS, NARROWEST, fitted
from stillnight.cli.relief.course import begin_course, turn
from stillnight.cli.relief.words import about, ending, length_said, marks, step_said
from stillnight.tips.coach.guide import Kind, Step

GUIDES = pytest.mark.parametrize("guide", every_guide(), ids=lambda guide: guide.id)


def everything_said(guide) -> list[str]:
    """All that is said while somebody asks at each step."""
    course = begin_course(guide, EVENING)
    said = list(course.said)
    while not course.is_over:
        for typed in ("?", "p", "p", "what", ""):
            course = turn(course, EVENING, typed)
            said += course.said
    return [*said, *ending(guide, 12, True), *ending(guide, 0, False)]


@GUIDES
@pytest.mark.parametrize("columns", [COLUMNS, NARROWEST])
def test_no_line_of_any_session_is_too_wide(guide, columns):
    lines = fitted(everything_said(guide), columns)
    assert max(map(len, lines)) <= columns


@GUIDES
def test_every_step_of_any_session_is_said_in_words_that_end(guide):
    for step in guide.steps:
        assert step_said(step).endswith((".", "?"))
        assert "{" not in step_said(step)
        assert step.words in step_said(step, is_whole=True)


@GUIDES
def test_nobody_is_told_more_often_than_thrice_in_a_step(guide):
    assert max(len(marks(step.seconds)) for step in guide.steps) <= 3


def test_what_is_set_in_stays_set_in():
    assert fitted(["walk", "  from room to room"], 14) == ["walk", "  from room to", "  room"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "1 second"), (30, "30 seconds"), (60, "1 minute"), (90, "1 minute 30 seconds"),
        (1800, "30 minutes"), (7260, "2 hours 1 minute"), (0, "0 seconds"),
    ],
)  # fmt: skip
def test_a_length_is_spoken(seconds, said):
    assert length_said(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "told"), [(8, ()), (19, ()), (30, (10,)), (90, (45, 10)), (600, (300, 60, 10))]
)
def test_how_long_it_still_is_is_told_where_it_is_long(seconds, told):
    assert marks(seconds) == told


def test_a_repetition_is_said_short_and_whole_for_who_asks():
    step = STRETCH.steps[-1]
    assert step_said(step) == "Left leg, round 2 of 2. Hold 30 seconds."
    assert step_said(step, is_whole=True) == "Left leg back, heel down. Round 2 of 2. Hold 30 seconds."
    assert step_said(replace(step, side=None)) == "Round 2 of 2. Hold 30 seconds."


def test_a_step_without_a_length_says_that_enter_ends_it():
    assert step_said(Step("Pad on low.", Kind.READY)) == "Pad on low. Enter when you are ready."
    assert step_said(Step("Ten chair stands.", Kind.DO)) == "Ten chair stands. Enter when you have done it."


def test_a_long_rest_says_how_long_it_is():
    assert step_said(Step("Rest.", Kind.REST, 30)) == "Rest. 30 seconds."
    assert step_said(Step("Let go.", Kind.REST, 8)) == "Let go."


def test_breaths_are_said_once_in_numbers():
    step = Step("In, and out.", Kind.BREATHE, 600, rhythm=(4, 6))
    assert step_said(step) == "In, and out. In for 4 seconds, out for 6. 10 minutes."


def test_what_to_switch_off_is_said_however_it_ended():
    assert ending(PAD, 30, True) == ["Switch the pad off.", "Done, 30 minutes."]
    assert ending(PAD, 1, False) == ["Switch the pad off.", "Stopped after 1 minute."]
    assert ending(STRETCH, 0, False) == ["Stopped after less than a minute."]


def test_a_length_is_said_where_there_is_one_and_once():
    assert about(STRETCH) == "Calf stretch, 2 min"
    assert about(replace(PAD, steps=PAD.steps[:1])) == "Warm pad"
    assert about(replace(PAD, title="Warm pad, 30 minutes")) == "Warm pad, 30 minutes"
