"""Factor words are told from options and read in one go."""

from __future__ import annotations

import pytest

from stillnight.cli.words import fields_of, take_words
from stillnight.domain.errors import BadInput, UnknownName
from stillnight.domain.factor import parse_factors
from stillnight.resources import read_seed

FACTORS = parse_factors(read_seed("factors"))
OPTIONS = {"--note": True, "--usual": False, "--help": False, "-h": False, "--journal": True}


def _said(*argv: str) -> dict[str, object]:
    rest, words = take_words(argv, OPTIONS)
    assert rest == []
    return fields_of(words, FACTORS, {}, OPTIONS)


@pytest.mark.parametrize(
    ("word", "fields"),
    [
        ("+caffeine=2", {"f.caffeine": "2"}),
        ("+caffeine=2@15:30", {"f.caffeine": "2", "f.caffeine.at": "15:30"}),
        ("+Caffeine=2", {"f.caffeine": "2"}),
        ("+late-meal", {"f.late_meal": True}),
        ("+late_meal@2100", {"f.late_meal": True, "f.late_meal.at": "2100"}),
        ("-alcohol", {"f.alcohol": False}),
        ("+exercise.intensity=hard", {"f.exercise.intensity": "hard"}),
        ("+exercise", {"f.exercise": 30}),
        ("+caffeine=yes", {"f.caffeine": True}),
        ("+caffeine=No", {"f.caffeine": False}),
    ],
)
def test_a_word_answers_its_factor(word, fields):
    assert _said(word) == fields


def test_a_yes_without_an_amount_means_the_users_usual_amount():
    _, words = take_words(["+caffeine"], OPTIONS)
    assert fields_of(words, FACTORS, {"caffeine": 4.5}, OPTIONS) == {"f.caffeine": 4.5}


@pytest.mark.parametrize(
    "argv",
    [
        ["+stress"],
        ["-alcohol=2"],
        ["-alcohol@21:00"],
        ["-exercise.intensity"],
        ["+exercise.intensity"],
        ["+exercise.intensity=hard@21:00"],
        ["+caffeine", "-caffeine"],
        ["+caffeine=1", "+caffeine=2"],
    ],
)
def test_a_word_that_contradicts_itself_is_refused(argv):
    with pytest.raises(BadInput):
        _said(*argv)


def test_an_unknown_factor_names_the_nearest():
    with pytest.raises(UnknownName, match="did you mean caffeine"):
        _said("+cafeine")


def test_a_mistyped_option_is_told_from_a_factor():
    with pytest.raises(UnknownName, match="for the option write --note"):
        _said("-note")


@pytest.mark.parametrize(
    "arg", ["-5", "-10", "-x", "+7", "6", "-", "+", "--usual", "-h", "2026-11-19", "+ab cd"]
)
def test_what_is_no_word_is_left_alone(arg):
    assert take_words([arg], OPTIONS) == ([arg], [])


def test_the_value_of_an_option_is_never_a_word():
    assert take_words(["--note", "+caffeine=2"], OPTIONS) == (["--note=+caffeine=2"], [])
    assert take_words(["--note", "-odd"], OPTIONS) == (["--note=-odd"], [])


def test_an_option_that_lacks_its_value_does_not_swallow_the_next_option():
    assert take_words(["--note", "--usual"], OPTIONS) == (["--note", "--usual"], [])


def test_after_two_dashes_nothing_is_a_word():
    assert take_words(["--", "+caffeine"], OPTIONS) == (["--", "+caffeine"], [])


@pytest.mark.parametrize("typed", ["--sol_min", "--sol-min"])
def test_an_option_may_be_spelled_like_its_field(typed):
    assert take_words([typed, "20"], {"--sol-min": True}) == (["--sol-min=20"], [])
    assert take_words([f"{typed}=2_0"], {"--sol-min": True}) == (["--sol-min=2_0"], [])


def test_words_that_only_look_like_an_option_keep_their_spelling():
    assert take_words(["--note", "--odd_thing"], OPTIONS) == (["--note=--odd_thing"], [])
