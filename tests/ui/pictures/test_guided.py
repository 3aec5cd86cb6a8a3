"""What is shown of a session: enough by day, next to nothing by night."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.tips.coach.guides import BEGAN, PUZZLES, STRETCH, after

from stillnight.tips.coach.guide import Guide, Kind, Side, Step
from stillnight.tips.coach.state import begin, look, pause, view
from stillnight.ui.pictures.guided import Scene, asking_scene, breath_of, is_large, scene_of

CALF = replace(
    STRETCH,
    caution="Slowly.",
    steps=(
        STRETCH.steps[0],
        Step("Hold. Breathe.", Kind.HOLD, 30, Side.LEFT, ("calves",), ("inner calf",), 2, 3),
        Step("Let go.", Kind.REST, 5),
        Step("Now the right leg. Hold.", Kind.HOLD, 30, Side.RIGHT, ("calves",)),
    ),
)
BREATH = Guide("b", "b", "Breathing", (Step("Slowly.", Kind.BREATHE, 600, rhythm=(4, 6)),))


def at(seconds: int, guide: Guide = CALF, is_night: bool = False, large: bool = True) -> Scene:
    state = begin(guide, BEGAN)
    for second in range(1, seconds + 1):
        state = look(guide, state, after(second))
    return scene_of(guide, view(guide, state, after(seconds)), False, is_night, large)


def text(lines: tuple) -> str:
    return "\n".join("".join(piece for piece, _ in line) for line in lines)


def test_it_says_what_which_side_which_repetition_and_what_comes_next():
    scene = at(12)
    assert scene.head == "2 of 4 · 1 min left · A stretch"
    assert scene.words == "Hold. Breathe."
    assert scene.which == "left · 2 of 3"
    assert scene.after == "then: a short rest"
    assert scene.where == "left: inner calf\nfrom behind"
    assert "seconds" in text(scene.time)


def test_a_rest_between_is_seen_from_where_the_hold_is_seen():
    thigh = Step("Hold.", Kind.HOLD, 30, Side.LEFT, ("thighs",), ("back of thigh",))
    rest = Step("Let go.", Kind.REST, 5, parts=("thighs",))
    assert at(32, replace(CALF, steps=(thigh, rest, thigh))).where == "thighs\nfrom behind"
    other = replace(rest, parts=("shins",))
    assert at(32, replace(CALF, steps=(thigh, other, thigh))).where == "shins\nfrom the front"
    assert at(2, replace(CALF, steps=(rest,))).where == "thighs\nfrom the front"


def test_of_the_next_step_its_first_sentence_is_said_and_of_the_last_that_the_end_comes():
    assert at(41).after == "then: Now the right leg"
    assert at(50).after == "then: the end"


@pytest.mark.parametrize("is_night", [False, True])
def test_what_to_mind_is_said_in_the_first_step_by_night_too(is_night):
    assert at(3, is_night=is_night).after == "Slowly."


def test_by_night_only_what_is_needed_is_shown():
    scene = at(12, is_night=True)
    assert (scene.head, scene.bar, scene.after) == ("", (), "")
    assert scene.words == "Hold. Breathe."
    assert text(scene.body)


def test_by_night_a_second_changes_the_digits_and_nothing_else():
    before, now = at(12, is_night=True), at(13, is_night=True)
    assert before.time != now.time
    assert replace(before, time=now.time) == now


def test_on_a_small_screen_the_digits_are_a_line_and_the_figure_is_words():
    scene = at(12, large=False)
    assert text(scene.time) == "28 seconds"
    assert scene.body == ()
    assert scene.which == "left: inner calf · 2 of 3"
    assert is_large(44, 24)
    assert is_large(60, 20)
    assert not is_large(43, 24)
    assert not is_large(80, 19)


def test_a_pause_is_said_by_a_sign_and_a_word():
    state = pause(CALF, begin(CALF, BEGAN), after(2))
    assert scene_of(CALF, view(CALF, state, after(2)), True, False, True).which == "‖ paused"


def test_what_goes_on_until_a_key_has_neither_digits_nor_a_bar():
    scene = at(3, PUZZLES)
    assert (scene.time, scene.bar) == ((), ())


@pytest.mark.parametrize(
    ("left", "breath"),
    [
        (600, ("in", 4, 4)),
        (597, ("in", 1, 4)),
        (596, ("out", 6, 6)),
        (591, ("out", 1, 6)),
        (590, ("in", 4, 4)),
    ],
)
def test_a_breath_is_counted_in_whole_seconds(left, breath):
    assert breath_of(BREATH.steps[0], left) == breath


def test_the_bar_of_a_breath_fills_and_empties():
    filled = [text(at(second, BREATH).bar).count("━") for second in range(1, 11)]
    assert filled == [12, 18, 24, 20, 16, 12, 8, 4, 0, 6]
    assert "breathe in" in text(at(2, BREATH).time)
    assert "breathe out" in text(at(5, BREATH).time)
    assert text(at(5, BREATH, large=False).time) == "out 5"


def test_where_nobody_counts_breaths_there_are_none():
    assert breath_of(CALF.steps[1], 10) is None


def test_the_question_names_the_session_by_day_only():
    assert asking_scene(CALF, "done, noted", False) == Scene(
        head="A stretch", words="How strong is the urge now?", after="done, noted"
    )
    assert asking_scene(CALF, "", True).head == ""
