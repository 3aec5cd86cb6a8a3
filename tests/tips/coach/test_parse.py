"""Sessions are read with their legs and rounds written out, and every slip is named with session and key."""

from __future__ import annotations

import tomllib

import pytest

from stillnight.tips.coach.guide import Kind, Side, Step, for_week
from stillnight.tips.coach.parse import parse_guides
from stillnight.tips.errors import TipError

TIPS = ("calf", "legs")

HEAD = """
[[session]]
id = "calf"
tip = "calf"
title = "Calf"
parts = ["calves"]
"""
READY = """
[[session.step]]
words = "Get ready."
kind = "get ready"
until_key = true
"""
OPEN = "until_key = true"

HOLD = """
[[session.step]]
words = "Hold the {side} leg."
kind = "hold"
seconds = 30
each_side = true
rounds = 2
rest_s = 8
muscles = ["inner calf"]
"""


def guide(text):
    return parse_guides(tomllib.loads(text), TIPS)["calf"]


def told(text):
    return [(step.kind.value, step.side and step.side.value, step.words) for step in guide(text).steps]


def test_a_session_as_it_is_written_is_one_with_everything_else_as_usual():
    read = guide(HEAD + READY)
    assert (read.id, read.tip, read.title, read.caution, read.closing) == ("calf", "calf", "Calf", "", "")
    assert (read.silent, read.gets_up, read.runs_on, read.weeks) == (True, False, False, None)
    assert read.steps == (Step("Get ready.", Kind.READY, 0, parts=("calves",)),)


def test_what_is_said_of_a_session_is_read():
    more = 'caution = "Slowly."\nclosing = "Off."\nsilent = false\ngets_up = true\nruns_on = true\n'
    read = guide(HEAD + more + "weeks = [3, 6]\n" + READY)
    assert (read.caution, read.closing, read.weeks) == ("Slowly.", "Off.", (3, 6))
    assert (read.silent, read.gets_up, read.runs_on) == (False, True, True)


def test_the_legs_take_turns_with_a_rest_between_that_names_the_next_and_none_at_the_end():
    assert told(HEAD + READY + HOLD) == [
        ("get ready", None, "Get ready."),
        ("hold", "left", "Hold the left leg."),
        ("rest", "right", "Let go and rest. Next: the right side."),
        ("hold", "right", "Hold the right leg."),
        ("rest", "left", "Let go and rest. Next: the left side."),
        ("hold", "left", "Hold the left leg."),
        ("rest", "right", "Let go and rest. Next: the right side."),
        ("hold", "right", "Hold the right leg."),
    ]


def test_leg_by_leg_everything_is_done_with_one_before_the_other():
    sided = READY.replace("Get ready.", "Get the {side} leg ready.") + "each_side = true\n"
    assert told(HEAD + "leg_by_leg = true\n" + sided + HOLD) == [
        ("get ready", "left", "Get the left leg ready."),
        ("hold", "left", "Hold the left leg."),
        ("rest", "left", "Let go and rest."),
        ("hold", "left", "Hold the left leg."),
        ("rest", "right", "Let go and rest. Next: the right side."),
        ("get ready", "right", "Get the right leg ready."),
        ("hold", "right", "Hold the right leg."),
        ("rest", "right", "Let go and rest."),
        ("hold", "right", "Hold the right leg."),
    ]


def test_what_has_no_sides_is_done_once_in_a_session_that_goes_leg_by_leg():
    assert [words for *_, words in told(HEAD + "leg_by_leg = true\n" + READY + HOLD + READY)][-3:] == [
        "Hold the right leg.",
        "Let go and rest.",
        "Get ready.",
    ]


def test_a_step_carries_its_length_its_place_and_which_time_it_is():
    step = guide(HEAD + READY + HOLD).steps[-1]
    assert (step.seconds, step.side, step.round, step.rounds) == (30, Side.RIGHT, 2, 2)
    assert (step.parts, step.muscles) == (("calves",), ("inner calf",))


def test_a_step_may_be_elsewhere_than_its_session_and_be_counted_in_minutes():
    step = guide(HEAD + READY.replace("until_key = true", 'minutes = 2\nparts = ["feet"]')).steps[0]
    assert (step.seconds, step.parts) == (120, ("feet",))


def test_a_rest_that_is_a_step_of_its_own_is_kept_at_the_end():
    last = READY.replace("get ready", "rest").replace("until_key = true", "seconds = 9")
    assert [step.kind for step in guide(HEAD + READY + last).steps] == [Kind.READY, Kind.REST]


def test_breathing_has_its_rhythm():
    text = READY.replace("get ready", "breathe").replace("until_key = true", "minutes = 1\nrhythm = [4, 6]")
    assert guide(HEAD + text).steps[0].rhythm == (4, 6)


def test_the_session_of_a_week_is_found():
    both = (HEAD + "weeks = [1, 2]\n" + READY) + (HEAD + "weeks = [3, 6]\n" + READY).replace(
        '"calf"', '"legs"', 1
    )
    guides = parse_guides(tomllib.loads(both), TIPS).values()
    found = [for_week(guides, "calf", week) for week in (0, 1, 2, 3, 6, 7)]
    assert [one and one.id for one in found] == [None, "calf", "calf", "legs", "legs", None]
    assert for_week(guides, "legs", 1) is None
    assert for_week([guide(HEAD + READY)], "calf", 1) is None


@pytest.mark.parametrize(
    ("text", "key", "problem"),
    [
        (HEAD.replace('tip = "calf"', 'tip = "arm"') + READY, "tip", "'arm' is none of calf, legs"),
        (HEAD + "loud = true\n" + READY, "loud", "no such key here"),
        (HEAD.replace('"calves"', '"calf"') + READY, "parts", "'calf' is not known here"),
        (HEAD, "step", "a list of tables belongs here"),
        (HEAD + READY.replace("get ready", "sit"), "step.1.kind", "'sit' is none of"),
        (HEAD + READY.replace(OPEN, ""), "step.1.seconds", "one of seconds, minutes, until_key"),
        (HEAD + READY + "seconds = 5\n", "step.1.seconds", "one of seconds, minutes, until_key"),
        (HEAD + READY.replace("true", "false"), "step.1.until_key", "true belongs here, or a length"),
        (HEAD + READY.replace(OPEN, "minutes = 241"), "step.1.minutes", "more than 240 minutes"),
        (HEAD + READY.replace(OPEN, "seconds = 0"), "step.1.seconds", "a whole number from 1"),
        (HEAD + READY + HOLD.replace("rounds = 2", "rounds = 0"), "step.2.rounds", "a whole number"),
        (HEAD + HOLD.replace("{side} ", ""), "step.1.words", "{side} stands in them where each_side is true"),
        (HEAD + HOLD.replace("each_side = true", ""), "step.1.words", "{side} stands in them"),
        (HEAD + READY.replace("get ready", "breathe"), "step.1.rhythm", "seconds in and seconds out belong"),
        (HEAD + READY + "rhythm = [4, 6]\n", "step.1.rhythm", "beside breathing, and only there"),
        (HEAD + "weeks = [1]\n" + READY, "weeks", "two whole numbers from 1 up"),
        (HEAD + "weeks = [6, 3]\n" + READY, "weeks", "the first one comes first"),
        (HEAD + READY + HEAD + READY, "id", "there is one with this id already"),
    ],
)
def test_a_slip_is_named(text, key, problem):
    with pytest.raises(TipError) as caught:
        guide(text)
    assert str(caught.value).startswith(f"sessions.toml, calf, {key}: ")
    assert problem in str(caught.value)
