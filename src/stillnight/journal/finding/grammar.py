"""From what was typed to what is meant.

Words must all occur; ``severity 6+``, ``caffeine>=2``, ``-alcohol``, ``medicine:iron``, ``since 1 Oct``,
``missing onset`` and ``late recall`` are conditions. What is none of them is searched as text, and text in
quotes always is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from stillnight.journal.finding.conditions import Amount, Condition, Dates, Word
from stillnight.journal.finding.dates import read_dates
from stillnight.journal.finding.folding import fold
from stillnight.journal.finding.interval import read_interval
from stillnight.journal.finding.naming import EXAMPLE, Read, read_answered, read_named
from stillnight.journal.finding.tokens import Token, tokens_of
from stillnight.journal.finding.vocabulary import Vocabulary

_LATE = ("late recall", "recalled late", "entered late", "logged late", "written late")
_MOST_WORDS = 4
"""So many words a date may have: ``since 14 Oct 2026``."""


class Query(NamedTuple):
    """What is looked for.

    Attributes:
        conditions: What a night must be like, all of it.
    """

    conditions: tuple[Condition, ...] = ()

    @property
    def first(self) -> date:
        """The first night that can be found."""
        return max([one.first for one in self.conditions if isinstance(one, Dates)], default=date.min)

    @property
    def last(self) -> date:
        """The last night that can be found."""
        return min([one.last for one in self.conditions if isinstance(one, Dates)], default=date.max)

    @property
    def said(self) -> str:
        """How it was understood."""
        return " · ".join(one.said for one in self.conditions)


def parse(typed: str, vocabulary: Vocabulary) -> Query:
    """What is meant.

    Raises:
        FieldError: If an amount or a date does not fit; it names the word and shows an example.
        UnknownName: If something is compared that has no such name.
    """
    left = tokens_of(typed)
    conditions: list[Condition] = []
    while left:
        condition, used = _read(left, vocabulary)
        conditions.append(condition)
        left = left[used:]
    return Query(tuple(conditions))


def _read(tokens: Sequence[Token], vocabulary: Vocabulary) -> Read:
    """The condition with which the words begin."""
    first = tokens[0]
    if first.is_quoted:
        return _text(first), 1
    words = [token.small for token in tokens[:_MOST_WORDS]]
    if " ".join(words[:2]) in _LATE:
        return vocabulary.late, 2
    return (
        read_dates(words, vocabulary.tonight)
        or read_answered(tokens, vocabulary)
        or read_named(tokens, vocabulary)
        or _bare_amount(first, vocabulary)
        or (_text(first), 1)
    )


def _bare_amount(token: Token, vocabulary: Vocabulary) -> Read | None:
    """``7+`` or ``>=7`` alone asks for the night's worst."""
    worst = vocabulary.named["worst"]
    if not (token.small.endswith("+") or token.small[0] in "<>≤≥"):
        return None
    interval = read_interval(token.small, worst.number)
    return (Amount(worst, interval), 1) if interval else None


def _text(token: Token) -> Word:
    return Word(token.text, fold(token.text))


__all__ = ["EXAMPLE", "Query", "parse"]
