"""The words that puzzles are made of, read from TOML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from stillnight.domain.document import Table
from stillnight.tips.errors import TipError

_KEYS = ("spell", "themes", "odds", "wonders")


@dataclass(frozen=True, slots=True)
class Theme:
    """What is asked for with a letter.

    Attributes:
        name: With its article, such as ``an animal``.
        words: An example by its first letter, in capitals.
    """

    name: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Odd:
    """One that does not belong.

    Attributes:
        alike: Those that belong together.
        odd: The one that does not.
        because: What the others have in common, as a sentence.
    """

    alike: tuple[str, ...]
    odd: str
    because: str


@dataclass(frozen=True, slots=True)
class PuzzleWords:
    """Everything that puzzles are made of; a kind of which there is nothing is left out.

    Attributes:
        spell: Words to spell.
        themes: What may be asked for with a letter.
        odds: Ones that do not belong.
        wonders: To think about, without an answer.
    """

    spell: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    odds: tuple[Odd, ...] = ()
    wonders: tuple[str, ...] = ()

    def letter_words(self, theme: Theme) -> list[str]:
        """The words to spell of which a theme knows something for each letter, none of them twice."""
        return [word for word in self.spell if _has_each(theme, word.upper())]


def parse_puzzle_words(document: Mapping[str, Any], file: str = "puzzles.toml") -> PuzzleWords:
    """Read the parsed ``puzzles.toml``.

    Raises:
        TipError: At the first slip: a key that is not known, a list that is empty, a theme that is of use for
            no word.
    """
    whole = Table(file, "-", document, TipError)
    whole.only(_KEYS)
    themes = tuple(map(_theme, whole.rows("themes")))
    odds, wonders = map(_odd, whole.rows("odds")), map(_wonder, whole.rows("wonders"))
    words = PuzzleWords(whole.words("spell", least=1), themes, tuple(odds), tuple(wonders))
    for number, theme in enumerate(themes, 1):
        if not words.letter_words(theme):
            whole.fail(f"themes.{number}.words", "no word under spell has all its letters here")
    return words


def _has_each(theme: Theme, word: str) -> bool:
    return len(set(word)) == len(word) and set(word) <= set(theme.words)


def _theme(row: Table) -> Theme:
    row.only(("name", "words"))
    return Theme(row.text("name"), {word[0].upper(): word for word in _filled(row, "words")})


def _filled(row: Table, key: str) -> Iterator[str]:
    for word in row.words(key, least=1):
        if not word:
            row.fail(key, "a word here is empty")
        yield word


def _odd(row: Table) -> Odd:
    row.only(("alike", "odd", "because"))
    return Odd(row.words("alike", least=2), row.text("odd"), row.text("because"))


def _wonder(row: Table) -> str:
    row.only(("text",))
    return row.text("text")
