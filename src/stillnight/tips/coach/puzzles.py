"""Small calm puzzles for a wakeful mind: no score, no clock, and the answer on any key. Pure and seeded.

A mind that is busy while sitting is advice of experts, untested (``silber2021`` in ``seeds/sources.toml``);
which puzzle is our own choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, count, cycle, islice
from random import Random
from typing import TypeVar

from stillnight.domain.sentence import capital
from stillnight.tips.coach.puzzle_words import PuzzleWords

NO_WRONG_ANSWER = "There is no wrong answer to this one."
"""What stands in the place of an answer where there is none."""

_SHOWN = 4
"""How many numbers of a row are shown."""

_STEPS = {3: "threes", 4: "fours", 6: "sixes", 7: "sevens", 8: "eights", 9: "nines"}

T = TypeVar("T")

Kind = Callable[[PuzzleWords, int, int], "Puzzle"]
"""Makes one puzzle of a kind: of these words, in this row, in this turn of the kind."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """One puzzle.

    Attributes:
        question: What is asked, in one or two short sentences.
        answer: The answer, an example of one, or :data:`NO_WRONG_ANSWER`.
        hint: What helps to begin; empty where nothing does.
    """

    question: str
    answer: str
    hint: str = ""


def puzzle(words: PuzzleWords, seed: int, number: int) -> Puzzle:
    """One puzzle of an endless row; the kinds take turns, and nothing comes twice before all of it has been.

    Args:
        words: What they are made of.
        seed: Which row; the same one gives the same puzzles.
        number: Which puzzle of it, from 0.
    """
    kinds = _shuffled(_kinds(words), seed)
    turn, kind = divmod(number, len(kinds))
    return kinds[kind](words, seed, turn)


def _shuffled(things: tuple[T, ...], seed: int) -> list[T]:
    return Random(seed).sample(things, len(things))


def _in_turn(things: tuple[T, ...], seed: int, turn: int) -> T:
    return _shuffled(things, seed)[turn % len(things)]


def _count_down(_words: PuzzleWords, seed: int, turn: int) -> Puzzle:
    step = _in_turn(tuple(_STEPS), seed, turn)
    first = Random(f"down {seed} {turn}").randrange(200, 400)
    row = ", ".join(str(first - step * times) for times in range(1, 6))
    question = f"Count down from {first} by {_STEPS[step]}, as far as you like."
    return Puzzle(question, f"{row} and so on.", "Lost? Begin again wherever you like.")


def _series(_words: PuzzleWords, seed: int, turn: int) -> Puzzle:
    dice = Random(f"row {seed} {turn}")
    first, step, other = dice.randrange(1, 20), dice.randrange(3, 10), dice.randrange(1, 3)
    rules: tuple[Iterator[int], ...] = (
        count(first, step),
        accumulate(count(step), initial=first),
        ((first % 5 + 1) * 2**times for times in count()),
        accumulate(cycle((step, -other)), initial=first),
        count(first + 20 * step, -step),
    )
    *shown, following = islice(rules[turn % len(rules)], _SHOWN + 1)
    row = ", ".join(map(str, shown))
    return Puzzle(f"{row}: which number follows?", f"{following}", "Look at the steps from one to the next.")


def _odd_one(words: PuzzleWords, seed: int, turn: int) -> Puzzle:
    one = _in_turn(words.odds, seed, turn)
    shown = Random(f"odd {seed} {turn}").sample((*one.alike, one.odd), len(one.alike) + 1)
    return Puzzle(f"Which one does not belong? {', '.join(shown)}", f"{one.odd}. {one.because}")


def _letters(words: PuzzleWords, seed: int, turn: int) -> Puzzle:
    theme = _in_turn(words.themes, seed, turn)
    word = _in_turn(tuple(words.letter_words(theme)), seed, turn).upper()
    examples = ", ".join(theme.words[letter] for letter in word)
    name = capital(theme.name)
    return Puzzle(f"{name} for each letter of {word}.", f"For example {examples}.", "Any language will do.")


def _backwards(words: PuzzleWords, seed: int, turn: int) -> Puzzle:
    word = _in_turn(words.spell, seed, turn).upper()
    return Puzzle(f"Spell {word} backwards, with your eyes closed.", " ".join(reversed(word)))


def _wonder(words: PuzzleWords, seed: int, turn: int) -> Puzzle:
    return Puzzle(_in_turn(words.wonders, seed, turn), NO_WRONG_ANSWER)


def _kinds(words: PuzzleWords) -> tuple[Kind, ...]:
    """The kinds that there is something for; numbers are always there."""
    made_of = {_odd_one: words.odds, _letters: words.themes, _backwards: words.spell, _wonder: words.wonders}
    return _count_down, _series, *(kind for kind, things in made_of.items() if things)
