"""Puzzles are calm, true, the same for the same row, and fit a narrow screen."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from textwrap import wrap

import pytest

from stillnight.tips.coach.puzzle_words import PuzzleWords, parse_puzzle_words
from stillnight.tips.coach.puzzles import NO_WRONG_ANSWER, puzzle
from stillnight.tips.errors import TipError
from tests.rules.seeds import SEEDS, parsed

WORDS = parse_puzzle_words(parsed(SEEDS / "puzzles.toml"))


def row(seed, length, words=WORDS):
    """The first puzzles of a row."""
    return [puzzle(words, seed, number) for number in range(length)]


MANY = [one for seed in range(12) for one in row(seed, 120)]

SMALL = """
spell = ["cat"]
[[themes]]
name = "an animal"
words = ["cow", "ant", "tiger"]
[[odds]]
alike = ["oak", "elm"]
odd = "tulip"
because = "The others are trees."
[[wonders]]
text = "Name five round things."
"""


def beginning(text):
    """The puzzles whose question begins so."""
    return [one for one in MANY if one.question.startswith(text)]


def numbers(text):
    return [int(part) for part in text.replace(",", " ").replace(":", " ").split() if part.isdigit()]


def test_the_same_row_gives_the_same_puzzles_and_another_one_others():
    assert puzzle(WORDS, 7, 3) == puzzle(WORDS, 7, 3)
    assert row(7, 6) != row(8, 6)


def test_nothing_comes_twice_in_an_hour():
    asked = [one.question for one in row(1, 60)]
    assert len(set(asked)) == 60


def test_every_kind_is_there():
    starts = ("Count down", "Which one does not belong?", "Spell", "An animal for each letter", "Name ")
    assert all(beginning(start) for start in starts)
    assert [one for one in MANY if "which number follows?" in one.question]


def test_counting_down_counts_down():
    for one in beginning("Count down"):
        first, (*_, last) = numbers(one.question)[0], numbers(one.answer)
        row = [first, *numbers(one.answer)]
        assert {before - after for before, after in pairwise(row)} == {(first - last) // 5}
        assert last > 0


def test_a_row_of_numbers_goes_on_as_it_began():
    for one in MANY:
        if "which number follows?" in one.question:
            *row, last = [*numbers(one.question), *numbers(one.answer)]
            steps = [after - before for before, after in pairwise([*row, last])]
            grows = {after - before for before, after in pairwise(steps)}
            doubles = all(after == 2 * before for before, after in pairwise([*row, last]))
            assert len(set(steps)) == 1 or grows == {1} or doubles or steps[:2] == steps[2:4]
            assert min(row) >= 1


def test_the_odd_one_is_among_those_that_are_shown():
    for one in beginning("Which one"):
        assert one.answer.split(".")[0] in one.question
        assert len(one.question.split("? ")[1].split(", ")) == 4


def test_an_example_has_a_word_for_each_letter():
    for one in MANY:
        if "for each letter of" in one.question:
            word = one.question.rstrip(".").rpartition(" ")[2]
            examples = one.answer.removeprefix("For example ").rstrip(".").split(", ")
            assert "".join(example[0].upper() for example in examples) == word


def test_backwards_is_backwards():
    for one in beginning("Spell"):
        assert one.question.split()[1][::-1] == one.answer.replace(" ", "")


def test_nobody_is_marked():
    text = " ".join(f"{one.question} {one.answer} {one.hint}" for one in MANY).lower()
    assert NO_WRONG_ANSWER.lower() in text
    assert not [word for word in ("score", "seconds", "fast", "correct", "mistake", "point") if word in text]


def test_all_of_it_fits_a_narrow_screen():
    assert [one for one in MANY if not 1 <= len(wrap(one.question, 40)) <= 4] == []
    assert [one for one in MANY if not 1 <= len(wrap(one.answer, 40)) <= 4] == []
    assert [one for one in MANY if len(wrap(one.hint, 40)) > 2] == []


def test_every_theme_has_several_words_to_go_through():
    assert [theme.name for theme in WORDS.themes if len(WORDS.letter_words(theme)) < 8] == []


def test_without_words_there_are_numbers():
    assert len({one.question for one in row(1, 8, PuzzleWords())}) == 8


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ("spell", "spelt", "spelt", "no such key here"),
        ('["cat"]', "[]", "spell", "at least 1 belong here"),
        ('["cat"]', '["dog"]', "themes.1.words", "no word under spell has all its letters here"),
        ('["cat"]', '["catt"]', "themes.1.words", "no word under spell has all its letters here"),
        ('"tiger"', '""', "themes.1.words", "a word here is empty"),
        ('name = "an animal"', "", "themes.1.name", "a text belongs here"),
        ('["oak", "elm"]', '["oak"]', "odds.1.alike", "at least 2 belong here"),
        ("because", "why", "odds.1.why", "no such key here"),
        ('text = "Name five round things."', "text = 5", "wonders.1.text", "a text belongs here"),
    ],
)
def test_a_slip_is_named(old, new, key, problem):
    assert parse_puzzle_words(tomllib.loads(SMALL)).spell == ("cat",)
    with pytest.raises(TipError) as caught:
        parse_puzzle_words(tomllib.loads(SMALL.replace(old, new)))
    assert str(caught.value).startswith(f"puzzles.toml, -, {key}: ")
    assert problem in str(caught.value)
